using TileKit;
using static TileKit.Ops;

public static partial class Layers
{
    /// <summary>y = gelu(x·w + bias), x: [M,K], w: [K,N], bias: [N], y: [M,N].</summary>
    [TileKernel(nameof(LinearGeluProgram))]
    public static partial void LinearGelu(
        Device device, DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> bias, DeviceTensor<float> y);

    static void LinearGeluProgram(
        Global<float> x, Global<float> w, Global<float> bias, Global<float> y, [Tune] int BM, [Tune] int BN, [Tune] int BK)
    {
        Require(x.Cols == w.Rows && w.Cols == y.Cols && x.Rows == y.Rows);

        var X = x.Tiles(BM, BK);
        var W = w.Tiles(BK, BN);
        var Y = y.Tiles(BM, BN);
        var b = bias.RowVecs(BN);

        foreach (var (i, j) in Grid(Y))                  // one program instance per tile of Y
        {
            var acc = Zeros<float>(BM, BN);
            for (var k = 0; k < X.Cols; k++)
                acc = MmaAB(X[i, k], W[k, j], acc);
            Y[i, j] = Gelu(acc + b[j]);                  // fused: acc never leaves registers and cache
        }
    }
}
