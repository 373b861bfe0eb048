using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Rotary position embedding.</content>
public static partial class Positions
{
    /// <summary>y = x with columns c and c + D/2 of each row turned by the angle of its place.</summary>
    /// <remarks>
    /// <para>
    /// RoFormer (Su et al., 2021, arXiv:2104.09864), in the convention of Llama, which pairs the halves of a row ("rotate half"):
    /// y₁ = x₁·cos − x₂·sin and y₂ = x₂·cos + x₁·sin, where x₁ and x₂ are the halves. With −sin it turns back, which is the gradient.
    /// </para>
    /// <para>
    /// Row i has the angles of row i of the tables; <c>RopeAt</c> takes those of its token's place. Everything is computed in float; Half and
    /// BFloat16 results are rounded once, at the end.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The queries or keys, [B, H, S, D]; D is even and at most 512.</param>
    /// <param name="cos">The cosine of each angle, [S, D/2].</param>
    /// <param name="sin">The sine of each angle, [S, D/2].</param>
    /// <param name="y">The result, of the shape of <paramref name="x"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(RopeProgram))]
    public static partial void Rope(
        Device device, DeviceTensor<float> x, DeviceTensor<float> cos, DeviceTensor<float> sin, DeviceTensor<float> y);

    /// <inheritdoc cref="Rope(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(RopeProgram))]
    public static partial void Rope(
        Device device, DeviceTensor<Half> x, DeviceTensor<float> cos, DeviceTensor<float> sin, DeviceTensor<Half> y);

    /// <inheritdoc cref="Rope(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(RopeProgram))]
    public static partial void Rope(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<float> cos, DeviceTensor<float> sin, DeviceTensor<BFloat16> y);

    internal static void RopeProgram<T>(
        Global<T> x, Global<float> cos, Global<float> sin, Global<T> y, [Tune] int BM,
        [Extent(nameof(cos), Axis.Cols, 16, 32, 64, 128, 256)] int H)
        where T : unmanaged
    {
        Require(x.Batch == y.Batch && x.Depth == y.Depth && x.Rows == y.Rows && x.Cols == y.Cols);
        Require(x.Rows == cos.Rows && x.Cols == 2 * cos.Cols && cos.Batch == 1 && cos.Depth == 1);
        Require(x.Rows == sin.Rows && x.Cols == 2 * sin.Cols && sin.Batch == 1 && sin.Depth == 1);

        foreach (var (b, h, i) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, BM)))
            Turn(x[b, h], y[b, h], cos.Tiles(BM, H)[i, 0], sin.Tiles(BM, H)[i, 0], cos.Cols, i, BM, H);
    }
}
