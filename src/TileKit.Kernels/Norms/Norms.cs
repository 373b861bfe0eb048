namespace TileKit.Kernels;

/// <summary>
/// Softmax, LayerNorm and RMSNorm over the rows of a tensor, the latter two also of a sum with the residual, each in one pass over memory:
/// a row stays in cache while it is normalised.
/// </summary>
/// <remarks>All compute in float; Half and BFloat16 results are rounded once, at the end.</remarks>
public static partial class Norms;
