namespace ILGPU.Sanitizer;

/// <summary>
/// Copies that the running thread has started and not waited for. With it, tests say what instructions do that copy beside the threads, which ILGPU has not.
/// </summary>
public static class PendingCopies
{
    /// <summary>The number of copies.</summary>
    public static int Count => Running.Thread.Copies.Count;

    /// <summary>Keeps a copy for later. The target counts as never written until it takes place.</summary>
    /// <param name="target">Where to: shared memory.</param>
    /// <param name="source">Where from.</param>
    public static void Add(ArrayView<ushort> target, ArrayView<ushort> source)
    {
        Running.Thread.Copies.Add((target, source));
        foreach (ref var cell in target.Memory!.Cells(target.Offset, (int)target.LengthInBytes))
            cell.WriteEpoch = 0;
    }

    /// <summary>Where a copy goes.</summary>
    /// <param name="index">The copy.</param>
    public static ArrayView<ushort> Target(int index) => Running.Thread.Copies[index].Target;

    /// <summary>Where a copy comes from.</summary>
    /// <param name="index">The copy.</param>
    public static ArrayView<ushort> Source(int index) => Running.Thread.Copies[index].Source;

    /// <summary>All have taken place.</summary>
    public static void Clear() => Running.Thread.Copies.Clear();
}
