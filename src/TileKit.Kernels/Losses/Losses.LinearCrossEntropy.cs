using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Cross-entropy of the logits of a linear layer, which are never stored.</content>
public static partial class Losses
{
    /// <summary>loss = log Σ exp(logits) − logit of the target with logits = x·wᵀ, for each token.</summary>
    /// <remarks>
    /// <para>
    /// The last layer of a language model and its loss in one kernel: tile after tile of logits goes into an online log-sum-exp, and the
    /// [T, V] logits are nowhere (Cut Your Losses, Wijmans et al., 2024, arXiv:2411.09009; Liger Kernel, Hsu et al., 2024,
    /// arXiv:2410.10989).
    /// loss = (1 − smoothing)·(lse − logit of the target) + smoothing·(lse − mean logit) + zLoss·lse². Label smoothing is after Szegedy et
    /// al. (2015, arXiv:1512.00567), the z-loss after PaLM (Chowdhery et al., 2022, arXiv:2204.02311).
    /// </para>
    /// <para>
    /// A token whose target is <paramref name="ignored"/> has a loss of 0; its lse is there all the same. A target that is no class is
    /// never found: its loss is +∞.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The tokens, [T, H]; H is at least 1.</param>
    /// <param name="w">The weights of each class, [V, H].</param>
    /// <param name="targets">The class of each token, [T].</param>
    /// <param name="loss">The loss of each token, [T].</param>
    /// <param name="lse">log Σ exp(logit) of each token, [T]: the gradient is exp(logits − lse) minus 1 at the target.</param>
    /// <param name="ignored">The target of tokens that have no loss, as a rule −100.</param>
    /// <param name="smoothing">How much of the target is spread over all classes, 0 to 1.</param>
    /// <param name="zLoss">The weight of lse², 0 for none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="loss"/> or <paramref name="lse"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(LinearCrossEntropyProgram))]
    public static partial void LinearCrossEntropy(
        Device device, DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<int> targets, DeviceTensor<float> loss,
        DeviceTensor<float> lse, int ignored, float smoothing, float zLoss);

    internal static void LinearCrossEntropyProgram(
        Global<float> x, Global<float> w, Global<int> targets, Global<float> loss, Global<float> lse, int ignored, float smoothing, float zLoss,
        [Tune] int BM, [Tune] int BN, [Tune] int BK)
    {
        Require(x.Batch == 1 && x.Depth == 1 && x.Cols >= 1);
        Require(w.Batch == 1 && w.Depth == 1 && x.Cols == w.Cols);
        Require(targets.Batch == 1 && targets.Depth == 1 && targets.Rows == 1 && x.Rows == targets.Cols);
        Require(loss.Batch == 1 && loss.Depth == 1 && loss.Rows == 1 && x.Rows == loss.Cols);
        Require(lse.Batch == 1 && lse.Depth == 1 && lse.Rows == 1 && x.Rows == lse.Cols);

        foreach (var i in Grid(CeilDiv(x.Rows, BM)))
        {
            var X = x.Tiles(BM, BK);
            var W = w.Tiles(BN, BK);
            var target = targets.ColVecs(BM)[i];
            var (m, l, at, total) = Nothing(BM);
            for (var n = 0; n < W.Rows; n++)
            {
                var s = Zeros<float>(BM, BN);
                for (var k = 0; k < X.Cols; k++)
                    s = MmaABt(X[i, k], W[n, k], s);
                (m, l, at, total) = Step(s, target - n * BN, m, l, at, total, BM, BN);
            }

            var sum = m + Log(l);
            lse.ColVecs(BM)[i] = sum;
            loss.ColVecs(BM)[i] = Loss(target, sum, at, total / w.Rows, ignored, smoothing, zLoss);
        }
    }
}
