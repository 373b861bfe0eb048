namespace TileKit;

/// <summary>A device that was found, for <see cref="IlgpuDevice.Create(IlgpuDeviceInfo, TileSelector?, TensorCores)"/>.</summary>
public sealed class IlgpuDeviceInfo
{
    internal IlgpuDeviceInfo(IlgpuBackend backend, ILGPU.Runtime.Device source)
    {
        Backend = backend;
        Source = source;
    }

    /// <summary>The device's name, as its driver gives it.</summary>
    public string Name => Source.Name;

    /// <summary>How it is reached.</summary>
    public IlgpuBackend Backend { get; }

    /// <summary>The device's memory, in bytes.</summary>
    public long MemoryBytes => Source.MemorySize;

    /// <summary>How many multiprocessors (OpenCL: compute units) it has.</summary>
    public int Multiprocessors => Source.NumMultiprocessors;

    /// <summary>The device as ILGPU describes it.</summary>
    internal ILGPU.Runtime.Device Source { get; }

    /// <summary>The name and how it is reached.</summary>
    public override string ToString() => $"{Name} ({Backend})";
}
