using TileKit.Cpu;
using Int128 = TileKit.Cpu.Int128;

namespace TileKit.Tests.Cpu;

/// <summary>Something to check with the vectors of one width.</summary>
internal interface IAtWidth
{
    void Run<F, I>()
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>;
}

/// <summary>Runs a check at every width this machine has.</summary>
internal static class Widths
{
    public static void Each<TCheck>(TCheck check)
        where TCheck : IAtWidth
    {
        check.Run<FloatPair128, IntPair128>();
        check.Run<Float128, Int128>();
        if (System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated)
        {
            check.Run<FloatPair256, IntPair256>();
        }

        if (System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated)
        {
            check.Run<FloatPair512, IntPair512>();
        }
    }
}
