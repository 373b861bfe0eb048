using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// Which products a GPU's tensor cores compute: those of Halves and BFloat16s, exact and summed in float. A tile of floats times BFloat16s is two
/// products, of what a BFloat16 holds of the floats and of what that leaves.
/// </summary>
internal static class TensorCores
{
    /// <summary>What one instruction takes along the rows of A, along the contraction, and twice along the columns of B.</summary>
    public const int Size = 16;

    /// <summary>Whether they can compute all products of a grid, and there are any.</summary>
    public static bool Compute(GridOp grid)
    {
        var products = grid.Body.Descendants().OfType<MmaOp>().ToList();
        var inMemory = InMemory(grid);
        return products.Count > 0 && products.TrueForAll(mma =>
            mma.Result.Type.Element == ElementType.Float && mma.B.Type.Element is ElementType.Half or ElementType.BFloat16 && inMemory.Contains(mma.B.Id) && Takes(mma));

        // a computed A comes out of registers, where k runs along its rows
        bool Takes(MmaOp mma) => inMemory.Contains(mma.A.Id)
            ? mma.A.Type.Element == mma.B.Type.Element
            : !mma.TransposeA && (mma.A.Type.Element == mma.B.Type.Element || (IsSplit(mma) && mma.B.Type.Element == ElementType.BFloat16));
    }

    /// <summary>Whether a product's A is two BFloat16s an element.</summary>
    public static bool IsSplit(MmaOp mma) => mma.A.Type.Element == ElementType.Float;

    /// <summary>The tiles that go from registers to a product.</summary>
    public static IEnumerable<int> InRegisters(GridOp grid)
    {
        var inMemory = InMemory(grid);
        return grid.Body.Descendants().OfType<MmaOp>().Select(mma => mma.A.Id).Where(id => !inMemory.Contains(id));
    }

    // what goes to shared memory as it is
    private static HashSet<int> InMemory(GridOp grid)
    {
        var ops = grid.Body.Descendants().ToList();
        var readers = ops.SelectMany(o => o.Operands().Select(v => (v.Id, Op: o))).ToLookup(p => p.Id, p => p.Op);
        var stored = grid.Body.StoredTensors();
        return [.. ops.OfType<LoadOp>().Where(load => BuildIlgpuSteps.IsStaged(load, readers[load.Result.Id], stored)).Select(load => load.Result.Id)];
    }
}
