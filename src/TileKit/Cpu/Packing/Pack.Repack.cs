using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <content>Tiles of tensors that are packed already.</content>
public static partial class Pack
{
    /// <summary>Copies a tile of a packed tensor that does not begin with a panel; zero fills the last bundle.</summary>
    /// <param name="src">The tensor.</param>
    /// <param name="k0">The first step of the contraction.</param>
    /// <param name="lane0">The first lane.</param>
    /// <param name="k">The number of steps.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="bundle">The lanes of a panel.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Repack(CpuView<float> src, nint k0, nint lane0, int k, int lanes, int bundle, Ptr<float> dst, nint dk, nint dv)
    {
        for (nint v = 0; v < (lanes + bundle - 1) / bundle * bundle; v++)
        {
            var lane = lane0 + v;
            var from = src.Panel(k0, lane / bundle * bundle, bundle) + (lane % bundle);
            var to = dst + ((v / bundle * bundle * dv) + (v % bundle));
            for (nint i = 0; i < k; i++)
            {
                to[i * dk] = v < lanes ? from[i * bundle] : 0;
            }
        }
    }
}
