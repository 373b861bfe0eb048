using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>The vectors of this machine.</summary>
internal static class CpuMachine
{
    [ThreadStatic]
    private static int t_maximumBits;

    [ThreadStatic]
    private static bool? t_assumedAmd;

    private static readonly bool s_isAmd = X86Base.IsSupported && X86Base.CpuId(0, 0).Ebx == 0x68747541; // "Auth", of AuthenticAMD

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

    /// <summary>
    /// Whether AMD made the processor. Measured on Zen 4, Zen 5 and Intel's Ice Lake: on the former two it pays to ask for memory within products, in one
    /// stream and into the second-level cache; on the latter in several streams, near, and not within products.
    /// </summary>
    public static bool IsAmd => t_assumedAmd ?? s_isAmd;

    /// <summary>What launches from the current thread take <see cref="IsAmd"/> for; null for what is so. Tests set it.</summary>
    public static bool? AssumedAmd
    {
        get => t_assumedAmd;
        set => t_assumedAmd = value;
    }

    /// <summary>Whether products ask for what is packed next.</summary>
    public static bool FetchesWithinProducts => IsAmd;

    private static bool Allows(int bits) => t_maximumBits == 0 || bits <= t_maximumBits;
}
