using System.Runtime.Intrinsics.X86;

namespace TileKit;

/// <summary>The cache sizes that an x86 processor tells by itself, which virtual machines pass on more often than what Linux makes of them.</summary>
internal static class ProcessorCaches
{
    private const int Caches = 4;                                   // Intel
    private const int AmdCaches = unchecked((int)0x8000001D);
    private const int AmdFirstLevel = unchecked((int)0x80000005);   // before AmdCaches, and still there
    private const int AmdOtherLevels = unchecked((int)0x80000006);
    private const int MostCaches = 8;
    private const long KiB = 1024;

    // the older leaf tells the last level of all cores together; as much as eight cores of Zen 3 to 5 share is within reach of one
    private const long MostLastLevel = 32 * KiB * KiB;

    // registers of a processor, from a leaf and a subleaf
    internal delegate (int Eax, int Ebx, int Ecx, int Edx) Registers(int leaf, int subleaf);

    /// <summary>The sizes of this processor; 0 for what it does not tell.</summary>
    public static CacheSizes Read() => X86Base.IsSupported ? Read(X86Base.CpuId) : default;

    /// <summary>The sizes that some registers tell; 0 for what they do not.</summary>
    internal static CacheSizes Read(Registers registers)
    {
        var (last, lastExtended) = (registers(0, 0).Eax, registers(unchecked((int)0x80000000), 0).Eax);
        var sizes = default(CacheSizes);
        foreach (var (leaf, end) in new[] { (Caches, last), (AmdCaches, lastExtended) })
        {
            for (var i = 0; i < MostCaches && (uint)leaf <= (uint)end; i++)
            {
                sizes = sizes.Or(Cache(registers(leaf, i)));
            }
        }

        if (unchecked((uint)AmdOtherLevels) > (uint)lastExtended)
        {
            return sizes;
        }

        var (first, others) = (registers(AmdFirstLevel, 0), registers(AmdOtherLevels, 0));
        return sizes.Or(new(
            (long)((uint)first.Ecx >> 24) * KiB,
            (long)((uint)others.Ecx >> 16) * KiB,
            Math.Min((long)((uint)others.Edx >> 18) * 512 * KiB, MostLastLevel)));
    }

    // of a data cache, or one that instructions share: its size is the product of its ways, partitions, lines and sets
    private static CacheSizes Cache((int Eax, int Ebx, int Ecx, int Edx) registers)
    {
        var (type, level) = (registers.Eax & 0x1F, (registers.Eax >> 5) & 7);
        if (type is not (1 or 3))
        {
            return default;
        }

        var geometry = (uint)registers.Ebx;
        var bytes = ((geometry >> 22) + 1L) * (((geometry >> 12) & 0x3FF) + 1L) * ((geometry & 0xFFF) + 1L) * ((uint)registers.Ecx + 1L);
        return level switch
        {
            1 => new(bytes, 0, 0),
            2 => new(0, bytes, 0),
            3 => new(0, 0, bytes),
            _ => default,
        };
    }
}
