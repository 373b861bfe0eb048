using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using TileKit.Cpu;

namespace TileKit;

/// <summary>What a CPU is made of, for choosing tile sizes.</summary>
/// <param name="Threads">How many threads share a launch.</param>
/// <param name="VectorBytes">The width of a vector register in bytes.</param>
/// <param name="L1Bytes">The first-level data cache of a core, in bytes.</param>
/// <param name="L2Bytes">The second-level cache of a core, in bytes.</param>
/// <param name="L3Bytes">The last-level cache that all cores share, in bytes.</param>
public sealed record CpuProfile(int Threads, int VectorBytes, long L1Bytes, long L2Bytes, long L3Bytes) : DeviceProfile
{
    /// <summary>Whether matrix products ask memory for what they are given next.</summary>
    internal bool FetchesWithinProducts { get; init; }

    /// <summary>Whether matrix products write sums to memory that nothing happens to before.</summary>
    internal bool StoresSums { get; init; }

    /// <summary>The vector registers.</summary>
    internal int Registers => VectorBytes == 64 || AdvSimd.IsSupported ? 32 : 16;

    /// <summary>The machine's own figures; where neither Linux nor the processor tells its cache sizes, those of a common small core.</summary>
    internal static CpuProfile OfThisMachine(int threads)
    {
        var caches = CacheSizes.Read("/sys/devices/system/cpu/cpu0/cache", ProcessorCaches.Read());
        var vectorBytes = Vector512.IsHardwareAccelerated ? 64 : Vector256.IsHardwareAccelerated ? 32 : 16;
        return new(threads, vectorBytes, caches.L1, caches.L2, caches.L3)
        {
            FetchesWithinProducts = CpuMachine.FetchesWithinProducts,
            StoresSums = CpuMachine.StoresSums,
        };
    }
}
