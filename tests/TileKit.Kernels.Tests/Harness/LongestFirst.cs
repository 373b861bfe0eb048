using TileKit.Kernels.Tests.Harness;
using TileKit.Kernels.Tests.Ilgpu;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("TileKit.Kernels.Tests.Harness." + nameof(LongestFirst), "TileKit.Kernels.Tests")]

namespace TileKit.Kernels.Tests.Harness;

/// <summary>Starts the classes with the longest tests first: else one of them runs last, alone, on one of the processors.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
        [nameof(IlgpuAgreementTests), nameof(RandomLaunchTests), nameof(IlgpuListTests), nameof(SpecialValueTests), nameof(AgreementTests)];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(static collection => Array.FindIndex(Longest, name => collection.DisplayName.EndsWith($".{name}", StringComparison.Ordinal)) switch
        {
            < 0 => Longest.Length,
            var place => place,
        });
}
