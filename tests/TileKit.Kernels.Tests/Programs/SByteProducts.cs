using static TileKit.Ops;

namespace TileKit.Kernels.Tests.Programs;

/// <summary>Products of sbytes that the library has not.</summary>
internal static partial class SByteProducts
{
    /// <summary>o += q·kᵀ.</summary>
    [TileKernel(nameof(AddProgram))]
    public static partial void Add(Device device, DeviceTensor<sbyte> q, DeviceTensor<sbyte> k, DeviceTensor<int> o);

    /// <summary>o = qᵀ·k with q: [D,M], k: [D,N], the whole contraction in one tile: nothing is fetched ahead.</summary>
    [TileKernel(nameof(WholeProgram))]
    public static partial void Whole(Device device, DeviceTensor<sbyte> q, DeviceTensor<sbyte> k, DeviceTensor<int> o);

    /// <summary>o = (q·kᵀ, as Halves)·v.</summary>
    [TileKernel(nameof(MixedProgram))]
    public static partial void Mixed(Device device, DeviceTensor<sbyte> q, DeviceTensor<sbyte> k, DeviceTensor<Half> v, DeviceTensor<float> o);

    internal static void AddProgram(Global<sbyte> q, Global<sbyte> k, Global<int> o, [Tune] int BM, [Tune] int BN, [Tune] int BK)
    {
        Require(q.Cols == k.Cols && o.Rows == q.Rows && o.Cols == k.Rows);
        foreach (var (i, j) in Grid(CeilDiv(o.Rows, BM), CeilDiv(o.Cols, BN)))
        {
            var acc = o.Tiles(BM, BN)[i, j];
            for (var n = 0; n < CeilDiv(q.Cols, BK); n++)
                acc = MmaABt(q.Tiles(BM, BK)[i, n], k.Tiles(BN, BK)[j, n], acc);
            o.Tiles(BM, BN)[i, j] = acc;
        }
    }

    internal static void WholeProgram(Global<sbyte> q, Global<sbyte> k, Global<int> o, [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Rows)] int D)
    {
        Require(q.Rows == k.Rows && o.Rows == q.Cols && o.Cols == k.Cols);
        foreach (var (i, j) in Grid(CeilDiv(o.Rows, BM), CeilDiv(o.Cols, BN)))
            o.Tiles(BM, BN)[i, j] = MmaAtB(q.Tiles(D, BM)[0, i], k.Tiles(D, BN)[0, j], Zeros<int>(BM, BN));
    }

    internal static void MixedProgram(
        Global<sbyte> q, Global<sbyte> k, Global<Half> v, Global<float> o, [Tune] int BM, [Tune] int BN,
        [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
    {
        Require(k.Rows == v.Rows && q.Cols == k.Cols);
        foreach (var i in Grid(CeilDiv(o.Rows, BM)))
        {
            var acc = Zeros<float>(BM, DV);
            for (var n = 0; n < CeilDiv(k.Rows, BN); n++)
                acc = MmaAB(Cast<Half>(Cast<float>(MmaABt(q.Tiles(BM, D)[i, 0], k.Tiles(BN, D)[n, 0], Zeros<int>(BM, BN)))), v.Tiles(BN, DV)[n, 0], acc);
            o.Tiles(BM, DV)[i, 0] = acc;
        }
    }
}
