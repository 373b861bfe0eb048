using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>The norms of the rows of W + s·B·A.</content>
public static partial class Dora
{
    /// <summary>norm_j = ‖W_j + scale·(B·A)_j‖ for each row j, without B·A ever being formed.</summary>
    /// <remarks>
    /// <para>
    /// DoRA (Liu et al., 2024, arXiv:2402.09353) divides by the row norms of the adapted weight. Here they are
    /// √max(0, ‖W_j‖² + 2s·Σ_k B_jk·(W·Aᵀ)_jk + s²·Σ_k (B·(A·Aᵀ))_jk·B_jk): beside the tensors the launch takes r² floats, where the dense
    /// product would take out·in.
    /// </para>
    /// <para>
    /// The three sums are float. Where they cancel, W ≈ −s·B·A, the norm is as exact as their difference: off by about 1e-3·‖W_j‖, never NaN.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="w">The frozen weight, [out, in].</param>
    /// <param name="a">The adapter's first factor, [r, in].</param>
    /// <param name="b">The adapter's second factor, [out, r].</param>
    /// <param name="norm">The result, [out].</param>
    /// <param name="scale">What B·A is multiplied with, as a rule alpha / r.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="norm"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(NormProgram))]
    public static partial void Norm(
        Device device, DeviceTensor<float> w, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> norm, float scale);

    internal static void NormProgram(
        Global<float> w, Global<float> a, Global<float> b, Global<float> norm, float scale,
        [Tune(32, 64, 128)] int BM, [Tune(16, 64, 128)] int BR, [Tune(64, 128, 256)] int BK)
    {
        Require(w.Batch == 1 && w.Depth == 1 && a.Batch == 1 && a.Depth == 1 && b.Batch == 1 && b.Depth == 1);
        Require(w.Cols == a.Cols);
        Require(w.Rows == b.Rows);
        Require(a.Rows == b.Cols);
        Require(w.Rows == norm.Cols && norm.Rows == 1 && norm.Batch == 1 && norm.Depth == 1);

        var gram = Temp<float>(a.Rows, a.Rows);
        var W = w.Tiles(BM, BK);
        var A = a.Tiles(BR, BK);
        var B = b.Tiles(BM, BR);
        var G = gram.Tiles(BR, BR);

        foreach (var (n, p) in Grid(G))                             // gram = A·Aᵀ
        {
            var acc = Zeros<float>(BR, BR);
            for (var k = 0; k < A.Cols; k++)
                acc = MmaABt(A[n, k], A[p, k], acc);
            G[n, p] = acc;
        }

        foreach (var i in Grid(W.Rows))
        {
            var square = ColVec.Zeros<float>(BM);                   // ‖W_j‖²
            for (var k = 0; k < W.Cols; k++)
                square += RowSum(W[i, k] * W[i, k]);

            var cross = ColVec.Zeros<float>(BM);                    // Σ B∘(W·Aᵀ)
            var own = ColVec.Zeros<float>(BM);                      // Σ B∘(B·A·Aᵀ)
            for (var n = 0; n < A.Rows; n++)
            {
                var wa = Zeros<float>(BM, BR);
                for (var k = 0; k < W.Cols; k++)
                    wa = MmaABt(W[i, k], A[n, k], wa);
                var bg = Zeros<float>(BM, BR);
                for (var p = 0; p < A.Rows; p++)
                    bg = MmaAB(B[i, p], G[p, n], bg);
                cross += RowSum(B[i, n] * wa);
                own += RowSum(B[i, n] * bg);
            }

            norm.ColVecs(BM)[i] = Sqrt(Max(square + 2f * scale * cross + scale * scale * own, 0f));
        }
    }
}
