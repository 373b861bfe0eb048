using System.Diagnostics.CodeAnalysis;
using ILGPU;
using ILGPU.Runtime;

namespace TileKit.Ilgpu;

/// <summary>
/// An accelerator with the one stream that a device uses. The device and each of its tensors have a share: the last one gives it back, so
/// that tensors stay readable when the device is disposed.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Whoever gives the last share back disposes the fields.")]
internal sealed class SharedAccelerator(Accelerator accelerator, Context? owned)
{
    private readonly Lock _gate = new();
    private readonly AcceleratorStream _stream = accelerator.CreateStream();
    private PinnedStaging? _staging;
    private int _shares = 1;
    private int _liveBuffers;
    private long _liveBytes;

    public Accelerator Accelerator => accelerator;

    /// <summary>Held while something is put into the stream: neither it nor a loaded kernel may be used by two threads at once.</summary>
    public Lock Gate => _gate;

    public AcceleratorStream Stream => _stream;

    /// <summary>Tensors whose memory is not freed yet.</summary>
    public int LiveBuffers => Volatile.Read(ref _liveBuffers);

    /// <summary>Their bytes.</summary>
    public long LiveBytes => Interlocked.Read(ref _liveBytes);

    /// <summary>Whether large copies go through page-locked memory: CUDA reads and writes no other memory while kernels run.</summary>
    public bool UsesStaging { get; set; } = accelerator.AcceleratorType == AcceleratorType.Cuda;

    public void RequireAlive()
    {
        if (accelerator.IsDisposed)
        {
            throw new ObjectDisposedException(accelerator.Name, $"The accelerator {accelerator.Name} that the device was made of is disposed.");
        }
    }

    public void Synchronize()
    {
        lock (_gate)
        {
            RequireAlive();
            using var binding = Platform.Bind(accelerator);
            _stream.Synchronize();
        }
    }

    public void Add(long bytes)
    {
        Interlocked.Increment(ref _shares);
        Interlocked.Increment(ref _liveBuffers);
        Interlocked.Add(ref _liveBytes, bytes);
    }

    public void Remove(long bytes)
    {
        Interlocked.Add(ref _liveBytes, -bytes);
        Interlocked.Decrement(ref _liveBuffers);
        GiveBack();
    }

    public void GiveBack()
    {
        if (Interlocked.Decrement(ref _shares) > 0 || accelerator.IsDisposed)
        {
            return;
        }

        lock (_gate)
        {
            _staging?.Dispose();
            _stream.Dispose();
        }

        if (owned is not null)
        {
            accelerator.Dispose();
            owned.Dispose();
        }
    }

    public void Clear(MemoryBuffer memory, long bytes)
    {
        lock (_gate)
        {
            RequireAlive();
            memory.MemSet(_stream, 0, 0, bytes);
        }
    }

    public unsafe void Read(MemoryBuffer memory, long offset, byte* destination, long bytes)
    {
        lock (_gate)
        {
            RequireAlive();
            if (Staging(bytes) is { } staging)
            {
                staging.Read(_stream, memory, offset, destination, bytes);
                return;
            }

            memory.AsRawArrayView(offset, bytes).CopyToCPUUnsafeAsync(_stream, ref *destination, bytes);
            _stream.Synchronize();
        }
    }

    public unsafe void Write(MemoryBuffer memory, long offset, byte* source, long bytes)
    {
        lock (_gate)
        {
            RequireAlive();
            if (Staging(bytes) is { } staging)
            {
                staging.Write(_stream, memory, offset, source, bytes);
                return;
            }

            memory.AsRawArrayView(offset, bytes).CopyFromCPUUnsafeAsync(_stream, ref *source, bytes);
            _stream.Synchronize();
        }
    }

    private PinnedStaging? Staging(long bytes)
    {
        if (UsesStaging && _staging is null && bytes >= PinnedStaging.LeastBytes)
        {
            try
            {
                _staging = new PinnedStaging(accelerator);
            }
            catch (Exception exception) when (Platform.IsFailure(exception))
            {
                UsesStaging = false; // the system locks no more memory: copies work without
            }
        }

        return bytes >= PinnedStaging.LeastBytes ? _staging : null;
    }
}
