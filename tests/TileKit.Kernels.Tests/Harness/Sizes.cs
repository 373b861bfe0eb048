namespace TileKit.Kernels.Tests.Harness;

/// <summary>Where launches take their dimensions from.</summary>
/// <param name="random">The source of chance.</param>
/// <param name="most">The largest dimension of a matrix.</param>
/// <param name="matrices">The largest batch and depth.</param>
/// <param name="least">The smallest dimension of a matrix.</param>
internal class Sizes(Random random, int most, int matrices = 3, int least = 0)
{
    public Random Random => random;

    /// <summary>A dimension of a matrix: often small, sometimes as large as allowed.</summary>
    public virtual int Next() => random.Next(least, 1 + (random.Next(4) switch
    {
        0 => Math.Max(least, Math.Min(most, 12)),
        1 => Math.Max(least, Math.Min(most, 70)),
        _ => most,
    }));

    /// <summary>A number of batches or heads; seldom 0.</summary>
    public int Matrices() => least == 0 && random.Next(40) == 0 ? 0 : random.Next(1, matrices + 1);

    /// <summary>A shape of rank 2 to 4 for matrices of the given size.</summary>
    public int[] Shape(int rows, int cols) => random.Next(3) switch
    {
        0 => [rows, cols],
        1 => [Matrices(), rows, cols],
        _ => [Matrices(), Matrices(), rows, cols],
    };
}
