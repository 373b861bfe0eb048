using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>Cross-entropy in float64, one token after the other.</summary>
internal static class LossReference
{
    /// <summary>The losses and the log-sum-exps of logits, [2, T]; errors of the logits are relative to their scales.</summary>
    public static Expectation Of(Expectation logits, TestTensor targets, float smoothing, float zLoss)
    {
        var (tokens, classes) = (logits.Rows, logits.Cols);
        var result = new Expectation([2, tokens]);
        for (var t = 0; t < tokens; t++)
        {
            var row = logits.Values.AsSpan(t * classes, classes).ToArray();
            var scales = logits.Scales.AsSpan(t * classes, classes).ToArray();
            var max = row.Aggregate(double.NegativeInfinity, Math.Max);
            var shift = double.IsNegativeInfinity(max) ? 0 : max;
            var total = row.Sum(s => Math.Exp(s - shift));
            var lse = shift + Math.Log(total);
            var lseScale = scales.Where(double.IsFinite).DefaultIfEmpty().Max() + Math.Abs(Math.Log(total));
            var target = (int)targets.Values[t];
            var isClass = target >= 0 && target < classes;
            var at = isClass ? row[target] : double.NegativeInfinity;
            var loss = lse - at;
            var scale = lseScale + (isClass ? scales[target] : 0);
            if (smoothing != 0)
            {
                loss = ((1 - (double)smoothing) * loss) + (smoothing * (lse - (row.Sum() / classes)));
                scale = ((1 - smoothing) * scale) + (smoothing * (lseScale + (scales.Sum() / classes)));
            }

            if (zLoss != 0)
            {
                loss += zLoss * lse * lse;
                scale += zLoss * lseScale * lseScale;
            }

            var isIgnored = target == LossKernels.Ignored;
            result.Set(0, 0, 0, t, isIgnored ? 0 : loss, isIgnored ? 0 : scale);
            result.Set(0, 0, 1, t, lse, lseScale);
        }

        return result;
    }
}
