using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Cross-entropy of logits.</content>
public static partial class Losses
{
    /// <summary>loss = log Σ exp(logits) − logit of the target, for each token.</summary>
    /// <remarks>
    /// <para>
    /// One pass over the logits, with an online log-sum-exp (Milakov and Gimelshein, 2018, arXiv:1805.02867), as in Liger Kernel (Hsu et
    /// al., 2024, arXiv:2410.10989).
    /// loss = (1 − smoothing)·(lse − logit of the target) + smoothing·(lse − mean logit) + zLoss·lse². Label smoothing is after Szegedy et
    /// al. (2015, arXiv:1512.00567), the z-loss after PaLM (Chowdhery et al., 2022, arXiv:2204.02311).
    /// </para>
    /// <para>
    /// A token whose target is <paramref name="ignored"/> has a loss of 0; its lse is there all the same. A target that is no class is
    /// never found: its loss is +∞.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="logits">The logit of each token and class, [T, V].</param>
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
    [TileKernel(nameof(CrossEntropyProgram))]
    public static partial void CrossEntropy(
        Device device, DeviceTensor<float> logits, DeviceTensor<int> targets, DeviceTensor<float> loss, DeviceTensor<float> lse,
        int ignored, float smoothing, float zLoss);

    // a few rows at a time: memory is read along them
    private const int Rows = 8;

    internal static void CrossEntropyProgram(
        Global<float> logits, Global<int> targets, Global<float> loss, Global<float> lse, int ignored, float smoothing, float zLoss,
        [Tune] int BN)
    {
        Require(logits.Batch == 1 && logits.Depth == 1);
        Require(targets.Batch == 1 && targets.Depth == 1 && targets.Rows == 1 && logits.Rows == targets.Cols);
        Require(loss.Batch == 1 && loss.Depth == 1 && loss.Rows == 1 && logits.Rows == loss.Cols);
        Require(lse.Batch == 1 && lse.Depth == 1 && lse.Rows == 1 && logits.Rows == lse.Cols);

        foreach (var i in Grid(CeilDiv(logits.Rows, Rows)))
        {
            var X = logits.Tiles(Rows, BN);
            var target = targets.ColVecs(Rows)[i];
            var (m, l, at, total) = Nothing(Rows);
            for (var n = 0; n < X.Cols; n++)
                (m, l, at, total) = Step(X[i, n], target - n * BN, m, l, at, total, Rows, BN);
            var sum = m + Log(l);
            lse.ColVecs(Rows)[i] = sum;
            loss.ColVecs(Rows)[i] = Loss(target, sum, at, total / logits.Cols, ignored, smoothing, zLoss);
        }
    }
}
