using System.Runtime.CompilerServices;

namespace ILGPU.Sanitizer;

/// <summary>What compiled kernels call before they read or write memory.</summary>
internal static unsafe class Access
{
    private enum Kind
    {
        Read,
        Write,
        Atomic,
    }

    /// <summary>An element of a view; what comes next will likely be an access to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Element<T>(in ArrayView<T> view, long index, KernelThread thread)
        where T : unmanaged
    {
        // To store a reference costs more than to compare it.
        if (thread.Region != view.Memory)
            thread.Region = view.Memory;

        return ref view[index];
    }

    /// <summary>Shared memory of the group.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="extent">The number of elements.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="allocation">The number of the allocation in the kernel.</param>
    public static ArrayView<T> Share<T>(int extent, KernelThread thread, int allocation)
        where T : unmanaged => new(thread.Group.Launch.Share(thread, allocation, (long)extent * sizeof(T)), 0, extent);

    /// <summary>Notes a read.</summary>
    /// <param name="address">Its first byte.</param>
    /// <param name="size">The number of bytes.</param>
    /// <param name="thread">The thread.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(void* address, int size, KernelThread thread)
    {
        if (Find(address, thread) is not { } region)
            return;

        var offset = (byte*)address - region.Start;
        var group = thread.Group;
        foreach (ref var cell in region.Cells(offset, size))
        {
            if (cell.WriteEpoch == group.Epoch ? cell.WriteThread != thread.Index || cell.WriteIsAtomic : cell.WriteEpoch < group.Began)
                CheckReadOfWritten(ref cell, region, offset, thread);

            NoteRead(ref cell, thread, group);
        }
    }

    /// <summary>Notes a write.</summary>
    /// <param name="address">Its first byte.</param>
    /// <param name="size">The number of bytes.</param>
    /// <param name="thread">The thread.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(void* address, int size, KernelThread thread)
    {
        if (Find(address, thread) is { } region)
            NoteWrite(region, (byte*)address - region.Start, size, thread, Kind.Write);
    }

    /// <summary>Notes an atomic operation of the running thread, if there is one.</summary>
    /// <param name="address">Its first byte.</param>
    /// <param name="size">The number of bytes.</param>
    public static void Atomic(void* address, int size)
    {
        if (Running.Current is { } thread && Find(address, thread) is { } region)
            NoteWrite(region, (byte*)address - region.Start, size, thread, Kind.Atomic);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NoteWrite(Region region, long offset, int size, KernelThread thread, Kind kind)
    {
        var group = thread.Group;
        foreach (ref var cell in region.Cells(offset, size))
        {
            var atomic = kind == Kind.Atomic;
            if (cell.WriteEpoch >= group.Launched)
                CheckWriteOfWritten(ref cell, region, offset, thread, atomic);
            else if (atomic && region.Shared)
                group.Launch.Report(thread, FaultKind.Uninitialised, $"an atomic operation on {region.Name} that nothing wrote, byte {offset}");

            CheckWriteOfRead(ref cell, region, offset, thread);
            cell.WriteThread = atomic && cell.WriteEpoch == group.Epoch && cell.WriteThread != thread.Index ? Cell.Several : (ushort)thread.Index;
            cell.WriteEpoch = group.Epoch;
            cell.WriteSite = thread.KernelSite;
            cell.WriteIsAtomic = atomic;
        }
    }

    /// <summary>The region of an address. A reference may also be to a local variable, which needs no check: its address is in none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Region? Find(void* address, KernelThread thread)
    {
        var last = thread.Region;
        return last is not null && last.Holds(address) ? last : Search(address, thread);
    }

    private static Region? Search(void* address, KernelThread thread)
    {
        foreach (var candidate in thread.Group.Launch.Regions)
        {
            if (candidate.Holds(address))
            {
                thread.Region = candidate;
                return candidate;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void NoteRead(ref Cell cell, KernelThread thread, KernelGroup group)
    {
        if (cell.ReadEpoch == group.Epoch)
        {
            if (cell.ReadThread != thread.Index && cell.SecondReadThread == Cell.Nobody)
            {
                cell.SecondReadThread = (ushort)thread.Index;
                cell.SecondReadSite = thread.KernelSite;
            }

            return;
        }

        if (cell.ReadEpoch >= group.Launched && cell.ReadEpoch < group.Began)
        {
            cell.OtherReadEpoch = cell.ReadEpoch;
            cell.OtherReadThread = cell.ReadThread;
            cell.OtherReadSite = cell.ReadSite;
        }

        cell.ReadEpoch = group.Epoch;
        cell.ReadThread = (ushort)thread.Index;
        cell.ReadSite = thread.KernelSite;
        cell.SecondReadThread = Cell.Nobody;
    }

    private static void CheckReadOfWritten(ref Cell cell, Region region, long offset, KernelThread thread)
    {
        var group = thread.Group;
        if (region.Shared && cell.WriteEpoch < group.Began)
            group.Launch.Report(thread, FaultKind.Uninitialised, $"a read of {region.Name} that nothing wrote, byte {offset}");
        else if (cell.WriteEpoch >= group.Launched && !(cell.WriteIsAtomic && cell.WriteThread == thread.Index))
            group.Launch.Race(thread, region, offset, "reads", "written", cell.WriteEpoch, cell.WriteThread, cell.WriteSite);
    }

    private static void CheckWriteOfWritten(ref Cell cell, Region region, long offset, KernelThread thread, bool atomic)
    {
        var group = thread.Group;
        if (region.Shared && cell.WriteEpoch < group.Began)
            return;

        if (atomic && cell.WriteIsAtomic)
            return;

        if (cell.WriteEpoch < group.Began || (cell.WriteEpoch == group.Epoch && cell.WriteThread != thread.Index))
            group.Launch.Race(thread, region, offset, "writes", "written", cell.WriteEpoch, cell.WriteThread, cell.WriteSite);
    }

    private static void CheckWriteOfRead(ref Cell cell, Region region, long offset, KernelThread thread)
    {
        var group = thread.Group;
        if (cell.ReadEpoch == group.Epoch)
        {
            if (cell.ReadThread != thread.Index)
                group.Launch.Race(thread, region, offset, "writes", "read", cell.ReadEpoch, cell.ReadThread, cell.ReadSite);
            else if (cell.SecondReadThread != Cell.Nobody)
                group.Launch.Race(thread, region, offset, "writes", "read", cell.ReadEpoch, cell.SecondReadThread, cell.SecondReadSite);
        }

        if (region.Shared)
            return;

        if (cell.ReadEpoch >= group.Launched && cell.ReadEpoch < group.Began)
            group.Launch.Race(thread, region, offset, "writes", "read", cell.ReadEpoch, cell.ReadThread, cell.ReadSite);
        else if (cell.OtherReadEpoch >= group.Launched)
            group.Launch.Race(thread, region, offset, "writes", "read", cell.OtherReadEpoch, cell.OtherReadThread, cell.OtherReadSite);
    }
}
