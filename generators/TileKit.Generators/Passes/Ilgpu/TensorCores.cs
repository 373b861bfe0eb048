using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// Which products a GPU's tensor cores compute: those of Halves and BFloat16s, exact and summed in float, and those of sbytes, summed in int. A tile of
/// floats times BFloat16s is two products, of what a BFloat16 holds of the floats and of what that leaves; floats times floats or Halves are products of TF32s.
/// </summary>
internal static class TensorCores
{
    /// <summary>What one instruction takes along the rows of A, and twice along the columns of B.</summary>
    public const int Size = 16;

    private const int DepthBytes = 32;

    /// <summary>Whether they can compute all products of a grid, and there are any.</summary>
    public static bool Compute(GridOp grid)
    {
        var products = grid.Body.Descendants().OfType<MmaOp>().ToList();
        var inMemory = InMemory(grid);
        return products.Count > 0 && products.TrueForAll(mma => inMemory.Contains(mma.B.Id) && mma.B.Type.Element switch
        {
            ElementType.Half or ElementType.BFloat16 or ElementType.Float => mma.Result.Type.Element == ElementType.Float && Takes(mma),
            ElementType.SByte => mma.Result.Type.Element == ElementType.Int && mma.A.Type.Element == ElementType.SByte && inMemory.Contains(mma.A.Id),
            _ => false,
        });

        // a computed A comes out of registers, where k runs along its rows
        bool Takes(MmaOp mma) => inMemory.Contains(mma.A.Id)
            ? mma.A.Type.Element == mma.B.Type.Element
            : !mma.TransposeA && mma.A.Type.Element is var element && (element == mma.B.Type.Element || element == ElementType.Float);
    }

    /// <summary>What one instruction takes along the contraction.</summary>
    public static int Depth(MmaOp mma) => DepthBytes / Bytes(mma);

    /// <summary>The bytes of an element of a product's operands in shared memory.</summary>
    public static int Bytes(MmaOp mma) => SharedSlot.ElementBytes(KindOf(mma.B.Type.Element));

    /// <summary>How operands lie in shared memory: as they do in memory.</summary>
    public static SharedKind KindOf(ElementType element) => element switch
    {
        ElementType.SByte => SharedKind.Bytes,
        ElementType.Float => SharedKind.Words,
        _ => SharedKind.Bits,
    };

    /// <summary>The instructions for 16 × 8 sums over a <see cref="Depth"/>.</summary>
    public static int Instructions(MmaOp mma) => (mma.A.Type.Element, mma.B.Type.Element) switch
    {
        (ElementType.Float, ElementType.Half) => 4,
        (ElementType.Float, ElementType.Float) => 3,
        (ElementType.Float, ElementType.BFloat16) => 2,
        _ => 1,
    };

    /// <summary>Whether a product's operands are bytes. Those lie along the contraction in shared memory, since nothing turns them on their way out.</summary>
    public static bool IsOfBytes(MmaOp mma) => mma.B.Type.Element == ElementType.SByte;

    /// <summary>Whether a product's A is turned on its way into shared memory.</summary>
    public static bool TurnsA(MmaOp mma) => IsOfBytes(mma) && mma.TransposeA;

    /// <summary>Whether its B is.</summary>
    public static bool TurnsB(MmaOp mma) => IsOfBytes(mma) && !mma.TransposeB;

    /// <summary>Whether a product's A is two BFloat16s an element.</summary>
    public static bool IsSplit(MmaOp mma) => mma.A.Type.Element == ElementType.Float && mma.B.Type.Element == ElementType.BFloat16;

    /// <summary>Whether its numbers are TF32s: two for each float, or one where a device was asked for less precision.</summary>
    public static bool IsOfTF32(MmaOp mma) => mma.A.Type.Element == ElementType.Float && !IsSplit(mma);

    /// <summary>Whether any product of a grid is of TF32s.</summary>
    public static bool HasTF32(GridOp grid) => grid.Body.Descendants().OfType<MmaOp>().Any(IsOfTF32);

    /// <summary>Whether a product takes its floats from a tile four rows at a time, since k runs down there and nothing turns them.</summary>
    public static bool ReadsAcross(MmaOp mma, Value tile) =>
        tile.Type.Element == ElementType.Float && ((mma.A.Id == tile.Id && mma.TransposeA) || (mma.B.Id == tile.Id && !mma.TransposeB));

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
