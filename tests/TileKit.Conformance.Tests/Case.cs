namespace TileKit.Conformance.Tests;

internal delegate void Launcher(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

internal delegate void Eager(Global<float> x, Global<float> y, Global<float> z, int BM, int BN);

/// <summary>A program with its launcher and the shape of z, given that of x and y.</summary>
internal sealed record Case(string Name, Launcher Launcher, Eager Eager, Func<int, int, (int Rows, int Cols)> Shape)
{
    public static IReadOnlyList<Case> All { get; } =
    [
        Same(Programs.Maps, Programs.MapsProgram),
        Same(Programs.Broadcasts, Programs.BroadcastsProgram),
        Same(Programs.Divisions, Programs.DivisionsProgram),
        Same(Programs.Comparisons, Programs.ComparisonsProgram),
        Same(Programs.Masks, Programs.MasksProgram),
        Same(Programs.Integers, Programs.IntegersProgram),
        Same(Programs.Bits, Programs.BitsProgram),
        Same(Programs.Storage, Programs.StorageProgram),
        Same(Programs.Shifted, Programs.ShiftedProgram),
        Same(Programs.InPlace, Programs.InPlaceProgram),
        Same(Programs.RowReductions, Programs.RowReductionsProgram),
        Same(Programs.Recomputed, Programs.RecomputedProgram),
        Same(Programs.ColReductions, Programs.ColReductionsProgram),
        Same(Programs.ScalarReductions, Programs.ScalarReductionsProgram),
        new(nameof(Programs.VectorStores), Programs.VectorStores, Programs.VectorStoresProgram, (m, n) => (3, Math.Max(m, n))),
        new(nameof(Programs.ColVectorStores), Programs.ColVectorStores, Programs.ColVectorStoresProgram, (m, n) => (3, Math.Max(m, n))),
        new(nameof(Programs.ProductABt), Programs.ProductABt, Programs.ProductABtProgram, (m, _) => (m, m)),
        new(nameof(Programs.ProductAtB), Programs.ProductAtB, Programs.ProductAtBProgram, (_, n) => (n, n)),
        new(nameof(Programs.ProductAtBt), Programs.ProductAtBt, Programs.ProductAtBtProgram, (m, n) => (n, m)),
        Same(Programs.ComputedOperands, Programs.ComputedOperandsProgram),
        Same(Programs.RoundedProducts, Programs.RoundedProductsProgram),
        Same(Programs.StoredSums, Programs.StoredSumsProgram),
        Same(Programs.StoredProduct, Programs.StoredProductProgram),
        Same(Programs.OnlineSoftmax, (x, y, z, bm, bn) => Programs.OnlineSoftmaxProgram(x, y, z, bm, bn, Math.Max(x.Cols, 1))),
        new(nameof(Programs.Layouts), Programs.Layouts, Programs.LayoutsProgram, (m, n) => (n, m)),
        Same(Programs.Swaps, Programs.SwapsProgram),
        Same(Programs.Branches, Programs.BranchesProgram),
        Same(Programs.Inlined, Programs.InlinedProgram),
        Same(Programs.ScalarLoads, Programs.ScalarLoadsProgram),
        Same(Programs.EmptyLoops, Programs.EmptyLoopsProgram),
        Same(Programs.Slices, Programs.SlicesProgram),
        Same(Programs.Gathers, Programs.GathersProgram),
        Same(Programs.Ragged, Programs.RaggedProgram),
        Same(Programs.Atomics, Programs.AtomicsProgram),
        Same(Programs.Steered, Programs.SteeredProgram),
        Same(Programs.Fused, Programs.FusedProgram),
        Same(Programs.Phases, Programs.PhasesProgram),
    ];

    private static Case Same(Launcher launcher, Eager eager) => new(launcher.Method.Name, launcher, eager, (m, n) => (m, n));
}
