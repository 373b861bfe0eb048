namespace TileKit;

/// <summary>A matrix of elements of some type, small enough to compute on in one go. See <see cref="Tile{T}"/>.</summary>
public abstract class Tile
{
    private protected Tile()
    {
    }

    /// <summary>The tile's nominal number of rows.</summary>
    public abstract int Rows { get; }

    /// <summary>The tile's nominal number of columns.</summary>
    public abstract int Cols { get; }

    /// <summary>How many of the rows exist: fewer than <see cref="Rows"/> where the tile hangs over the edge of a matrix.</summary>
    public abstract int RealRows { get; }

    /// <summary>How many of the columns exist: fewer than <see cref="Cols"/> where the tile hangs over the edge of a matrix.</summary>
    public abstract int RealCols { get; }

    internal abstract Tile<TTo> CastTo<TTo>()
        where TTo : unmanaged;
}
