namespace TileKit;

/// <summary>Makes tensors for running a program directly, in a debugger or a test. See <see cref="Global{T}"/>.</summary>
public static class Global
{
    /// <summary>An array as a tensor: the program reads and writes the array itself.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="data">The elements, row after row.</param>
    /// <param name="shape">The 1 to 4 dimensions, the last one contiguous; 0 is allowed.</param>
    /// <exception cref="ArgumentException">The rank is not 1 to 4, a dimension is negative, or the array has another length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    public static Global<T> Of<T>(T[] data, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ElementType<T>.RequireStorable();
        TensorShape.RequireLength(shape, data.Length, nameof(data));
        return new(new ArrayElements<T>(data), TensorLayout.Dense(shape));
    }
}
