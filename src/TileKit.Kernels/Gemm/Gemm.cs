namespace TileKit.Kernels;

/// <summary>
/// General matrix products: the four layouts of the factors, batched, in float, Half, BFloat16 and sbyte → int, and the product of a
/// linear layer with what usually follows it.
/// </summary>
/// <remarks>
/// A and B in a name are the factors, a t after one says that it is stored transposed. After ThunderKittens (Spector et al., 2024,
/// arXiv:2410.20399): accumulate a tile in registers over the contraction, then fuse the epilogue into its store. The second factor in float may come
/// packed, see <see cref="Device.Pack"/> and <see cref="Device.PackTransposed"/>.
/// </remarks>
public static partial class Gemm;
