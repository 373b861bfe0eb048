using ILGPU;
using ILGPU.Runtime;

namespace TileKit.Ilgpu;

/// <summary>Makes a kernel of a method.</summary>
internal static class KernelCompiler
{
    /// <summary>Loads a kernel; throws where it cannot be compiled.</summary>
    public static Action<AcceleratorStream, KernelConfig, TArguments> Load<TArguments>(
        Accelerator accelerator, Action<TArguments> entry, out IDisposable? kernel)
        where TArguments : struct
    {
        // As with the package, what does not compile fails in a context that nothing else uses.
        using var context = Platform.CreateContext();
        using var trial = Platform.Open(accelerator.Device, context);
        trial.LoadKernel(entry);
        kernel = null;
        return accelerator.LoadKernel(entry);
    }
}
