namespace TileKit.Kernels;

/// <summary>
/// A mixture of experts, step by step: route, sort, the experts' two products, combine. Tokens of an expert are neither padded nor copied together.
/// </summary>
/// <remarks>
/// After SonicMoE (Guo et al., 2025, arXiv:2512.14080): the gather is fused into the loads of the first product, SwiGLU into its store, and
/// each token gathers and sums its experts' results, so that nothing is scattered. Lists with an entry for each choice of each token are
/// [K, T], choice after choice. Everything is computed in float; Half and BFloat16 results are rounded once, where they are stored.
/// </remarks>
public static partial class Moe;
