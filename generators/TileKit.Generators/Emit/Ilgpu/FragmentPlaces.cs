using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Writes where a thread loads its parts of fragments from, in shared memory. The four matrices of a load begin at the rows that threads 0, 8, 16 and 24 name,
/// and go on with the next seven threads'. For A these are two blocks of eight rows, a thread's rows of a pair, and then the same 16 bytes on; for B 16 bytes
/// along k and 16 more, and then the same in the next chunk. Nothing turns floats: where k runs down their tile, a thread reads its four itself.
/// </summary>
internal sealed class FragmentPlaces(ThreadGrid threads)
{
    private const int HalfDepth = 4; // of floats: a thread's second number is as far along k

    private int Across => 8 * threads.WarpsAcross; // from a chunk to the next

    /// <summary>The thread's place in its warp and the warp's in the group, for the kernel's head. ILGPU makes remainders divisions, so there are none.</summary>
    public static string Head(ThreadGrid threads) =>
        $"int id0 = Group.IdxX, l0 = id0 & 31, wr0 = id0 / 32 / {threads.WarpsAcross} * 8, wc0 = (id0 / 32 & {threads.WarpsAcross - 1}) * 8, tr0 = wr0 + l0 / 4, tc0 = wc0 / 2 + (l0 & 3);";

    /// <summary>What does not change in a product, of A.</summary>
    public string FirstOfA(FragmentStep step) => (IsTurnedA(step), step.A!.Kind) switch
    {
        (true, SharedKind.Words) => $"(l0 & 3) * {step.A.Pitch} + wr0 + l0 / 4",
        (true, _) => $"((l0 & 7) + l0 / 16 * 8) * {step.A.Pitch} + wr0 + (l0 / 8 & 1) * {threads.Rows}",
        _ => $"(wr0 + (l0 & 7) + (l0 / 8 & 1) * {threads.Rows}) * {step.A.Pitch} + l0 / 16 * {step.A.ElementsOfCopy}",
    };

    /// <summary>And of B.</summary>
    public string FirstOfB(FragmentStep step) => (IsTurnedB(step), step.B.Kind) switch
    {
        (true, SharedKind.Words) => $"(l0 & 3) * {Down(step) * step.B.Pitch} + wc0 + l0 / 4",
        (false, SharedKind.Words) when step.A is null => $"(wc0 + l0 / 4) * {step.B.Pitch} + (l0 & 3) * {Down(step)}",
        (true, _) => $"(l0 & 15) * {step.B.Pitch} + wc0 + l0 / 16 * {Across}",
        _ => $"(wc0 + (l0 & 7) + l0 / 16 * {Across}) * {step.B.Pitch} + (l0 / 8 & 1) * {step.B.ElementsOfCopy}",
    };

    /// <summary>The fragment of a pair of A's rows, at k0.</summary>
    public string LoadA(FragmentStep step, int pair)
    {
        var (a, rows) = (step.A!, 2 * pair * threads.Rows);
        var memory = SharedMemoryEmitter.Memory(a);
        return (IsTurnedA(step), a.Kind) switch
        {
            (true, SharedKind.Words) => $"Fragments.Gather({memory}, x0 + {rows} + k0 * {a.Pitch}, {threads.Rows}, {HalfDepth * a.Pitch})",
            (true, _) => $"Fragments.LoadTurned({memory}, x0 + {rows} + k0 * {a.Pitch})",
            _ => $"Fragments.Load({memory}, x0 + {rows * a.Pitch} + k0)",
        };
    }

    /// <summary>The fragments of two of B's chunks.</summary>
    public string LoadB(FragmentStep step, int chunk, string k)
    {
        var (b, cols) = (step.B, chunk * Across);
        var memory = SharedMemoryEmitter.Memory(b);
        return (IsTurnedB(step), b.Kind) switch
        {
            (true, SharedKind.Words) => $"Fragments.Gather({memory}, y0 + {cols} + {k} * {b.Pitch}, {Next(step) * b.Pitch}, {Across})",
            (false, SharedKind.Words) when step.A is null => $"Fragments.Gather({memory}, y0 + {cols * b.Pitch} + {k}, {Next(step)}, {Across * b.Pitch})",
            (true, _) => $"Fragments.LoadTurned({memory}, y0 + {cols} + {k} * {b.Pitch})",
            _ => $"Fragments.Load({memory}, y0 + {cols * b.Pitch} + {k})",
        };
    }

    // whether k is not along the rows in shared memory
    private static bool IsTurnedA(FragmentStep step) => step.Op.TransposeA != TensorCores.TurnsA(step.Op);

    private static bool IsTurnedB(FragmentStep step) => !step.Op.TransposeB != TensorCores.TurnsB(step.Op);

    // An A in registers has two adjacent numbers along k where one that is loaded has the j-th and the one four on; B goes along with it.
    private static int Down(FragmentStep step) => step.A is null ? 2 : 1;

    private static int Next(FragmentStep step) => step.A is null ? 1 : HalfDepth;
}
