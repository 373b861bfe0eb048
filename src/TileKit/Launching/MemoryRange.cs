namespace TileKit.Launching;

/// <summary>The memory of one tensor of a launch, in bytes.</summary>
/// <param name="Name">The launcher's parameter.</param>
/// <param name="IsOutput">Whether the launch writes it.</param>
/// <param name="Buffer">The device's buffer where the memory has no address on the CPU, else null.</param>
/// <param name="Start">The address of the first byte.</param>
/// <param name="Bytes">From the first byte to the last one; 0 for a tensor without elements.</param>
/// <param name="Pitch">The distance that divides every stride between rows, matrices and batches; 0 if there is one row only.</param>
/// <param name="RowBytes">The length of a row.</param>
internal readonly record struct MemoryRange(
    string Name, bool IsOutput, DeviceBuffer? Buffer, nint Start, long Bytes, long Pitch, long RowBytes)
{
    public bool Overlaps(in MemoryRange other)
    {
        if (Bytes == 0 || other.Bytes == 0)
        {
            return false;
        }

        if (Buffer is not null || other.Buffer is not null)
        {
            return ReferenceEquals(Buffer, other.Buffer);
        }

        return Start < other.Start + other.Bytes && other.Start < Start + Bytes && !InterleavesWith(other);
    }

    /// <summary>Whether both walk the same rows and keep to columns of their own there: two slices of one matrix.</summary>
    private bool InterleavesWith(in MemoryRange other)
    {
        if (Pitch == 0 || Pitch != other.Pitch)
        {
            return false;
        }

        var gap = (long)(other.Start - Start) % Pitch;
        gap = gap < 0 ? gap + Pitch : gap;
        return gap >= RowBytes && gap + other.RowBytes <= Pitch;
    }
}
