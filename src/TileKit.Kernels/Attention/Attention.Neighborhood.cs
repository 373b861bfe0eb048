using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention to the neighbours along one axis or two.</content>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ)·v, where a query sees the <paramref name="window"/> keys around its own place.</summary>
    /// <remarks>
    /// <para>
    /// Neighborhood attention (Hassani et al., 2023, arXiv:2204.07143), with dilation (Hassani and Shi, 2022, arXiv:2209.15001), as one fused
    /// kernel (Hassani et al., 2024, arXiv:2403.04690): a tile of queries visits only the keys that its windows span.
    /// </para>
    /// <para>
    /// A window has window / 2 keys to the left of the query. At the ends of the axis it shifts and keeps its size. Causal, it ends with the query and shrinks at
    /// the start. With dilation d places p, p + d, p + 2d … are an axis of their own.
    /// </para>
    /// <para>
    /// Grouped queries: Hq is a multiple of Hkv. A masked key has weight 0, and 0 times an infinite or NaN value is NaN: values must be finite.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [B, Hq, L, D].</param>
    /// <param name="k">The keys, [B, Hkv, L, D].</param>
    /// <param name="v">The values, [B, Hkv, L, Dv].</param>
    /// <param name="o">The result, [B, Hq, L, Dv].</param>
    /// <param name="window">How many keys a query sees, positive; window · dilation is at most L.</param>
    /// <param name="dilation">The distance between keys of a window, positive.</param>
    /// <param name="causal">Whether the window ends with the query.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes or the window do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(Neighborhood1DProgram))]
    public static partial void Neighborhood1D(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, int window, int dilation, bool causal,
        float scale);

    /// <inheritdoc cref="Neighborhood1D(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, bool, float)"/>
    [TileKernel(nameof(Neighborhood1DProgram))]
    public static partial void Neighborhood1D(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<Half> o, int window, int dilation, bool causal,
        float scale);

    /// <inheritdoc cref="Neighborhood1D(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, bool, float)"/>
    [TileKernel(nameof(Neighborhood1DProgram))]
    public static partial void Neighborhood1D(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<BFloat16> o, int window, int dilation,
        bool causal, float scale);

    /// <summary>o = softmax(scale·q·kᵀ)·v, where a query sees the window of keys around its own place in an image.</summary>
    /// <remarks>
    /// As <see cref="Neighborhood1D(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, bool, float)"/>
    /// along each of the two axes, with a window, a dilation and a causal mask for each. The keys of a query are the product of its two windows.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [B·Hq, Y, X, D]: the heads of an image are neighbours.</param>
    /// <param name="k">The keys, [B·Hkv, Y, X, D].</param>
    /// <param name="v">The values, [B·Hkv, Y, X, Dv].</param>
    /// <param name="o">The result, [B·Hq, Y, X, Dv].</param>
    /// <param name="windowY">How many rows of the image a query sees, positive; windowY · dilationY is at most Y.</param>
    /// <param name="windowX">How many columns of the image a query sees, positive; windowX · dilationX is at most X.</param>
    /// <param name="dilationY">The distance between rows of a window, positive.</param>
    /// <param name="dilationX">The distance between columns of a window, positive.</param>
    /// <param name="causalY">Whether the window ends with the query's row.</param>
    /// <param name="causalX">Whether the window ends with the query's column.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes or the window do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(Neighborhood2DProgram))]
    public static partial void Neighborhood2D(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, int windowY, int windowX, int dilationY,
        int dilationX, bool causalY, bool causalX, float scale);

    /// <inheritdoc cref="Neighborhood2D(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, int, int, bool, bool, float)"/>
    [TileKernel(nameof(Neighborhood2DProgram))]
    public static partial void Neighborhood2D(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<Half> o, int windowY, int windowX, int dilationY,
        int dilationX, bool causalY, bool causalX, float scale);

    /// <inheritdoc cref="Neighborhood2D(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, int, int, bool, bool, float)"/>
    [TileKernel(nameof(Neighborhood2DProgram))]
    public static partial void Neighborhood2D(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<BFloat16> o, int windowY, int windowX,
        int dilationY, int dilationX, bool causalY, bool causalX, float scale);

    internal static void Neighborhood1DProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<T> o, int window, int dilation, bool causal, float scale,
        [Tune(16, 32, 64, 128)] int BM, [Tune(16, 32, 64)] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(q.Batch == k.Batch && q.Rows == k.Rows && q.Cols == k.Cols);
        Require(q.Depth % Max(k.Depth, 1) == 0, "q.Depth (its heads) to be a multiple of k.Depth");
        Require(k.Batch == v.Batch && k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Batch == o.Batch && q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
        Require(window > 0 && dilation > 0);
        Require(window * dilation <= q.Rows);

        foreach (var (b, h, r, i) in Grid(q.Batch, q.Depth, dilation, CeilDiv(CeilDiv(q.Rows, dilation), BM)))
        {
            var length = CeilDiv(q.Rows - r, dilation);             // of the axis r, r + dilation, …
            var kv = h * k.Depth / q.Depth;
            var first = WindowStart(i * BM, length, window, causal);
            var keys = WindowEnd(Min(i * BM + BM, length) - 1, length, window, causal) - first;
            var K = k[b, kv].SliceRows(r + first * dilation, keys, dilation).Tiles(BN, D);
            var V = v[b, kv].SliceRows(r + first * dilation, keys, dilation).Tiles(BN, DV);
            var Q = q[b, h].SliceRows(r, length, dilation).Tiles(BM, D)[i, 0];
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var n = 0; n < K.Rows; n++)
            {
                var s = InWindow(MmABt(Q, K[n, 0]) * (scale * Log2E), RowMax(RowIndex(BM, 1)) + i * BM, ColIndex(BM, BN) + (first + n * BN), length, window, causal);
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[n, 0]), m, l, acc);
            }

            o[b, h].SliceRows(r, length, dilation).Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }

    internal static void Neighborhood2DProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<T> o, int windowY, int windowX, int dilationY, int dilationX, bool causalY, bool causalX, float scale,
        [Tune(8, 16, 32, 64)] int BM, [Tune(16, 32, 64)] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(q.Batch % Max(k.Batch, 1) == 0, "q.Batch (its heads) to be a multiple of k.Batch");
        Require(q.Depth == k.Depth && q.Rows == k.Rows && q.Cols == k.Cols);
        Require(k.Batch == v.Batch && k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Batch == o.Batch && q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
        Require(windowY > 0 && dilationY > 0 && windowX > 0 && dilationX > 0);
        Require(windowY * dilationY <= q.Depth);
        Require(windowX * dilationX <= q.Rows);

        foreach (var (h, y, r, i) in Grid(q.Batch, q.Depth, dilationX, CeilDiv(CeilDiv(q.Rows, dilationX), BM)))
        {
            var kv = h * k.Batch / q.Batch;
            var rows = CeilDiv(q.Depth - y % dilationY, dilationY);
            var length = CeilDiv(q.Rows - r, dilationX);
            var first = WindowStart(i * BM, length, windowX, causalX);
            var keys = WindowEnd(Min(i * BM + BM, length) - 1, length, windowX, causalX) - first;
            var Q = q[h, y].SliceRows(r, length, dilationX).Tiles(BM, D)[i, 0];
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var p = WindowStart(y / dilationY, rows, windowY, causalY); p < WindowEnd(y / dilationY, rows, windowY, causalY); p++)
            {
                var row = y % dilationY + p * dilationY;
                var K = k[kv, row].SliceRows(r + first * dilationX, keys, dilationX).Tiles(BN, D);
                var V = v[kv, row].SliceRows(r + first * dilationX, keys, dilationX).Tiles(BN, DV);
                for (var n = 0; n < K.Rows; n++)
                {
                    var s = InWindow(MmABt(Q, K[n, 0]) * (scale * Log2E), RowMax(RowIndex(BM, 1)) + i * BM, ColIndex(BM, BN) + (first + n * BN), length, windowX, causalX);
                    (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[n, 0]), m, l, acc);
                }
            }

            o[h, y].SliceRows(r, length, dilationX).Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }

    // the first key that place x sees
    private static int WindowStart(int x, int length, int window, bool causal)
        => Max(Min(x - (causal ? window - 1 : window / 2), causal ? length : length - window), 0);

    // the first key beyond those that place x sees
    private static int WindowEnd(int x, int length, int window, bool causal)
        => causal ? x + 1 : WindowStart(x, length, window, causal) + window;

    private static Tile<float> InWindow(Tile<float> s, ColVec<int> x, Tile<int> key, int length, int window, bool causal)
    {
        var start = Max(Min(x - (causal ? window - 1 : window / 2), causal ? length : length - window), 0);
        var end = Min(start + window, x + (causal ? 1 : length));           // not causal: the window alone
        return Where((key >= start) & (key < end), s, float.NegativeInfinity);
    }
}
