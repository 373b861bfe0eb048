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

/// <summary>
/// An ILGPU context for compiling, and its backend for the device last compiled for. What they have read of methods they keep, so that the second
/// kernel finds the functions it calls ready, which halves its time.
/// </summary>
internal sealed class CompilerContext : IDisposable
{
    private readonly Context _context = Platform.CreateContext();
    private Backend? _backend;
    private CapabilityContext? _capabilities;

    /// <summary>How many kernels it has compiled.</summary>
    public int Kernels { get; private set; }

    /// <summary>Compiles a kernel, up to what the driver takes.</summary>
    public CompiledKernel Compile(Accelerator accelerator, MethodInfo method)
    {
        var entry = EntryPointDescription.FromExplicitlyGroupedKernel(method);
        var compiled = accelerator is CudaAccelerator or CLAccelerator
            ? BackendFor(accelerator).Compile(entry, default)
            : _context.GetImplicitCPUAccelerator().CompileKernel(entry);
        Kernels++;
        return compiled;
    }

    public void Dispose()
    {
        _backend?.Dispose();
        _context.ClearCache(ClearCacheMode.Everything); // a loaded kernel keeps its context, and that would keep megabytes of each of its kernels
        _context.Dispose();
    }

    // a device's capabilities are one object, whatever accelerators there are over it
    private Backend BackendFor(Accelerator accelerator)
    {
        if (_backend is null || _capabilities != accelerator.Capabilities)
        {
            _backend?.Dispose();
            _backend = accelerator switch
            {
                CudaAccelerator cuda => new PTXBackend(_context, cuda.Capabilities, cuda.Architecture, cuda.Device.InstructionSet.GetValueOrDefault(), null),
                CLAccelerator openCl => new CLBackend(_context, openCl.Capabilities, openCl.Vendor, openCl.CLStdVersion),
                _ => throw new ArgumentException($"{accelerator}: expected a device with a compiler.", nameof(accelerator)),
            };
            _capabilities = accelerator.Capabilities;
        }

        return _backend;
    }
}
