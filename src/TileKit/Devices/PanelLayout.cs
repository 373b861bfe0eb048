namespace TileKit;

/// <summary>
/// How a tensor packed for products lies in memory: each matrix in panels of as many lanes as a vector operand has in registers at once, one after the
/// other, the last filled with zeros; in a panel, one step of the contraction after the other.
/// </summary>
/// <param name="Lanes">The lanes of a panel; 0 for a tensor that is not packed.</param>
/// <param name="Transposed">Whether the lanes are rows of the matrix instead of columns.</param>
/// <param name="PanelStride">Elements from panel to panel.</param>
/// <param name="MatrixStride">Elements from matrix to matrix.</param>
internal readonly record struct PanelLayout(int Lanes, bool Transposed, long PanelStride, long MatrixStride)
{
    /// <summary>The layout of a tensor's matrices.</summary>
    public static PanelLayout Of(in TensorLayout layout, bool transposed, int lanes)
    {
        var (k, width) = transposed ? (layout.Cols, layout.Rows) : (layout.Rows, layout.Cols);
        var stride = (long)k * lanes;
        return new(lanes, transposed, stride, (width + lanes - 1) / lanes * stride);
    }
}
