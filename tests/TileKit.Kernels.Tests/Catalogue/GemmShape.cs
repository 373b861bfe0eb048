using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The shapes of a matrix product.</summary>
internal sealed record GemmShape(int[] A, int[] B, int[] C)
{
    /// <summary>Rows, columns and length of the contraction around the tiles of GPU kernels: 128 × 128 × 16 and 32 × 32 × 64.</summary>
    public static int[][] OfGpus { get; } =
        [[37, 35, 19], [1, 1, 1], [31, 33, 65], [32, 32, 64], [127, 5, 33], [3, 131, 16], [129, 128, 7], [40, 24, 40], [37, 36, 28], [13, 7, 0], [0, 5, 3], [5, 0, 3]];

    /// <summary>Draws the shapes; now and then a factor has a single matrix for the whole batch.</summary>
    public static GemmShape Draw(Sizes sizes, bool transposeA, bool transposeB)
    {
        var (m, n, k) = (sizes.Next(), sizes.Next(), sizes.Next());
        var c = sizes.Shape(m, n);
        return new GemmShape(
            Factor(sizes.Random, c, transposeA ? [k, m] : [m, k]),
            Factor(sizes.Random, c, transposeB ? [n, k] : [k, n]),
            c);
    }

    private static int[] Factor(Random random, int[] result, int[] matrix) => random.Next(4) switch
    {
        0 => matrix,
        1 when result.Length == 4 => [result[0], 1, .. matrix],
        _ => [.. result[..^2], .. matrix],
    };
}
