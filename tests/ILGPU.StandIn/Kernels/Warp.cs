using ILGPU.Sanitizer;

namespace ILGPU;

/// <summary>
/// The warp of the running thread: 32 threads of the group in the order of their indices. The stand-in asks more than a device: where a
/// warp meets, all threads of the group have to come, not only those of the warp. Those of generated kernels do.
/// </summary>
public static class Warp
{
    /// <summary>The number of threads of a warp.</summary>
    public static int WarpSize => 32;

    /// <summary>The thread's index in its warp.</summary>
    public static int LaneIdx => Place.WarpLaneIdx(Running.Thread);

    /// <summary>The index of the thread's warp in the group.</summary>
    public static int WarpIdx => Place.WarpWarpIdx(Running.Thread);

    /// <summary>The value that another thread of the warp has brought. All threads of the group have to come.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="variable">What this thread brings.</param>
    /// <param name="sourceLane">The lane of the other thread.</param>
    public static T Shuffle<T>(T variable, int sourceLane)
        where T : unmanaged
    {
        Put(variable);
        Meet();
        return Get<T>(sourceLane);
    }

    /// <summary>The value of the thread whose lane differs in the bits of a mask. All threads of the group have to come.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="variable">What this thread brings.</param>
    /// <param name="mask">The bits.</param>
    public static T ShuffleXor<T>(T variable, int mask)
        where T : unmanaged => Shuffle(variable, LaneIdx ^ mask);

    /// <summary>
    /// Shows the other threads of the warp a value, from the next <see cref="Meet"/> to the one after it. Not ILGPU's: with it and the next
    /// two, tests say what instructions of a warp do that ILGPU has not.
    /// </summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    public static void Put<T>(T value)
        where T : unmanaged => Place.WarpPut(value, Running.Thread);

    /// <summary>
    /// Waits until all threads of the group, not only of the warp, have come to the same place. It orders no memory: what was a race stays
    /// one. The compiler makes a suspension of it, as of a barrier. Not ILGPU's.
    /// </summary>
    public static void Meet() => throw Running.NotInKernel();

    /// <summary>What a thread of the warp has put before the last <see cref="Meet"/>. Not ILGPU's.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="lane">The thread's lane.</param>
    public static T Get<T>(int lane)
        where T : unmanaged => Place.WarpGet<T>(lane, Running.Thread);
}
