using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ILGPU.Sanitizer;

/// <summary>A piece of memory, a buffer or an allocation of shared memory, with a <see cref="Cell"/> for every few bytes of it.</summary>
internal sealed unsafe class Region
{
    /// <summary>Bytes that nothing wrote: as a float a NaN, as an index outside of everything.</summary>
    private const byte Poison = 0xFF;

    private Cell[]? cells;

    public Region(string name, long bytes)
    {
        Name = name;
        Bytes = bytes;
        Start = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), 256);
        NativeMemory.Fill(Start, (nuint)bytes, Poison);
    }

    ~Region() => Free();

    public string Name { get; }

    public long Bytes { get; }

    /// <summary>Whether it belongs to one group at a time and is empty when that starts.</summary>
    public bool Shared { get; init; }

    /// <summary>Null once it is freed.</summary>
    public byte* Start { get; private set; }

    public byte* Live
    {
        get
        {
            if (Start is null)
                Fault.Freed(this);

            return Start;
        }
    }

    /// <summary>The binary logarithm of the bytes of a cell: what the kernels so far accessed whole, at most four bytes.</summary>
    public int Shift { get; private set; } = 2;

    /// <summary>Whether an address is in it.</summary>
    /// <param name="address">The address.</param>
    public bool Holds(void* address) => (ulong)((byte*)address - Start) < (ulong)Bytes;

    public void Free()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
    }

    /// <summary>The cells of an access, made smaller first where the access takes only part of one.</summary>
    /// <param name="offset">The first byte.</param>
    /// <param name="size">The number of bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<Cell> Cells(long offset, int size)
    {
        if (cells is null || ((offset | (uint)size) & ((1L << Shift) - 1)) != 0)
            Refine(offset | (uint)size);

        return cells.AsSpan((int)(offset >> Shift), size >> Shift);
    }

    private void Refine(long multiple)
    {
        cells ??= new Cell[(Bytes >> Shift) + 1];
        var shift = Math.Min(Shift, (int)long.TrailingZeroCount(multiple));
        if (shift == Shift)
            return;

        var fine = new Cell[(Bytes >> shift) + 1];
        for (var i = 0; i < fine.Length; i++)
            fine[i] = cells[i >> (Shift - shift)];

        cells = fine;
        Shift = shift;
    }
}
