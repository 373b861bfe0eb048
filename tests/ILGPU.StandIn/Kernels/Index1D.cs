namespace ILGPU;

/// <summary>An index along one dimension.</summary>
/// <param name="x">The index.</param>
public readonly struct Index1D(int x)
{
    /// <summary>The index.</summary>
    public int X { get; } = x;

    public static implicit operator Index1D(int idx) => new(idx);

    public static implicit operator int(Index1D idx) => idx.X;
}
