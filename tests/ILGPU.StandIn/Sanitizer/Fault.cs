using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU.Sanitizer;

/// <summary>
/// What a view finds wrong by itself. It ends the launch: there is nothing to go on with. Not inlined: what makes the messages would be part
/// of each access.
/// </summary>
internal static class Fault
{
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Index<T>(in ArrayView<T> view, long index)
        where T : unmanaged => Stop(FaultKind.OutOfBounds, $"element {index} of a view of {view.Length} {typeof(T).Name} of {Name(view.Memory)}");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void SubView<T>(in ArrayView<T> view, long index, long length)
        where T : unmanaged => Stop(
            FaultKind.OutOfBounds, $"a sub-view of {length} elements from {index} on, of a view of {view.Length} {typeof(T).Name} of {Name(view.Memory)}");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Buffer(MemoryBuffer buffer, long index, long length, int size) => Stop(
        FaultKind.OutOfBounds, $"a view of {length} elements of {size} bytes from {index} on, of a buffer of {buffer.LengthInBytes} bytes");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void Misaligned<T>(in ArrayView<T> view, int alignment)
        where T : unmanaged => Stop(
            FaultKind.Misaligned, $"a view of {Name(view.Memory)} taken as aligned to {alignment} bytes starts at byte {view.Offset}");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Freed(Region region)
    {
        ObjectDisposedException.ThrowIf(Running.Current is null, typeof(MemoryBuffer));
        Stop(FaultKind.OutOfBounds, $"an access to {region.Name} that was freed");
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Lane(int lane, int threads) =>
        Stop(FaultKind.Undefined, $"there is no lane {lane} in the thread's warp, of a group of {threads} threads");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Put(int lane, int put, int taken) =>
        Stop(FaultKind.Undefined, $"{taken} bytes of lane {lane} are taken, which has put {(put == 0 ? "nothing" : put)} before the warp met");

    private static string Name(Region? region) => region?.Name ?? "nothing";

    [DoesNotReturn]
    private static void Stop(FaultKind kind, string what)
    {
        if (Running.Current is { } thread)
        {
            thread.Group.Launch.Report(thread, kind, what);
            throw new LaunchStopped();
        }

        throw new SanitizerException([new(kind, what, "no kernel", -1, -1, "")]);
    }
}

/// <summary>Leaves a launch whose fault is already reported.</summary>
internal sealed class LaunchStopped : Exception;
