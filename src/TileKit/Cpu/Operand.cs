using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>A tile that a micro-kernel reads as broadcast scalars: its address and the distance of its rows.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="Data">Element (0, 0).</param>
/// <param name="Stride">Elements from row to row.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Operand<T>(Ptr<T> Data, nint Stride)
    where T : unmanaged;

/// <summary>Makes tiles in memory readable as broadcast scalars.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Operand
{
    private const int Page = 4096;
    private const int FewLanes = 192;
    private const int Ways = 8; // cache lines that a set of the nearest cache holds, at least

    /// <summary>Rows that lie in scratch.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="data">Element (0, 0).</param>
    /// <param name="stride">Elements from row to row.</param>
    public static Operand<T> Of<T>(Ptr<T> data, nint stride)
        where T : unmanaged => new(data, stride);

    /// <summary>
    /// A float tile: in place where its rows lie close together and not in each other's cache sets, or few lanes use them; otherwise copied to rows of a
    /// padded distance.
    /// </summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">The tile.</param>
    /// <param name="ld">The distance of its rows.</param>
    /// <param name="rows">Its real rows.</param>
    /// <param name="cols">Its real columns.</param>
    /// <param name="dst">Where a copy goes.</param>
    /// <param name="dld">The distance of the copy's rows.</param>
    /// <param name="lanes">The lanes of the product that reads it.</param>
    /// <param name="turned">Whether the product reads along its columns.</param>
    public static Operand<float> Rows<F, I>(
        Ptr<float> src, nint ld, int rows, int cols, Ptr<float> dst, nint dld, int lanes = int.MaxValue, bool turned = false)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        if (!IsCopied(ld, rows, cols, lanes, turned))
        {
            return new(src, ld);
        }

        Pack.Rows<F, I>(src, ld, rows, cols, dst, dld);
        return new(dst, dld);
    }

    /// <summary>Whether a float tile is copied.</summary>
    /// <param name="ld">The distance of its rows.</param>
    /// <param name="rows">Its real rows.</param>
    /// <param name="cols">Its real columns.</param>
    /// <param name="lanes">The lanes of the product that reads it.</param>
    /// <param name="turned">Whether the product reads along its columns.</param>
    internal static bool IsCopied(nint ld, int rows, int cols, int lanes, bool turned)
    {
        // at every step of a product along the columns, at every pass over more lanes than are in registers otherwise
        return rows > 1 && (turned ? IsKept(ld, cols) : lanes > FewLanes && ((IsApart(ld, cols) && ld * sizeof(float) > Page) || SharesSets(ld, rows)));
    }

    /// <summary>Whether float tiles that a worker reads again and again are copied once, and kept.</summary>
    /// <param name="ld">The distance of their rows.</param>
    /// <param name="cols">Their columns.</param>
    public static bool IsKept(nint ld, int cols) => IsApart(ld, cols) && ld * sizeof(float) >= Page / 2;

    // rows a page apart share cache sets, and further apart cost an address translation each
    private static bool IsApart(nint ld, int cols) => ld > cols + (cols >> 2);

    // few rows are all read at each step, many in blocks that a set has room for
    private static bool SharesSets(nint ld, int rows) => rows is > Ways and <= Mma.FewRows && ld * sizeof(float) % Page == 0;

    /// <inheritdoc cref="Rows{F, I}(Ptr{float}, nint, int, int, Ptr{float}, nint, int, bool)"/>
    public static Operand<float> Rows<F, I>(
        Ptr<Half> src, nint ld, int rows, int cols, Ptr<float> dst, nint dld, int lanes = int.MaxValue, bool turned = false)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        Pack.Rows<F, I>(src, ld, rows, cols, dst, dld);
        return new(dst, dld);
    }

    /// <inheritdoc cref="Rows{F, I}(Ptr{float}, nint, int, int, Ptr{float}, nint, int, bool)"/>
    public static Operand<float> Rows<F, I>(
        Ptr<BFloat16> src, nint ld, int rows, int cols, Ptr<float> dst, nint dld, int lanes = int.MaxValue, bool turned = false)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        Pack.Rows<F, I>(src, ld, rows, cols, dst, dld);
        return new(dst, dld);
    }

    /// <summary>An sbyte tile, widened into rows of a padded distance.</summary>
    /// <inheritdoc cref="Rows{F, I}(Ptr{float}, nint, int, int, Ptr{float}, nint, int, bool)"/>
    public static Operand<int> Rows<F, I>(
        Ptr<sbyte> src, nint ld, int rows, int cols, Ptr<int> dst, nint dld, int lanes = int.MaxValue, bool turned = false)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        Pack.Rows<F, I>(src, ld, rows, cols, dst, dld);
        return new(dst, dld);
    }

    /// <summary>Rows of a matrix by their numbers, widened into rows of a padded distance; a row that the matrix does not have is zeros.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="matrix">The matrix.</param>
    /// <param name="col">Its first column to read.</param>
    /// <param name="numbers">The row's number for each row of the tile.</param>
    /// <param name="rows">The rows to copy.</param>
    /// <param name="cols">The columns to copy.</param>
    /// <param name="dst">Where the copy goes.</param>
    /// <param name="dld">The distance of the copy's rows.</param>
    public static Operand<float> Gather<F, I>(CpuView<float> matrix, nint col, Ptr<int> numbers, int rows, int cols, Ptr<float> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Gather<F, float, float, SameStorage<F, float>>(matrix, col, numbers, rows, cols, dst, dld);

    /// <inheritdoc cref="Gather{F, I}(CpuView{float}, nint, Ptr{int}, int, int, Ptr{float}, nint)"/>
    public static Operand<float> Gather<F, I>(CpuView<Half> matrix, nint col, Ptr<int> numbers, int rows, int cols, Ptr<float> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Gather<F, float, Half, HalfStorage<F, I>>(matrix, col, numbers, rows, cols, dst, dld);

    /// <inheritdoc cref="Gather{F, I}(CpuView{float}, nint, Ptr{int}, int, int, Ptr{float}, nint)"/>
    public static Operand<float> Gather<F, I>(CpuView<BFloat16> matrix, nint col, Ptr<int> numbers, int rows, int cols, Ptr<float> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Gather<F, float, BFloat16, BFloat16Storage<F, I>>(matrix, col, numbers, rows, cols, dst, dld);

    /// <inheritdoc cref="Gather{F, I}(CpuView{float}, nint, Ptr{int}, int, int, Ptr{float}, nint)"/>
    public static Operand<int> Gather<F, I>(CpuView<int> matrix, nint col, Ptr<int> numbers, int rows, int cols, Ptr<int> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Gather<I, int, int, SameStorage<I, int>>(matrix, col, numbers, rows, cols, dst, dld);

    /// <inheritdoc cref="Gather{F, I}(CpuView{float}, nint, Ptr{int}, int, int, Ptr{float}, nint)"/>
    public static Operand<int> Gather<F, I>(CpuView<sbyte> matrix, nint col, Ptr<int> numbers, int rows, int cols, Ptr<int> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Gather<I, int, sbyte, SByteStorage<F, I>>(matrix, col, numbers, rows, cols, dst, dld);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Operand<T> Gather<V, T, S, TStorage>(CpuView<S> matrix, nint col, Ptr<int> numbers, int rows, int cols, Ptr<T> dst, nint dld)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where TStorage : struct, IStorage<V, S>
    {
        for (nint row = 0; row < rows; row++)
        {
            var to = dst + (row * dld);
            if ((uint)numbers[row] < (uint)matrix.Rows)
            {
                Panel.CopyRows<V, T, S, TStorage>(matrix.Element(numbers[row], col), 0, 1, cols, to, dld);
                continue;
            }

            for (nint i = 0; i < cols; i++)
            {
                to[i] = default;
            }
        }

        return new(dst, dld);
    }
}
