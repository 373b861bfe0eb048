namespace ILGPU.Sanitizer;

/// <summary>A thread of a kernel. Compiled kernels use its fields directly.</summary>
/// <param name="index">Its index in the group.</param>
internal sealed class KernelThread(int index)
{
    /// <summary>Where it is: the nearest place in the kernel's own assembly, and the place itself.</summary>
    public int KernelSite, Site;

    /// <summary>The suspension it goes on after; 0 is the beginning.</summary>
    public int Resume;

    /// <summary>The memory it accessed last.</summary>
    public Region? Region;

    /// <summary>The locals that it keeps while it waits; see <see cref="Sanitizer.Frame"/>.</summary>
    public Array[] Frame = [];

    public KernelGroup Group = null!;

    public int Index { get; } = index;

    /// <summary>What it has put for its warp.</summary>
    public WarpSlots Slots { get; } = new();

    /// <summary>See <see cref="PendingCopies"/>.</summary>
    public List<(ArrayView<ushort> Target, ArrayView<ushort> Source)> Copies { get; } = [];

    public void Begin(KernelGroup group)
    {
        Group = group;
        Resume = 0;
        Region = null;
        Slots.Clear();
        Copies.Clear();
    }
}
