using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>The vectors and the memory of this machine.</summary>
internal static class CpuMachine
{
    [ThreadStatic]
    private static int t_maximumBits;

    [ThreadStatic]
    private static ProcessorKind? t_assumedKind;

    /// <summary>The processor as it is: to code that is compiled later a constant.</summary>
    public static readonly ProcessorKind Detected = Identify();

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

    /// <summary>The processor, as far as it decides how memory is asked for.</summary>
    public static ProcessorKind Kind => t_assumedKind ?? Detected;

    /// <summary>What launches from the current thread take <see cref="Kind"/> for; null for what it is. Tests set it.</summary>
    public static ProcessorKind? AssumedKind
    {
        get => t_assumedKind;
        set => t_assumedKind = value;
    }

    /// <summary>Whether products ask for what is packed next.</summary>
    public static bool FetchesWithinProducts => Kind != ProcessorKind.Other;

    /// <summary>Whether products write sums to memory that nothing happens to before.</summary>
    public static bool StoresSums => Kind != ProcessorKind.Other;

    private static bool Allows(int bits) => t_maximumBits == 0 || bits <= t_maximumBits;

    private static ProcessorKind Identify()
    {
        if (!X86Base.IsSupported || X86Base.CpuId(0, 0).Ebx != 0x68747541) // "Auth", of AuthenticAMD
        {
            return ProcessorKind.Other;
        }

        var signature = X86Base.CpuId(1, 0).Eax;
        var family = ((signature >> 8) & 0xF) + ((signature >> 20) & 0xFF);
        var model = ((signature >> 4) & 0xF) + ((signature >> 12) & 0xF0);
        return family < 0x19 || (family == 0x19 && (model is < 0x10 or (>= 0x20 and < 0x60))) ? ProcessorKind.Zen3
            : family == 0x19 ? ProcessorKind.Zen4
            : ProcessorKind.Zen5;
    }
}
