using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Rotary position embedding of tokens that stand anywhere.</content>
public static partial class Positions
{
    /// <summary>y = x with columns c and c + D/2 of each row turned by the angle of its token's place.</summary>
    /// <remarks>
    /// <para>
    /// RoFormer (Su et al., 2021, arXiv:2104.09864), in the convention of Llama, which pairs the halves of a row ("rotate half"):
    /// y₁ = x₁·cos − x₂·sin and y₂ = x₂·cos + x₁·sin, where x₁ and x₂ are the halves.
    /// </para>
    /// <para>
    /// Row i of batch b has the angles of row places[b, i] of the tables: tokens after those in a cache, padded or packed sequences. A place
    /// that the tables do not have reads as zeros, and so does its result. Everything is computed in float; Half and BFloat16 results are
    /// rounded once, at the end.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The queries or keys, [B, H, S, D]; D is even and at most 512.</param>
    /// <param name="cos">The cosine of each angle, [P, D/2].</param>
    /// <param name="sin">The sine of each angle, [P, D/2].</param>
    /// <param name="places">The place of each token, [B, S]; B may be 1, for places that serve all batches.</param>
    /// <param name="y">The result, of the shape of <paramref name="x"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(RopeAtProgram))]
    public static partial void RopeAt(
        Device device, DeviceTensor<float> x, DeviceTensor<float> cos, DeviceTensor<float> sin, DeviceTensor<int> places, DeviceTensor<float> y);

    /// <inheritdoc cref="RopeAt(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(RopeAtProgram))]
    public static partial void RopeAt(
        Device device, DeviceTensor<Half> x, DeviceTensor<float> cos, DeviceTensor<float> sin, DeviceTensor<int> places, DeviceTensor<Half> y);

    /// <inheritdoc cref="RopeAt(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(RopeAtProgram))]
    public static partial void RopeAt(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<float> cos, DeviceTensor<float> sin, DeviceTensor<int> places, DeviceTensor<BFloat16> y);

    internal static void RopeAtProgram<T>(
        Global<T> x, Global<float> cos, Global<float> sin, Global<int> places, Global<T> y, [Tune] int BM,
        [Extent(nameof(cos), Axis.Cols, 16, 32, 64, 128, 256)] int H)
        where T : unmanaged
    {
        Require(x.Batch == y.Batch && x.Depth == y.Depth && x.Rows == y.Rows && x.Cols == y.Cols);
        Require(x.Cols == 2 * cos.Cols && cos.Batch == 1 && cos.Depth == 1);
        Require(cos.Rows == sin.Rows && cos.Cols == sin.Cols && sin.Batch == 1 && sin.Depth == 1);
        Require(places.Batch == 1 && places.Depth == 1 && x.Rows == places.Cols);
        Require(x.Batch == places.Rows || places.Rows == 1);

        foreach (var (b, h, i) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, BM)))
        {
            var place = places.ColVecs(BM)[Min(b, places.Rows - 1), i];
            Turn(x[b, h], y[b, h], cos.Gather(place, H)[0], sin.Gather(place, H)[0], cos.Cols, i, BM, H);
        }
    }
}
