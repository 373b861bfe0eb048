using ILGPU.Sanitizer;
using ILGPU.Util;

namespace ILGPU.Runtime;

/// <summary>A device in use.</summary>
public abstract class Accelerator : DisposeBase
{
    private readonly HashSet<AcceleratorObject> children = [];
    private long allocated;

    private protected Accelerator(Context context, Device device)
    {
        Context = context;
        Device = device;
        context.Add(this);
    }

    /// <summary>The context it was made in.</summary>
    public Context Context { get; }

    /// <summary>The device.</summary>
    public Device Device { get; }

    /// <summary>The kind of device.</summary>
    public AcceleratorType AcceleratorType => Device.AcceleratorType;

    /// <summary>What the device is called.</summary>
    public string Name => Device.Name;

    /// <summary>Bytes of memory.</summary>
    public long MemorySize => Device.MemorySize;

    /// <summary>Threads that a group may have.</summary>
    public int MaxNumThreadsPerGroup => Device.MaxNumThreadsPerGroup;

    /// <summary>Bytes of shared memory that a group may allocate.</summary>
    public int MaxSharedMemoryPerGroup => Device.MaxSharedMemoryPerGroup;

    /// <summary>Threads of a warp.</summary>
    public int WarpSize => Device.WarpSize;

    /// <summary>Multiprocessors.</summary>
    public int NumMultiprocessors => Device.NumMultiprocessors;

    /// <summary>Threads that a multiprocessor holds.</summary>
    public int MaxNumThreadsPerMultiprocessor => Device.MaxNumThreadsPerMultiprocessor;

    /// <summary>Held while a kernel runs: there is one launch at a time.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>The last time stamp given; see <see cref="Cell"/>.</summary>
    internal uint Epoch { get; set; }

    internal AcceleratorFaults Faults { get; } = new();

    /// <summary>Makes the accelerator that of the calling thread. Here that changes nothing.</summary>
    public void Bind() => VerifyNotDisposed();

    /// <summary>Allocates memory; what it holds is undefined.</summary>
    /// <param name="length">The number of elements.</param>
    /// <param name="elementSize">The bytes of each.</param>
    public MemoryBuffer AllocateRaw(long length, int elementSize)
    {
        VerifyNotDisposed();
        return new PlainMemoryBuffer(this, length, elementSize);
    }

    /// <summary>Makes a stream.</summary>
    public AcceleratorStream CreateStream()
    {
        VerifyNotDisposed();
        return new PlainStream(this);
    }

    /// <summary>Locks memory of the host in place. Here that changes nothing.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="pinned">The first element, already pinned.</param>
    /// <param name="numElements">The number of elements.</param>
    public PageLockScope<T> CreatePageLockFromPinned<T>(nint pinned, long numElements)
        where T : unmanaged
    {
        VerifyNotDisposed();
        return new PlainPageLockScope<T>(this);
    }

    internal Region Reserve(long bytes)
    {
        lock (children)
        {
            if (bytes > MemorySize - allocated)
                throw new InsufficientMemoryException($"{bytes} bytes of {Name}: {allocated} of {MemorySize} are in use.");

            allocated += bytes;
        }

        return new("global memory", bytes);
    }

    internal void Release(Region memory)
    {
        lock (children)
            allocated -= memory.Bytes;

        memory.Free();
    }

    internal void Add(AcceleratorObject child)
    {
        lock (children)
            children.Add(child);
    }

    internal void Remove(AcceleratorObject child)
    {
        lock (children)
            children.Remove(child);
    }

    internal T[] Live<T>()
    {
        lock (children)
            return [.. children.OfType<T>()];
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var child in Live<AcceleratorObject>())
            child.Dispose();

        base.Dispose(disposing);
    }
}
