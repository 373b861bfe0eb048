namespace TileKit;

/// <summary>Where kernels run and tensors live.</summary>
public abstract class Device : IDisposable
{
    private volatile bool _disposed;

    /// <summary>A CPU device with a thread for each core, which the whole process shares. Disposing it does nothing.</summary>
    public static CpuDevice Default { get; } = CpuDevice.CreateShared();

    /// <summary>The device's name, as messages show it.</summary>
    public abstract string Name { get; }

    /// <summary>What the device is made of, for choosing tile sizes.</summary>
    public abstract DeviceProfile Profile { get; }

    /// <summary>How tile sizes are chosen for launches on this device; the cost model unless set.</summary>
    public TileSelector TileSelector { get; init; } = TileSelector.CostModel;

    /// <summary>Whether the device was disposed.</summary>
    public bool IsDisposed => _disposed;

    /// <summary>Waits until everything launched so far is done. Nothing to wait for on the CPU, where a launch returns when done.</summary>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    public abstract void Synchronize();

    /// <summary>Makes a tensor of zeros.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="shape">The 1 to 4 dimensions; 0 is allowed.</param>
    /// <exception cref="ArgumentException">The rank is not 1 to 4, or a dimension is negative.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    /// <exception cref="OutOfMemoryException">The device has not enough memory.</exception>
    public DeviceTensor<T> Allocate<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged
        => Create<T>(shape, zeroed: true);

    /// <summary>Makes a tensor whose elements are unspecified, for what a launch writes whole: zeros would be written first, and for nothing.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="shape">The 1 to 4 dimensions; 0 is allowed.</param>
    /// <exception cref="ArgumentException">The rank is not 1 to 4, or a dimension is negative.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    /// <exception cref="OutOfMemoryException">The device has not enough memory.</exception>
    public DeviceTensor<T> AllocateUninitialized<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged
        => Create<T>(shape, zeroed: false);

    /// <summary>Makes a tensor with a copy of the given elements.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="data">The elements, row after row.</param>
    /// <param name="shape">The 1 to 4 dimensions; 0 is allowed.</param>
    /// <exception cref="ArgumentException">The rank is not 1 to 4, a dimension is negative, or there is another number of elements.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    /// <exception cref="OutOfMemoryException">The device has not enough memory.</exception>
    public DeviceTensor<T> Upload<T>(ReadOnlySpan<T> data, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        TensorShape.RequireLength(shape, data.Length, nameof(data));
        var tensor = Create<T>(shape, zeroed: false);
        tensor.CopyFrom(data);
        return tensor;
    }

    /// <summary>Makes a tensor with a copy of the given elements.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="data">The elements, row after row.</param>
    /// <param name="shape">The 1 to 4 dimensions; 0 is allowed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The rank is not 1 to 4, a dimension is negative, or there is another number of elements.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    /// <exception cref="OutOfMemoryException">The device has not enough memory.</exception>
    public DeviceTensor<T> Upload<T>(T[] data, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return Upload((ReadOnlySpan<T>)data, shape);
    }

    /// <summary>
    /// Copies constant weights to where products read them fastest: once, instead of in each launch. The copy may be given wherever a kernel multiplies by it,
    /// a·<paramref name="weights"/>, and nowhere else.
    /// </summary>
    /// <param name="weights">The second factor of products, [B, D, K, N] or fewer dimensions; it may be disposed afterwards.</param>
    /// <returns>A tensor of the same shape with <see cref="DeviceTensor{T}.IsPacked"/>; on a device that packs nothing, a plain copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="weights"/> lives on another device, or is packed.</exception>
    /// <exception cref="ObjectDisposedException">The device or <paramref name="weights"/> is disposed.</exception>
    public DeviceTensor<float> Pack(DeviceTensor<float> weights) => ForProducts(weights, transposed: false);

    /// <summary>
    /// Copies constant weights that are stored transposed to where products read them fastest: once, instead of in each launch. The copy may be given wherever
    /// a kernel multiplies by its transpose, a·<paramref name="weights"/>ᵀ, and nowhere else.
    /// </summary>
    /// <param name="weights">The second factor of products, [B, D, N, K] or fewer dimensions; it may be disposed afterwards.</param>
    /// <returns>A tensor of the same shape with <see cref="DeviceTensor{T}.IsPacked"/>; on a device that packs nothing, a plain copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="weights"/> lives on another device, or is packed.</exception>
    /// <exception cref="ObjectDisposedException">The device or <paramref name="weights"/> is disposed.</exception>
    public DeviceTensor<float> PackTransposed(DeviceTensor<float> weights) => ForProducts(weights, transposed: true);

    /// <summary>Gives back what the device holds. Tensors stay readable until they are disposed themselves; launches are refused.</summary>
    public void Dispose()
    {
        if (!_disposed && Release())
        {
            _disposed = true;
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The device's name.</summary>
    public override string ToString() => Name;

    /// <summary>Reserves memory for a tensor.</summary>
    /// <param name="bytes">The number of bytes, 0 or more.</param>
    /// <param name="zeroed">Whether every byte must be 0.</param>
    protected abstract DeviceBuffer AllocateBuffer(long bytes, bool zeroed);

    /// <summary>Gives back what the device holds.</summary>
    /// <returns>Whether it is disposed now; a device that the whole process shares says no.</returns>
    protected abstract bool Release();

    /// <summary>A copy for products; a plain one where a device has no layout of its own for it.</summary>
    private protected virtual DeviceTensor<float> CopyForProducts(DeviceTensor<float> weights, bool transposed) => Upload(weights.ToArray(), weights.Shape);

    private DeviceTensor<float> ForProducts(DeviceTensor<float> weights, bool transposed)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ObjectDisposedException.ThrowIf(weights.IsDisposed, weights);
        if (!ReferenceEquals(weights.Device, this))
        {
            throw new ArgumentException($"Expected a tensor on {Name}, but it lives on {weights.Device.Name}.", nameof(weights));
        }

        if (weights.IsPacked)
        {
            throw new ArgumentException($"Expected a tensor as it was uploaded, but {TensorShape.Text(weights.Shape)} is packed already.", nameof(weights));
        }

        return CopyForProducts(weights, transposed);
    }

    private unsafe DeviceTensor<T> Create<T>(ReadOnlySpan<int> shape, bool zeroed)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ElementType<T>.RequireStorable();
        var bytes = TensorShape.Length(shape) * sizeof(T);
        return new(this, AllocateBuffer(bytes, zeroed), shape);
    }
}
