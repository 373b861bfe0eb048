using System.Runtime.Intrinsics;

namespace TileKit.Cpu;

/// <summary>The vectors of this machine.</summary>
internal static class CpuMachine
{
    [ThreadStatic]
    private static int t_maximumBits;

    /// <summary>The widest vectors that launches from the current thread may use, in bits; 0 for no limit. Tests set it.</summary>
    public static int MaximumBits
    {
        get => t_maximumBits;
        set => t_maximumBits = value;
    }

    /// <summary>The width to launch with: 512, 256 or 128.</summary>
    public static int Bits =>
        Allows(512) && Vector512.IsHardwareAccelerated ? 512
        : Allows(256) && Vector256.IsHardwareAccelerated ? 256
        : 128;

    private static bool Allows(int bits) => t_maximumBits == 0 || bits <= t_maximumBits;
}
