using static TileKit.Ops;

namespace TileKit.Kernels;

/// <summary>Linear layers whose weights have 4 bits, in blocks of 32 along the contraction with a scale each.</summary>
/// <remarks>
/// A weight is its scale times (bits − zero point), the zero point being 8 or given for each block: what GPTQ (Frantar et al., 2022, arXiv:2210.17323) and
/// AWQ (Lin et al., 2023, arXiv:2306.00978) make, and what ONNX calls MatMulNBits. <see cref="Int4Weights"/> has the layout and makes it.
/// </remarks>
public static partial class Quantized
{
    private const int Block = Int4Weights.BlockSize;
    private const int Panel = Int4Weights.PanelSize;
    private const int Ints = Block / 8;

    // what both kinds of layers rely on
    private static void RequireLayer<T>(Global<float> x, Global<int> weights, Global<T> scales, Global<float> y)
        where T : unmanaged
    {
        Require(x.Cols == Block, "the last dimension is a block of 32");
        Require(x.Batch == 1 && weights.Batch == 1 && scales.Batch == 1);
        Require(weights.Cols == Panel && scales.Cols == Panel, "a panel has 128 columns");
        Require(Ints * x.Rows == weights.Rows && x.Rows == scales.Rows);
        Require(y.Batch == 1 && y.Depth == 1 && x.Depth == y.Rows);
        Require(CeilDiv(y.Cols, Panel) == weights.Depth && weights.Depth == scales.Depth);
    }

    private static void RequireZeroPoints<T>(Global<T> scales, Global<sbyte> zeroPoints)
        where T : unmanaged
        => Require(zeroPoints.Batch == 1 && zeroPoints.Depth == scales.Depth && zeroPoints.Rows == scales.Rows && zeroPoints.Cols == scales.Cols);
}
