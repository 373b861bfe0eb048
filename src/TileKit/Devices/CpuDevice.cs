using System.Runtime.CompilerServices;
using TileKit.Cpu;

namespace TileKit;

/// <summary>The CPU: a few threads that share the work of a launch with the thread that launches.</summary>
public sealed class CpuDevice : Device
{
    private static int s_created;

    private readonly bool _shared;
    private readonly Lazy<WorkerPool> _workers;
    private NativeBuffer? _temps; // what the last launch with temporaries used, for the next

    /// <summary>Makes a device with threads of its own.</summary>
    /// <param name="threads">How many threads take part in a launch, the launching one included; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public CpuDevice(int threads)
        : this(threads, shared: false)
    {
    }

    private CpuDevice(int threads, bool shared)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _shared = shared;
        _workers = new(() => new WorkerPool(threads));
        var number = Interlocked.Increment(ref s_created);
        Name = shared ? "CPU (default)" : $"CPU #{number} ({threads} {(threads == 1 ? "thread" : "threads")})";
        Profile = CpuProfile.OfThisMachine(threads);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override CpuProfile Profile { get; }

    /// <summary>The threads, started by the first launch that needs them.</summary>
    internal WorkerPool Workers => _workers.Value;

    /// <summary>Memory for the temporaries of a launch, not zeroed.</summary>
    internal NativeBuffer RentTemps(long bytes)
    {
        var kept = Interlocked.Exchange(ref _temps, null);
        if (kept is not null && kept.Bytes >= bytes)
        {
            return kept;
        }

        kept?.Dispose();
        return new NativeBuffer(bytes, zeroed: false);
    }

    /// <summary>Takes back what <see cref="RentTemps"/> gave: fresh memory costs a page fault for every page, so one buffer is kept.</summary>
    internal void ReturnTemps(NativeBuffer temps)
    {
        Interlocked.Exchange(ref _temps, temps)?.Dispose();
        if (IsDisposed)
        {
            Interlocked.Exchange(ref _temps, null)?.Dispose();
        }
    }

    /// <inheritdoc/>
    public override void Synchronize() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    /// <summary>Makes a tensor of memory that the caller keeps: nothing is copied, and a kernel that writes the tensor writes the memory.</summary>
    /// <remarks>The memory stays pinned until the tensor is disposed.</remarks>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="memory">The elements, row after row.</param>
    /// <param name="shape">The 1 to 4 dimensions; 0 is allowed.</param>
    /// <exception cref="ArgumentException">The rank is not 1 to 4, a dimension is negative, or there is another number of elements.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    public DeviceTensor<T> Wrap<T>(Memory<T> memory, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ElementType<T>.RequireStorable();
        TensorShape.RequireLength(shape, memory.Length, nameof(memory));
        return new(this, new PinnedBuffer(memory.Pin(), (long)memory.Length * Unsafe.SizeOf<T>()), shape);
    }

    /// <summary>Makes a tensor of an array that the caller keeps: nothing is copied, and a kernel that writes the tensor writes the array.</summary>
    /// <remarks>The array stays pinned until the tensor is disposed.</remarks>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="array">The elements, row after row.</param>
    /// <param name="shape">The 1 to 4 dimensions; 0 is allowed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="array"/> is null.</exception>
    /// <exception cref="ArgumentException">The rank is not 1 to 4, a dimension is negative, or there is another number of elements.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    public DeviceTensor<T> Wrap<T>(T[] array, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return Wrap(array.AsMemory(), shape);
    }

    internal static CpuDevice CreateShared() => new(Environment.ProcessorCount, shared: true);

    private protected override DeviceTensor<float> CopyForProducts(DeviceTensor<float> weights, bool transposed)
    {
        var layout = weights.Layout;
        var panels = PanelLayout.Of(layout, transposed, WeightPacking.Lanes);
        var buffer = new NativeBuffer(panels.MatrixStride * layout.Batch * layout.Depth * sizeof(float), zeroed: false);
        WeightPacking.Copy(CpuView.Of(weights), new Ptr<float>(buffer.Address), panels);
        GC.KeepAlive(weights);
        return new(this, buffer, weights.Shape, panels);
    }

    /// <inheritdoc/>
    protected override DeviceBuffer AllocateBuffer(long bytes, bool zeroed) => new NativeBuffer(bytes, zeroed);

    /// <inheritdoc/>
    protected override bool Release()
    {
        if (_shared)
        {
            return false;
        }

        if (_workers.IsValueCreated)
        {
            _workers.Value.Dispose();
        }

        Interlocked.Exchange(ref _temps, null)?.Dispose();
        return true;
    }
}
