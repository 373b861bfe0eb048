using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TileKit.Cpu;

/// <summary>Reads and writes of less than a register, for machines without masked instructions of the size. Rare: only at edges.</summary>
internal static unsafe class PartMemory
{
    /// <summary>Reads <paramref name="count"/> bytes, 0 to 16; the rest is zero.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector128<byte> Load(byte* pointer, int count)
    {
        var result = Vector128<byte>.Zero;
        for (var i = 0; i < Math.Min(count, 16); i++)
        {
            ((byte*)&result)[i] = pointer[i];
        }

        return result;
    }

    /// <summary>Writes the first <paramref name="count"/> bytes, 0 to 16.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store(Vector128<byte> value, byte* pointer, int count)
    {
        for (var i = 0; i < Math.Min(count, 16); i++)
        {
            pointer[i] = ((byte*)&value)[i];
        }
    }

    /// <summary>A count of lanes held within a register, so that its size in bytes cannot overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Clamp(int lanes) => Math.Clamp(lanes, 0, 16);
}
