using System.Reflection;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>Launchers that the catalogue leaves out: they take lists of numbers or packed weights that must fit together, and have test classes of their own.</summary>
internal static class TestedElsewhere
{
    private static readonly string[] Names =
    [
        .. Of("Attention", "BlockSparse", "Decode", "Neighborhood1D", "Neighborhood2D", "VarLen"),
        .. Of("Dora", "Linear", "Norm"),
        .. Of("Moe", "Combine", "CombineLists", "Down", "Forward", "Lists", "Round", "Route", "Scores", "Sort", "SwiGlu"),
        .. Of("Quantized", "LinearInt4", "LinearInt4Dynamic"),
        .. Of("Nsa", "CompressLinear", "CompressMean", "Compressed", "Forward", "Gate", "Scores", "Select", "Selected", "SelectedByBlock", "SelectedByToken", "Window"),
    ];

    public static bool Has(MethodInfo launcher) => Names.Contains($"{launcher.DeclaringType!.Name}.{launcher.Name}", StringComparer.Ordinal);

    private static IEnumerable<string> Of(string type, params string[] launchers) => launchers.Select(launcher => $"{type}.{launcher}");
}
