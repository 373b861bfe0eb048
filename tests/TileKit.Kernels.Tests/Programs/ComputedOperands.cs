using static TileKit.Ops;

namespace TileKit.Kernels.Tests.Programs;

/// <summary>Products of tiles that are computed, not loaded: what a product reads must not be what an earlier step changed in place.</summary>
internal static partial class ComputedOperands
{
    /// <summary>o = exp2(q·kᵀ)·2v.</summary>
    [TileKernel(nameof(SecondProgram))]
    public static partial void Second(Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o);

    /// <summary>o = 2q·kᵀ + bias of each row.</summary>
    [TileKernel(nameof(FirstProgram))]
    public static partial void First(Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o);

    /// <summary>o = (q + 1)ᵀ·(k + 1) with q: [K,M], k: [K,N].</summary>
    [TileKernel(nameof(BothProgram))]
    public static partial void Both(Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> o);

    /// <summary>o = x·w + w, with w: [N,N] in one tile: the product's factor is read by the sum too.</summary>
    [TileKernel(nameof(TwiceProgram))]
    public static partial void Twice(Device device, DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> o);

    /// <summary>o = (q·kᵀ, rounded)·v.</summary>
    [TileKernel(nameof(RoundedProgram))]
    public static partial void Rounded(Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<float> o);

    /// <inheritdoc cref="Rounded(Device, DeviceTensor{Half}, DeviceTensor{Half}, DeviceTensor{Half}, DeviceTensor{float})"/>
    [TileKernel(nameof(RoundedProgram))]
    public static partial void Rounded(Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<float> o);

    /// <summary>o = (q·kᵀ)·v, with what is between in float.</summary>
    [TileKernel(nameof(ChainProgram))]
    public static partial void Chain(Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<float> o);

    internal static void RoundedProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<float> o, [Tune] int BM, [Tune] int BN,
        [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(k.Rows == v.Rows && q.Cols == k.Cols);
        foreach (var i in Grid(CeilDiv(o.Rows, BM)))
        {
            var acc = Zeros<float>(BM, DV);
            for (var n = 0; n < CeilDiv(k.Rows, BN); n++)
                acc = MmaAB(Cast<T>(MmABt(q.Tiles(BM, D)[i, 0], k.Tiles(BN, D)[n, 0])), v.Tiles(BN, DV)[n, 0], acc);
            o.Tiles(BM, DV)[i, 0] = acc;
        }
    }

    internal static void ChainProgram(
        Global<BFloat16> q, Global<BFloat16> k, Global<BFloat16> v, Global<float> o, [Tune] int BM, [Tune] int BN,
        [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
    {
        Require(k.Rows == v.Rows && q.Cols == k.Cols);
        foreach (var i in Grid(CeilDiv(o.Rows, BM)))
        {
            var acc = Zeros<float>(BM, DV);
            for (var n = 0; n < CeilDiv(k.Rows, BN); n++)
                acc = MmaAB(MmABt(q.Tiles(BM, D)[i, 0], k.Tiles(BN, D)[n, 0]), Cast<float>(v.Tiles(BN, DV)[n, 0]), acc);
            o.Tiles(BM, DV)[i, 0] = acc;
        }
    }

    internal static void SecondProgram(
        Global<float> q, Global<float> k, Global<float> v, Global<float> o, [Tune] int BM, [Tune] int BN,
        [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
    {
        foreach (var i in Grid(CeilDiv(o.Rows, BM)))
        {
            var acc = Zeros<float>(BM, DV);
            for (var n = 0; n < CeilDiv(k.Rows, BN); n++)
                acc = MmaAB(Exp2(MmABt(q.Tiles(BM, D)[i, 0], k.Tiles(BN, D)[n, 0])), v.Tiles(BN, DV)[n, 0] * 2f, acc);
            o.Tiles(BM, DV)[i, 0] = acc;
        }
    }

    internal static void TwiceProgram(Global<float> x, Global<float> w, Global<float> o, [Extent(nameof(w), Axis.Cols)] int N)
    {
        Require(x.Rows == w.Rows && x.Cols == w.Rows && w.Cols == w.Rows && o.Rows == w.Rows && o.Cols == w.Cols);
        foreach (var n in Grid(o.Depth))
        {
            var factor = w[0, n].Tiles(N, N)[0, 0];
            o[0, n].Tiles(N, N)[0, 0] = MmAB(x[0, n].Tiles(N, N)[0, 0], factor) + factor;
        }
    }

    internal static void FirstProgram(
        Global<float> q, Global<float> k, Global<float> v, Global<float> o, [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols)] int D)
    {
        foreach (var (i, j) in Grid(CeilDiv(o.Rows, BM), CeilDiv(o.Cols, BN)))
            o.Tiles(BM, BN)[i, j] = MmABt(q.Tiles(BM, D)[i, 0] * 2f, k.Tiles(BN, D)[j, 0] * 1f) + v.ColVecs(BM)[i];
    }

    internal static void BothProgram(Global<float> q, Global<float> k, Global<float> o, [Tune] int BM, [Tune] int BN, [Tune] int BK)
    {
        foreach (var (i, j) in Grid(CeilDiv(o.Rows, BM), CeilDiv(o.Cols, BN)))
        {
            var acc = Zeros<float>(BM, BN);
            for (var n = 0; n < CeilDiv(k.Rows, BK); n++)
                acc = MmaAtB(q.Tiles(BK, BM)[n, i] + 1f, k.Tiles(BK, BN)[n, j] + 1f, acc);
            o.Tiles(BM, BN)[i, j] = acc;
        }
    }
}
