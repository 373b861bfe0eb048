using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TileKit;

/// <summary>A tensor of rank 1 to 4 in a device's memory, row after row without gaps.</summary>
/// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class DeviceTensor<T> : IDisposable, IElements<T>
    where T : unmanaged
{
    private readonly DeviceBuffer _buffer;
    private readonly int[] _shape;
    private readonly TensorLayout _layout;
    private readonly DeviceTensor<T>? _owner; // of the memory, for another shape of it
    private volatile bool _disposed;

    internal DeviceTensor(Device device, DeviceBuffer buffer, ReadOnlySpan<int> shape)
    {
        Device = device;
        _buffer = buffer;
        _shape = shape.ToArray();
        _layout = TensorLayout.Dense(shape);
        Length = TensorShape.Length(shape);
    }

    internal DeviceTensor(Device device, DeviceBuffer buffer, ReadOnlySpan<int> shape, PanelLayout panels)
        : this(device, buffer, shape) => Panels = panels;

    private DeviceTensor(DeviceTensor<T> owner, ReadOnlySpan<int> shape)
        : this(owner.Device, owner._buffer, shape) => _owner = owner;

    /// <summary>The device the tensor lives on.</summary>
    public Device Device { get; }

    /// <summary>The dimensions, the last one contiguous in memory.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The number of dimensions, 1 to 4.</summary>
    public int Rank => _shape.Length;

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>Whether the tensor was disposed.</summary>
    public bool IsDisposed => _disposed || _owner is { IsDisposed: true };

    /// <summary>The four dimensions and the strides, in elements.</summary>
    /// <summary>
    /// Whether the tensor was made by <see cref="Device.Pack"/> or <see cref="Device.PackTransposed"/> and lies in memory as products read it fastest. Only
    /// products read it then: everything else throws an <see cref="InvalidOperationException"/>, and a launch that would, an <see cref="ArgumentException"/>.
    /// </summary>
    public bool IsPacked => Panels.Lanes > 0;

    /// <summary>How it lies in memory if it is packed.</summary>
    internal PanelLayout Panels { get; }

    internal TensorLayout Layout => _layout;

    /// <summary>
    /// The first element where the CPU can reach it, else null. Whoever uses it keeps the tensor alive (<see cref="GC.KeepAlive"/>):
    /// the memory goes with it.
    /// </summary>
    internal unsafe T* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return (T*)_buffer.Address;
        }
    }

    /// <summary>The memory, for launches on devices other than the CPU.</summary>
    internal DeviceBuffer Buffer => _buffer;

    /// <summary>Copies all elements out; returns when they are there.</summary>
    /// <param name="destination">Where to; it may be longer than the tensor.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than the tensor.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    public unsafe void CopyTo(Span<T> destination)
    {
        RequireReadable();
        if (destination.Length < Length)
        {
            throw new ArgumentException(
                $"The tensor {TensorShape.Text(Shape)} has {Length} elements, the destination has room for {destination.Length}.",
                nameof(destination));
        }

        fixed (T* address = destination)
        {
            _buffer.Read(0, (nint)address, Length * sizeof(T));
        }
    }

    /// <summary>Replaces all elements.</summary>
    /// <param name="source">The new elements, row after row.</param>
    /// <exception cref="ArgumentException"><paramref name="source"/> has another number of elements than the tensor.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    public unsafe void CopyFrom(ReadOnlySpan<T> source)
    {
        RequireReadable();
        TensorShape.RequireLength(Shape, source.Length, nameof(source));
        fixed (T* address = source)
        {
            _buffer.Write(0, (nint)address, Length * sizeof(T));
        }
    }

    /// <summary>A copy of all elements, row after row.</summary>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    /// <exception cref="OverflowException">The tensor has more elements than an array can hold.</exception>
    public T[] ToArray()
    {
        RequireReadable();
        var array = new T[Length];
        CopyTo(array);
        return array;
    }

    /// <summary>The tensor's own memory as a tensor span; CPU only.</summary>
    /// <remarks>The span is valid while the tensor is referenced and not disposed.</remarks>
    /// <exception cref="NotSupportedException">The CPU cannot reach the tensor's memory.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    public unsafe TensorSpan<T> AsTensorSpan()
    {
        RequireReadable();
        if (Device is not CpuDevice)
        {
            throw new NotSupportedException($"The tensor lives on {Device.Name}, where the CPU cannot reach it: copy it first.");
        }

        Span<nint> lengths = stackalloc nint[TensorShape.MaxRank];
        for (var i = 0; i < Rank; i++)
        {
            lengths[i] = _shape[i];
        }

        return new((T*)_buffer.Address, (nint)Length, lengths[..Rank]);
    }

    /// <summary>The tensor's own memory as a read-only tensor span; CPU only.</summary>
    /// <remarks>The span is valid while the tensor is referenced and not disposed.</remarks>
    /// <exception cref="NotSupportedException">The CPU cannot reach the tensor's memory.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    public ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan() => AsTensorSpan();

    /// <summary>The tensor as a program sees it, for running a program directly.</summary>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    public Global<T> AsGlobal()
    {
        RequireReadable();
        return new(this, _layout);
    }

    /// <summary>The same memory in another shape: what is written to one is read from the other. Nothing is copied.</summary>
    /// <param name="shape">The 1 to 4 dimensions, of as many elements as the tensor has.</param>
    /// <returns>A tensor that is valid as long as this one is; disposing it leaves the memory alone.</returns>
    /// <exception cref="ArgumentException">The rank is not 1 to 4, a dimension is negative, or there is another number of elements.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    public DeviceTensor<T> Reshape(params ReadOnlySpan<int> shape)
    {
        RequireReadable();
        TensorShape.RequireLength(shape, Length, nameof(shape));
        return new(_owner ?? this, shape);
    }

    /// <summary>Frees the tensor's memory, or unpins what was wrapped. A second call does nothing.</summary>
    public void Dispose()
    {
        _disposed = true;
        if (_owner is null)
        {
            _buffer.Dispose();
        }
    }

    /// <summary>The element type, the shape and the device.</summary>
    public override string ToString()
        => $"{ElementType<T>.Name}{TensorShape.Text(Shape)} on {Device.Name}{(IsDisposed ? ", disposed" : "")}";

    unsafe T IElements<T>.Read(long index)
    {
        RequireInside(index);
        Unsafe.SkipInit(out T value);
        _buffer.Read(index * sizeof(T), (nint)(&value), sizeof(T));
        return value;
    }

    unsafe void IElements<T>.Write(long index, T value)
    {
        RequireInside(index);
        _buffer.Write(index * sizeof(T), (nint)(&value), sizeof(T));
    }

    private void RequireReadable()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (IsPacked)
        {
            throw new InvalidOperationException($"The tensor {TensorShape.Text(Shape)} is packed and only products read it: keep the one it was packed from.");
        }
    }

    private void RequireInside(long index)
    {
        RequireReadable();
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
    }
}
