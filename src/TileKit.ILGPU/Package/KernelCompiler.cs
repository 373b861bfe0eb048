using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace TileKit.Ilgpu;

/// <summary>Makes a kernel of a method.</summary>
/// <remarks>
/// ILGPU keeps what it has read of methods in the context, and a kernel that does not compile leaves it broken for all later ones. So each
/// kernel is compiled in a fresh context (a millisecond), and only what came out goes to the device's accelerator, whatever context that
/// belongs to and however it was made.
/// </remarks>
internal static class KernelCompiler
{
    private const int LogLength = 500;

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
        using var context = Platform.CreateContext();
        var entry = EntryPointDescription.FromExplicitlyGroupedKernel(method);
        switch (accelerator)
        {
            case CudaAccelerator cuda:
                var instructions = cuda.Device.InstructionSet.GetValueOrDefault();
                using (var backend = new PTXBackend(context, cuda.Capabilities, cuda.Architecture, instructions, null))
                {
                    return backend.Compile(entry, default);
                }

            case CLAccelerator openCl:
                using (var backend = new CLBackend(context, openCl.Capabilities, openCl.Vendor, openCl.CLStdVersion))
                {
                    return backend.Compile(entry, default);
                }

            default:
                return context.GetImplicitCPUAccelerator().CompileKernel(entry);
        }
    }
}
