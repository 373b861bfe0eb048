namespace TileKit.Kernels;

/// <summary>Weight-decomposed low-rank adaptation (DoRA, Liu et al., 2024, arXiv:2402.09353).</summary>
public static partial class Dora;
