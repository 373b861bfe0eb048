namespace TileKit.Kernels.Tests.Harness;

/// <summary>Dimensions of a list, one after the other; batches and heads are drawn.</summary>
internal sealed class SizesInTurn(Random random, int[] sizes) : Sizes(random, most: 1, matrices: 2, least: 1)
{
    private int _next;

    public override int Next() => sizes[_next++];
}
