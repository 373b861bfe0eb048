using System.Runtime.CompilerServices;
using ILGPU.Runtime;
using ILGPU.Sanitizer;

namespace ILGPU;

/// <summary>A view of memory: global or shared.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly unsafe struct ArrayView<T> : IContiguousArrayView<T>
    where T : unmanaged
{
    /// <summary>Views elements of a buffer.</summary>
    /// <param name="source">The buffer.</param>
    /// <param name="index">The first element.</param>
    /// <param name="length">The number of elements.</param>
    public ArrayView(MemoryBuffer source, long index, long length)
        : this(source.Memory, index * sizeof(T), length)
    {
        if (index < 0 || length < 0 || (index + length) * sizeof(T) > source.LengthInBytes)
            Fault.Buffer(source, index, length, sizeof(T));
    }

    internal ArrayView(Region? memory, long offset, long length)
    {
        Memory = memory;
        Offset = offset;
        Length = length;
    }

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The number of elements.</summary>
    public int IntLength => checked((int)Length);

    /// <summary>The number of bytes.</summary>
    public long LengthInBytes => Length * sizeof(T);

    internal Region? Memory { get; }

    /// <summary>In bytes.</summary>
    internal long Offset { get; }

    internal byte* Start => Memory is null ? null : Memory.Start + Offset;

    /// <summary>An element.</summary>
    /// <param name="index">Its index.</param>
    public ref T this[int index] => ref this[(long)index];

    /// <summary>An element.</summary>
    /// <param name="index">Its index.</param>
    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((ulong)index >= (ulong)Length)
                Fault.Index(this, index);

            return ref Unsafe.AsRef<T>(Memory!.Live + Offset + (index * sizeof(T)));
        }
    }

    /// <summary>The elements from an index on.</summary>
    /// <param name="index">The first element.</param>
    public ArrayView<T> SubView(long index) => SubView(index, Length - index);

    /// <summary>Some of the elements.</summary>
    /// <param name="index">The first element.</param>
    /// <param name="subViewLength">Their number.</param>
    public ArrayView<T> SubView(int index, int subViewLength) => SubView((long)index, subViewLength);

    /// <summary>Some of the elements.</summary>
    /// <param name="index">The first element.</param>
    /// <param name="subViewLength">Their number.</param>
    public ArrayView<T> SubView(long index, long subViewLength)
    {
        var starts = (ulong)index < (ulong)Length || (index == 0 && Length == 0);
        if (!starts || subViewLength < 0 || subViewLength > Length - index)
            Fault.SubView(this, index, subViewLength);

        return new(Memory, Offset + (index * sizeof(T)), subViewLength);
    }

    /// <summary>The same memory as elements of another type; what is left at the end is cut off.</summary>
    /// <typeparam name="TOther">The other type.</typeparam>
    public ArrayView<TOther> Cast<TOther>()
        where TOther : unmanaged
    {
        var cast = new ArrayView<TOther>(Memory, Offset, LengthInBytes / sizeof(TOther));
        var alignment = Alignment.Of<TOther>();
        if (cast.Length > 0 && (nint)cast.Start % alignment != 0)
            Fault.Misaligned(this, alignment);

        return cast;
    }

    /// <summary>The view's bytes.</summary>
    ArrayView<byte> IContiguousArrayView.AsRawArrayView() => new(Memory, Offset, LengthInBytes);
}
