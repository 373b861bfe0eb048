namespace TileKit.Kernels;

/// <summary>Weights of 4 bits as <see cref="Quantized"/> reads them, and how to make them.</summary>
/// <remarks>
/// <para>
/// A matrix [K, N] is cut into panels of 128 columns, [N/128, K/8, 128], each in one piece of memory. An int has eight weights of one column, 4 bits each.
/// Of 32 adjacent ones along K, a block, int r of four has number 8·s + r in bits 8·s to 8·s + 3 and number 8·s + 4 + r in bits 8·s + 4 to 8·s + 7, for s
/// from 0 to 3. So one mask gives four bytes at a time, and a vector of ints is a row of columns.
/// </para>
/// <para>
/// Scales and zero points, one for each block, are [N/128, K/32, 128]. A last panel that N does not fill has zeros in its place.
/// </para>
/// </remarks>
public static class Int4Weights
{
    /// <summary>How many weights along K share a scale.</summary>
    public const int BlockSize = 32;

    /// <summary>How many columns a panel has.</summary>
    public const int PanelSize = 128;

    private const int PerInt = 8;
    private const int Levels = 16;
    private const int Middle = 8;

    /// <summary>The shape of the packed weights of a matrix [K, N]: [N/128, K/8, 128].</summary>
    /// <param name="k">The rows, a multiple of 32.</param>
    /// <param name="n">The columns.</param>
    /// <exception cref="ArgumentException">K is no multiple of 32, or a size is negative.</exception>
    public static int[] WeightShape(int k, int n) => Shape(k, n, PerInt);

    /// <summary>The shape of its scales and zero points: [N/128, K/32, 128].</summary>
    /// <inheritdoc cref="WeightShape" path="/param|/exception"/>
    public static int[] ScaleShape(int k, int n) => Shape(k, n, BlockSize);

    /// <summary>Rounds a matrix to 4 bits, with 8 for zero: the scale of a block is its greatest magnitude over 7.</summary>
    /// <param name="matrix">The weights, [K, N].</param>
    /// <param name="k">The rows, a multiple of 32.</param>
    /// <param name="n">The columns.</param>
    /// <param name="weights">The packed weights, of <see cref="WeightShape"/>.</param>
    /// <param name="scales">The scales, of <see cref="ScaleShape"/>.</param>
    /// <exception cref="ArgumentException">K is no multiple of 32, or a span has not the length that it must have.</exception>
    public static void Quantize(ReadOnlySpan<float> matrix, int k, int n, Span<int> weights, Span<float> scales)
    {
        Check(matrix.Length, (long)k * n, nameof(matrix));
        Clear(k, n, weights, scales);
        for (var b = 0; b < k / BlockSize; b++)
        {
            for (var col = 0; col < n; col++)
            {
                var block = matrix[((b * BlockSize * n) + col)..];
                var top = 0f;
                for (var i = 0; i < BlockSize; i++)
                {
                    top = MathF.Max(top, MathF.Abs(block[i * n]));
                }

                var scale = top / (Middle - 1);
                scales[ScaleIndex(k, b, col)] = scale;
                for (var i = 0; i < BlockSize; i++)
                {
                    Set(weights, k, b, i, col, Round(block[i * n], scale, Middle));
                }
            }
        }
    }

    /// <summary>Rounds a matrix to 4 bits, with a zero point for each block: its 16 levels reach from its least to its greatest weight, and 0 is one of them.</summary>
    /// <param name="matrix">The weights, [K, N].</param>
    /// <param name="k">The rows, a multiple of 32.</param>
    /// <param name="n">The columns.</param>
    /// <param name="weights">The packed weights, of <see cref="WeightShape"/>.</param>
    /// <param name="scales">The scales, of <see cref="ScaleShape"/>.</param>
    /// <param name="zeroPoints">The zero points from 0 to 15, of the same shape.</param>
    /// <exception cref="ArgumentException">K is no multiple of 32, or a span has not the length that it must have.</exception>
    public static void Quantize(ReadOnlySpan<float> matrix, int k, int n, Span<int> weights, Span<float> scales, Span<sbyte> zeroPoints)
    {
        Check(matrix.Length, (long)k * n, nameof(matrix));
        Clear(k, n, weights, scales);
        Check(zeroPoints.Length, scales.Length, nameof(zeroPoints));
        zeroPoints.Clear();
        for (var b = 0; b < k / BlockSize; b++)
        {
            for (var col = 0; col < n; col++)
            {
                var block = matrix[((b * BlockSize * n) + col)..];
                var (least, most) = (0f, 0f);
                for (var i = 0; i < BlockSize; i++)
                {
                    (least, most) = (MathF.Min(least, block[i * n]), MathF.Max(most, block[i * n]));
                }

                var scale = (most / (Levels - 1)) - (least / (Levels - 1));
                var zero = Round(-least, scale, 0);
                scales[ScaleIndex(k, b, col)] = scale;
                zeroPoints[ScaleIndex(k, b, col)] = (sbyte)zero;
                for (var i = 0; i < BlockSize; i++)
                {
                    Set(weights, k, b, i, col, Round(block[i * n], scale, zero));
                }
            }
        }
    }

    /// <summary>Takes over weights of ONNX's MatMulNBits with blocks of 32.</summary>
    /// <param name="bytes">Its weights, [N, K/32, 16]: two of a block's in a byte, the first in the low half.</param>
    /// <param name="blockScales">Its scales, [N, K/32].</param>
    /// <param name="k">The length of the contraction, a multiple of 32.</param>
    /// <param name="n">The columns of the result.</param>
    /// <param name="weights">The packed weights, of <see cref="WeightShape"/>.</param>
    /// <param name="scales">The scales, of <see cref="ScaleShape"/>.</param>
    /// <exception cref="ArgumentException">K is no multiple of 32, or a span has not the length that it must have.</exception>
    public static void Repack(ReadOnlySpan<byte> bytes, ReadOnlySpan<float> blockScales, int k, int n, Span<int> weights, Span<float> scales)
    {
        Check(bytes.Length, (long)n * k / 2, nameof(bytes));
        Check(blockScales.Length, (long)n * k / BlockSize, nameof(blockScales));
        Clear(k, n, weights, scales);
        var blocks = k / BlockSize;
        for (var col = 0; col < n; col++)
        {
            for (var b = 0; b < blocks; b++)
            {
                var block = bytes.Slice(((col * blocks) + b) * (BlockSize / 2), BlockSize / 2);
                scales[ScaleIndex(k, b, col)] = blockScales[(col * blocks) + b];
                for (var i = 0; i < BlockSize; i++)
                {
                    Set(weights, k, b, i, col, Half(block, i));
                }
            }
        }
    }

    /// <summary>Takes over weights of ONNX's MatMulNBits with blocks of 32 and zero points.</summary>
    /// <param name="bytes">Its weights, [N, K/32, 16]: two of a block's in a byte, the first in the low half.</param>
    /// <param name="blockScales">Its scales, [N, K/32].</param>
    /// <param name="blockZeroPoints">Its zero points, [N, K/64], K/64 rounded up: two in a byte, the first in the low half.</param>
    /// <param name="k">The length of the contraction, a multiple of 32.</param>
    /// <param name="n">The columns of the result.</param>
    /// <param name="weights">The packed weights, of <see cref="WeightShape"/>.</param>
    /// <param name="scales">The scales, of <see cref="ScaleShape"/>.</param>
    /// <param name="zeroPoints">The zero points, of the same shape.</param>
    /// <exception cref="ArgumentException">K is no multiple of 32, or a span has not the length that it must have.</exception>
    public static void Repack(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<float> blockScales, ReadOnlySpan<byte> blockZeroPoints, int k, int n,
        Span<int> weights, Span<float> scales, Span<sbyte> zeroPoints)
    {
        var (blocks, pairs) = (k / BlockSize, ((k / BlockSize) + 1) / 2);
        Check(blockZeroPoints.Length, (long)n * pairs, nameof(blockZeroPoints));
        Repack(bytes, blockScales, k, n, weights, scales);
        Check(zeroPoints.Length, scales.Length, nameof(zeroPoints));
        zeroPoints.Clear();
        for (var col = 0; col < n; col++)
        {
            for (var b = 0; b < blocks; b++)
            {
                zeroPoints[ScaleIndex(k, b, col)] = (sbyte)Half(blockZeroPoints.Slice(col * pairs, pairs), b);
            }
        }
    }

    private static int[] Shape(int k, int n, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return k % BlockSize == 0
            ? [(n + PanelSize - 1) / PanelSize, k / rows, PanelSize]
            : throw new ArgumentException($"K is {k}, which is no multiple of {BlockSize}.", nameof(k));
    }

    private static void Clear(int k, int n, Span<int> weights, Span<float> scales)
    {
        Check(weights.Length, Length(WeightShape(k, n)), nameof(weights));
        Check(scales.Length, Length(ScaleShape(k, n)), nameof(scales));
        weights.Clear();
        scales.Clear();
    }

    private static long Length(int[] shape) => (long)shape[0] * shape[1] * shape[2];

    private static void Check(int length, long expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"It has {length} elements, not {expected}.", name);
        }
    }

    private static int Half(ReadOnlySpan<byte> bytes, int index) => (bytes[index / 2] >> (4 * (index % 2))) & (Levels - 1);

    private static int Round(float value, float scale, int zero) =>
        scale > 0 ? Math.Clamp((int)MathF.Round(value / scale) + zero, 0, Levels - 1) : zero;

    // weight number i of a block: see the remarks
    private static void Set(Span<int> weights, int k, int block, int i, int col, int bits)
    {
        var row = (block * (BlockSize / PerInt)) + (i % 4);
        weights[Index(k / PerInt, row, col)] |= bits << ((8 * (i / 8)) + (4 * (i % 8 / 4)));
    }

    private static int ScaleIndex(int k, int block, int col) => Index(k / BlockSize, block, col);

    private static int Index(int rows, int row, int col) => (((col / PanelSize * rows) + row) * PanelSize) + (col % PanelSize);
}
