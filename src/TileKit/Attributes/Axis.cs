namespace TileKit;

/// <summary>A dimension of a tensor as a program sees it: <c>[batch, depth, rows, cols]</c>.</summary>
public enum Axis
{
    /// <summary>The outermost dimension; 1 for a tensor of rank 3 or less.</summary>
    Batch,

    /// <summary>The second dimension; 1 for a tensor of rank 2 or less.</summary>
    Depth,

    /// <summary>The rows of a matrix; 1 for a tensor of rank 1.</summary>
    Rows,

    /// <summary>The columns of a matrix, contiguous in memory.</summary>
    Cols,
}
