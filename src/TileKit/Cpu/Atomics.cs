using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Adds tiles in scratch to memory that other threads add to at the same time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Atomics
{
    /// <summary>Adds a tile to a block of memory.</summary>
    /// <typeparam name="V">The vector whose lanes make a bundle.</typeparam>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="tile">The tile in scratch.</param>
    /// <param name="sr">Its stride from outer element to outer element.</param>
    /// <param name="sv">Its stride per lane between bundles.</param>
    /// <param name="rows">The rows to add.</param>
    /// <param name="cols">The columns to add.</param>
    /// <param name="lanesAreRows">Whether the tile's lanes run along its rows.</param>
    /// <param name="target">The first element in memory.</param>
    /// <param name="ld">The elements from row to row of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<V, T>(Ptr<T> tile, nint sr, nint sv, int rows, int cols, bool lanesAreRows, Ptr<T> target, nint ld)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint row = 0; row < rows; row++)
        {
            AddRow<V, T>(tile, sr, sv, row, cols, lanesAreRows, target + (row * ld));
        }
    }

    /// <summary>Adds rows of a tile to rows of a matrix by their numbers; one that the matrix does not have is left out.</summary>
    /// <typeparam name="V">The vector whose lanes make a bundle.</typeparam>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="tile">The tile in scratch.</param>
    /// <param name="sr">Its stride from outer element to outer element.</param>
    /// <param name="sv">Its stride per lane between bundles.</param>
    /// <param name="rows">The rows to add.</param>
    /// <param name="cols">The columns to add.</param>
    /// <param name="lanesAreRows">Whether the tile's lanes run along its rows.</param>
    /// <param name="numbers">The row's number for each row of the tile.</param>
    /// <param name="target">The matrix.</param>
    /// <param name="col">The column of the matrix where the rows begin.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<V, T>(Ptr<T> tile, nint sr, nint sv, int rows, int cols, bool lanesAreRows, Ptr<int> numbers, CpuView<T> target, nint col)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint row = 0; row < rows; row++)
        {
            if ((uint)numbers[row] < (uint)target.Rows)
            {
                AddRow<V, T>(tile, sr, sv, row, cols, lanesAreRows, target.Element(numbers[row], col));
            }
        }
    }

    /// <summary>Adds the elements of a vector to elements of row 0 by their numbers; one that the row does not have is left out.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="vector">The vector in scratch.</param>
    /// <param name="count">The elements to add.</param>
    /// <param name="numbers">The column's number for each of them.</param>
    /// <param name="target">The matrix.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<T>(Ptr<T> vector, int count, Ptr<int> numbers, CpuView<T> target)
        where T : unmanaged
    {
        for (nint i = 0; i < count; i++)
        {
            if (target.Rows > 0 && (uint)numbers[i] < (uint)target.Cols)
            {
                Add(target.Element(0, numbers[i]), vector[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<V, T>(Ptr<T> tile, nint sr, nint sv, nint row, int cols, bool lanesAreRows, Ptr<T> target)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint col = 0; col < cols; col++)
        {
            var (outer, lane) = lanesAreRows ? (col, row) : (row, col);
            var within = lane % V.Count;
            Add(target + col, tile[((lane - within) * sv) + (outer * sr) + within]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(Ptr<T> target, T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(int))
        {
            Interlocked.Add(ref Unsafe.As<T, int>(ref target[0]), Unsafe.BitCast<T, int>(value));
            return;
        }

        // a sum is stored only where nothing else was since it was read
        ref var bits = ref Unsafe.As<T, int>(ref target[0]);
        var before = Volatile.Read(ref bits);
        while (true)
        {
            var sum = BitConverter.Int32BitsToSingle(before) + Unsafe.BitCast<T, float>(value);
            var found = Interlocked.CompareExchange(ref bits, BitConverter.SingleToInt32Bits(sum), before);
            if (found == before)
            {
                return;
            }

            before = found;
        }
    }
}
