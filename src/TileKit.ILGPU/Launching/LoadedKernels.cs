using ILGPU;
using ILGPU.Runtime;

namespace TileKit.Ilgpu;

/// <summary>The kernels of a device, each compiled by the first launch that needs it. The device's gate guards it.</summary>
internal sealed class LoadedKernels(Accelerator accelerator)
{
    private readonly Dictionary<IlgpuGrid, (Delegate Launch, IDisposable? Kernel)> _loaded = [];

    /// <summary>The launcher of a kernel. One that does not compile is tried again by the next launch.</summary>
    public Action<AcceleratorStream, KernelConfig, TArguments> Load<TArguments>(IlgpuGrid<TArguments> grid)
        where TArguments : struct
    {
        if (_loaded.TryGetValue(grid, out var found))
        {
            return (Action<AcceleratorStream, KernelConfig, TArguments>)found.Launch;
        }

        var launch = KernelCompiler.Load(accelerator, grid.Entry, out var kernel);
        _loaded[grid] = (launch, kernel);
        return launch;
    }

    /// <summary>Gives the kernels back once the stream is through with them.</summary>
    public void Dispose(AcceleratorStream stream)
    {
        try
        {
            stream.Synchronize();
        }
        catch (Exception exception) when (Platform.IsFailure(exception))
        {
            // A kernel failed while it ran. Nobody asked for its result, and there is nothing left to wait for.
        }

        foreach (var (_, kernel) in _loaded.Values)
        {
            kernel?.Dispose();
        }

        _loaded.Clear();
    }
}
