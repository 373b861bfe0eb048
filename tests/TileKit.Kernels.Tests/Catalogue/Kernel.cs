using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>A kernel of the library for one element type, and how to draw launches of it.</summary>
internal abstract class Kernel
{
    /// <summary>The launcher's name and the element type, unique.</summary>
    public abstract string Name { get; }

    /// <summary>The names of the tunables.</summary>
    public abstract string[] Tunables { get; }

    /// <summary>How many of the last inputs must be finite: they hold no NaN and Inf, or the result is not said with them.</summary>
    public virtual int FiniteInputs => 0;

    /// <summary>
    /// What <see cref="Draw"/> takes its dimensions from for GPU kernels, whose tile sizes are few: around each of them, and around
    /// nothing. The first is small and cuts every tile.
    /// </summary>
    public abstract int[][] GpuShapes { get; }

    /// <summary>Draws a launch.</summary>
    public abstract Launch Draw(Sizes sizes);

    public override string ToString() => Name;

    /// <summary>All kernels, by name.</summary>
    public static IReadOnlyDictionary<string, Kernel> All { get; } =
        new[]
        {
            GemmKernels.All, NormKernels.All, AddNormKernels.All, AttentionKernels.All, ActivationKernels.All, PositionKernels.All, DoraKernels.All,
            LossKernels.All,
        }.SelectMany(kernels => kernels).ToDictionary(kernel => kernel.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Those whose results are matrices.</summary>
    public static TheoryData<string> MatrixNames => [.. All.Keys.Where(name => !name.StartsWith("Losses.", StringComparison.Ordinal))];

    /// <summary>Those that compute in floating point.</summary>
    public static TheoryData<string> FloatNames => [.. All.Keys.Where(name => !name.EndsWith("sbyte", StringComparison.Ordinal))];
}
