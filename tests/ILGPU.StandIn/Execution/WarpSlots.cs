using System.Runtime.CompilerServices;

namespace ILGPU.Sanitizer;

/// <summary>What a thread has put for its warp: two values in turns, for it may put the next while others still take the last.</summary>
internal sealed unsafe class WarpSlots
{
    private const int UsualBytes = 64;

    private Slot even, odd;

    public void Clear() => even.Size = odd.Size = 0;

    /// <summary>Keeps a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="meeting">The number of the meeting to come.</param>
    public void Put<T>(T value, int meeting)
        where T : unmanaged
    {
        ref var slot = ref Of(meeting);
        if (slot.Bytes is null || slot.Bytes.Length < sizeof(T))
            slot.Bytes = new byte[Math.Max(UsualBytes, sizeof(T))];

        slot.Size = sizeof(T);
        slot.Meeting = meeting;
        Unsafe.WriteUnaligned(ref slot.Bytes[0], value);
    }

    /// <summary>The bytes of what was put before a meeting, 0 where nothing was.</summary>
    /// <param name="meeting">Its number.</param>
    public int Size(int meeting)
    {
        ref var slot = ref Of(meeting);
        return slot.Meeting == meeting ? slot.Size : 0;
    }

    /// <summary>What was put before a meeting; its size is known.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="meeting">The number of the meeting.</param>
    public T Get<T>(int meeting)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref Of(meeting).Bytes![0]);

    private ref Slot Of(int meeting) => ref (meeting & 1) == 0 ? ref even : ref odd;

    private struct Slot
    {
        public byte[]? Bytes;
        public int Size, Meeting;
    }
}
