using System.Runtime.InteropServices;
using ILGPU.Sanitizer;

namespace ILGPU.Runtime;

/// <summary>Copies, and what else is done with views.</summary>
public static unsafe class ArrayViewExtensions
{
    /// <summary>Promises that a view starts at a multiple of so many bytes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="view">The view.</param>
    /// <param name="alignmentInBytes">A power of two.</param>
    public static ArrayView<T> AsAligned<T>(this ArrayView<T> view, int alignmentInBytes)
        where T : unmanaged
    {
        if (view.Length > 0 && (nint)view.Start % alignmentInBytes != 0)
            Fault.Misaligned(view, alignmentInBytes);

        return view;
    }

    /// <summary>Copies to the host.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TView">The view's type.</typeparam>
    /// <param name="source">The view.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="cpuData">The first element on the host.</param>
    /// <param name="length">The number of elements.</param>
    public static void CopyToCPUUnsafeAsync<T, TView>(this TView source, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T> =>
        source.Bytes(length * sizeof(T)).CopyTo(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref cpuData, checked((int)length))));

    /// <summary>Copies from the host.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TView">The view's type.</typeparam>
    /// <param name="target">The view.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="cpuData">The first element on the host.</param>
    /// <param name="length">The number of elements.</param>
    public static void CopyFromCPUUnsafeAsync<T, TView>(this TView target, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T> =>
        MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref cpuData, checked((int)length))).CopyTo(target.Bytes(length * sizeof(T)));

    private static Span<byte> Bytes<TView>(this TView view, long bytes)
        where TView : IContiguousArrayView
    {
        var raw = view.AsRawArrayView();
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, raw.Length);
        return bytes == 0 ? default : new(raw.Memory!.Live + raw.Offset, checked((int)bytes));
    }
}
