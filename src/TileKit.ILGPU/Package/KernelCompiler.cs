using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace TileKit.Ilgpu;

/// <summary>Makes a kernel of a method.</summary>
/// <remarks>
/// Only what came out of a compile goes to the device's accelerator, whatever context that belongs to and however it was made. A kernel that does
/// not compile leaves its context broken for all later ones, and each that does stays in memory: after a failure, and after some kernels, there is
/// a fresh one.
/// </remarks>
internal static class KernelCompiler
{
    private const int LogLength = 500;
    private const int KernelsOfAContext = 16;

    private static readonly Lock s_gate = new();
    private static CompilerContext? s_context;

    /// <summary>Loads a kernel; throws where it cannot be compiled.</summary>
    public static Action<AcceleratorStream, KernelConfig, TArguments> Load<TArguments>(
        Accelerator accelerator, Action<TArguments> entry, out IDisposable? kernel)
        where TArguments : struct
    {
        var loaded = Load(accelerator, Compile(accelerator, entry.Method));
        kernel = loaded;
        return loaded.CreateLauncherDelegate<Action<AcceleratorStream, KernelConfig, TArguments>>();
    }

    private static Kernel Load(Accelerator accelerator, CompiledKernel compiled)
    {
        try
        {
            return accelerator.LoadKernel(compiled);
        }
        catch (CLException exception) when (accelerator is CLAccelerator openCl && DriverLog(openCl, (CLCompiledKernel)compiled) is { } log)
        {
            throw new InvalidOperationException($"{exception.Error}: {log}", exception);
        }
    }

    /// <summary>What an OpenCL driver's compiler says of a kernel, which ILGPU's exception does not tell: its first lines.</summary>
    private static string? DriverLog(CLAccelerator accelerator, CLCompiledKernel compiled)
    {
        CLKernel.LoadKernel(accelerator, compiled.Name, compiled.Source, compiled.CVersion, out _, out _, out var log);
        return log is null ? null : log.Length <= LogLength ? log : log[..LogLength];
    }

    /// <summary>Compiles a kernel, up to what the driver takes.</summary>
    public static CompiledKernel Compile(Accelerator accelerator, MethodInfo method)
    {
        lock (s_gate)
        {
            CompilerContext? context = s_context ?? new();
            s_context = null;
            try
            {
                var compiled = context.Compile(accelerator, method);
                if (context.Kernels < KernelsOfAContext)
                {
                    (s_context, context) = (context, null);
                }

                return compiled;
            }
            finally
            {
                context?.Dispose();
            }
        }
    }
}
