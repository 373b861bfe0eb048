namespace TileKit;

/// <content>Memory between the grids of a program.</content>
public static partial class Ops
{
    /// <summary>A matrix that one grid of the program stores and a later one reads; it is gone when the launch ends.</summary>
    /// <remarks>Where the later grid reads just the tiles that the same instance of the earlier one stored, both become one kernel and no memory is used.</remarks>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <exception cref="ArgumentException">A dimension is negative.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    public static Global<T> Temp<T>(int rows, int cols)
        where T : unmanaged => MakeTemp<T>([rows, cols]);

    /// <summary>Several matrices that one grid of the program stores and a later one reads. See <see cref="Temp{T}(int, int)"/>.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="depth">The number of matrices.</param>
    /// <param name="rows">The number of rows of each.</param>
    /// <param name="cols">The number of columns of each.</param>
    /// <exception cref="ArgumentException">A dimension is negative.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    public static Global<T> Temp<T>(int depth, int rows, int cols)
        where T : unmanaged => MakeTemp<T>([depth, rows, cols]);

    /// <summary>Several batches of matrices that one grid of the program stores and a later one reads. See <see cref="Temp{T}(int, int)"/>.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="batch">The number of batches.</param>
    /// <param name="depth">The number of matrices of each.</param>
    /// <param name="rows">The number of rows of each.</param>
    /// <param name="cols">The number of columns of each.</param>
    /// <exception cref="ArgumentException">A dimension is negative.</exception>
    /// <exception cref="NotSupportedException">Tensors cannot hold <typeparamref name="T"/>.</exception>
    public static Global<T> Temp<T>(int batch, int depth, int rows, int cols)
        where T : unmanaged => MakeTemp<T>([batch, depth, rows, cols]);

    private static Global<T> MakeTemp<T>(ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ElementType<T>.RequireStorable();
        return new(new TempElements<T>(TensorShape.Length(shape)), TensorLayout.Dense(shape));
    }
}
