using static TileKit.Ops;

namespace TileKit.Kernels;

/// <summary>What tells a transformer the places of its tokens.</summary>
public static partial class Positions
{
    /// <summary>Tile i of y = the same tile of x, turned by angles given by their cosines and sines.</summary>
    private static void Turn<T>(Global<T> x, Global<T> y, Tile<float> cos, Tile<float> sin, int half, int i, int BM, int H)
        where T : unmanaged
    {
        var first = Cast<float>(x.SliceCols(0, half).Tiles(BM, H)[i, 0]);
        var second = Cast<float>(x.SliceCols(half, half).Tiles(BM, H)[i, 0]);
        y.SliceCols(0, half).Tiles(BM, H)[i, 0] = Cast<T>(first * cos - second * sin);
        y.SliceCols(half, half).Tiles(BM, H)[i, 0] = Cast<T>(second * cos + first * sin);
    }
}
