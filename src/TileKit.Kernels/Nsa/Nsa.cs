using static TileKit.Ops;

namespace TileKit.Kernels;

/// <summary>Sparse attention in three branches: compressed keys, the blocks that score best among them, and a window.</summary>
/// <remarks>
/// <para>
/// Native sparse attention (Yuan et al., 2025, arXiv:2502.11089), and for small groups the loop order of Flash Sparse Attention (Yan et al.,
/// 2025, arXiv:2508.18224). Everything is causal: query and key t stand at the same place. Everything is computed in float; BFloat16 results are rounded once.
/// </para>
/// <para>
/// A group, the G query heads that share keys, lies together: N is B·Hkv, queries and results are [N, T·G, D], where row t·G + g is head g at
/// place t, and keys and values [N, T, D]. A value must be finite wherever a mask may hide it.
/// </para>
/// </remarks>
public static partial class Nsa
{
    // how many blocks there are among the first places
    private static int WholeBlocks(int places, int length, int stride) => Max(places - length + stride, 0) / stride;
}
