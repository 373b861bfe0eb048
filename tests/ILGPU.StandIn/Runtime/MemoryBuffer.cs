using ILGPU.Sanitizer;

namespace ILGPU.Runtime;

/// <summary>Memory of an accelerator.</summary>
public abstract class MemoryBuffer : AcceleratorObject
{
    private protected MemoryBuffer(Accelerator accelerator, Region memory, long length, int elementSize)
        : base(accelerator)
    {
        Memory = memory;
        Length = length;
        ElementSize = elementSize;
    }

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The bytes of an element.</summary>
    public int ElementSize { get; }

    /// <summary>The number of bytes.</summary>
    public long LengthInBytes => Length * ElementSize;

    internal Region Memory { get; }

    /// <summary>Some of the buffer's bytes.</summary>
    /// <param name="offsetInBytes">The first.</param>
    /// <param name="lengthInBytes">Their number.</param>
    public ArrayView<byte> AsRawArrayView(long offsetInBytes, long lengthInBytes) => new(this, offsetInBytes, lengthInBytes);

    /// <summary>Sets bytes.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="value">What to.</param>
    /// <param name="targetOffsetInBytes">The first.</param>
    /// <param name="length">Their number.</param>
    public unsafe void MemSet(AcceleratorStream stream, byte value, long targetOffsetInBytes, long length)
    {
        var view = AsRawArrayView(targetOffsetInBytes, length);
        if (length > 0)
            new Span<byte>(Memory.Live + view.Offset, checked((int)length)).Fill(value);
    }

    protected override void DisposeAcceleratorObject(bool disposing) => Accelerator.Release(Memory);
}

internal sealed class PlainMemoryBuffer(Accelerator accelerator, long length, int elementSize)
    : MemoryBuffer(accelerator, accelerator.Reserve(checked(length * elementSize)), length, elementSize);
