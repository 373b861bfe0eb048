namespace ILGPU.Sanitizer;

/// <summary>What compiled kernels call for the members of <see cref="Group"/>, <see cref="Grid"/> and <see cref="Warp"/>.</summary>
internal static unsafe class Place
{
    public static int GroupIdxX(KernelThread thread) => thread.Index;

    public static int GroupDimX(KernelThread thread) => thread.Group.Size;

    public static int GridIdxX(KernelThread thread) => thread.Group.Index;

    public static int GridDimX(KernelThread thread) => thread.Group.Count;

    public static int WarpWarpSize(KernelThread thread) => Warp.WarpSize;

    public static int WarpLaneIdx(KernelThread thread) => thread.Index % Warp.WarpSize;

    public static int WarpWarpIdx(KernelThread thread) => thread.Index / Warp.WarpSize;

    public static void WarpPut<T>(T value, KernelThread thread)
        where T : unmanaged => thread.Slots.Put(value, thread.Group.Meetings);

    public static T WarpGet<T>(int lane, KernelThread thread)
        where T : unmanaged
    {
        var group = thread.Group;
        var index = thread.Index - WarpLaneIdx(thread) + lane;
        if ((uint)lane >= (uint)Warp.WarpSize || index >= group.Size)
            Fault.Lane(lane, group.Size);

        var meeting = group.Meetings - 1;
        var slots = group.Threads[index].Slots;
        var size = slots.Size(meeting);
        if (size != sizeof(T))
            Fault.Put(lane, size, sizeof(T));

        return slots.Get<T>(meeting);
    }
}
