using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>Attention in all its forms.</summary>
internal static class AttentionKernels
{
    public static IEnumerable<Kernel> All =>
    [
        .. Of<float>(Attention.Forward, Attention.ForwardLse, Attention.Window, Attention.Masked, Attention.Biased),
        .. Of<Half>(Attention.Forward, Attention.ForwardLse, Attention.Window, Attention.Masked, Attention.Biased),
        .. Of<BFloat16>(Attention.Forward, Attention.ForwardLse, Attention.Window, Attention.Masked, Attention.Biased),
    ];

    // A masked value's weight is 0, and 0 times what is not finite is NaN: v, and a mask, which has no NaN, stay as they are.
    private static IEnumerable<Kernel> Of<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float, bool> forward,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<float>, float, bool> forwardLse,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float, int, int> window,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<sbyte>, DeviceTensor<T>, float> masked,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<float>, DeviceTensor<T>, float> biased)
        where T : unmanaged =>
    [
        new AttentionKernel<T>("Forward", 0, (_, scores) => Forward(forward, scores, causal: false)),
        new AttentionKernel<T>("Forward causal", 1, (_, scores) => Forward(forward, scores, causal: true)),
        new AttentionKernel<T>("ForwardLse", 0, (_, scores) => ForwardLse(forwardLse, scores, causal: false)),
        new AttentionKernel<T>("ForwardLse causal", 1, (_, scores) => ForwardLse(forwardLse, scores, causal: true)),
        new AttentionKernel<T>("Window", 1, (random, scores) => Window(window, random, scores)),
        new AttentionKernel<T>("Masked", 2, (random, scores) => Masked(masked, random, scores)),
        new AttentionKernel<T>("Biased", 0, (random, scores) => Biased(biased, random, scores)),
    ];

    private static AttentionForm<T> Forward<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float, bool> launcher, int[] scores, bool causal)
        where T : unmanaged => new(
            "",
            [],
            (q, k, v, _, o, scale) =>
            {
                launcher(q.Device, q, k, v, o, scale, causal);
                return null;
            },
            (q, k, v, _, o, scale, bm, bn, d, dv) =>
            {
                Attention.ForwardProgram(q, k, v, o, scale, causal, bm, bn, d, dv);
                return null;
            },
            _ => AttentionReference.Causal(causal, scores[3] - scores[2]));

    private static AttentionForm<T> ForwardLse<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<float>, float, bool> launcher,
        int[] scores, bool causal)
        where T : unmanaged => new(
            "",
            [],
            (q, k, v, _, o, scale) =>
            {
                using var lse = q.Device.Allocate<float>(scores.AsSpan(0, 3));
                launcher(q.Device, q, k, v, o, lse, scale, causal);
                return lse.ToArray();
            },
            (q, k, v, _, o, scale, bm, bn, d, dv) =>
            {
                var lse = new float[TestTensor.Length(scores[..3])];
                Attention.ForwardLseProgram(q, k, v, o, Global.Of(lse, scores.AsSpan(0, 3)), scale, causal, bm, bn, d, dv);
                return lse;
            },
            _ => AttentionReference.Causal(causal, scores[3] - scores[2]),
            HasLse: true);

    private static AttentionForm<T> Window<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float, int, int> launcher, Random random, int[] scores)
        where T : unmanaged
    {
        var (left, right, ahead) = (Limit(), Limit(), scores[3] - scores[2]);
        return new(
            $", left {left}, right {right}",
            [],
            (q, k, v, _, o, scale) =>
            {
                launcher(q.Device, q, k, v, o, scale, left, right);
                return null;
            },
            (q, k, v, _, o, scale, bm, bn, d, dv) =>
            {
                Attention.WindowProgram(q, k, v, o, scale, left, right, bm, bn, d, dv);
                return null;
            },
            _ => (s, _, _, i, j) => (left >= 0 && j < i + ahead - left) || (right >= 0 && j > i + ahead + right) ? null : s);

        int Limit() => random.Next(4) switch
        {
            0 => -1,
            1 => random.Next(4),
            2 => random.Next(scores[3] + 2),
            _ => random.Next(1, 20),
        };
    }

    private static AttentionForm<T> Masked<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<sbyte>, DeviceTensor<T>, float> launcher,
        Random random, int[] scores)
        where T : unmanaged
    {
        var mask = TestTensor.Draw<sbyte>(random, OfScores(random, scores));
        HideSome(mask, random, 0);
        return new(
            "",
            [mask],
            (q, k, v, more, o, scale) =>
            {
                using var mask = more[0].On<sbyte>(q.Device);
                launcher(q.Device, q, k, v, mask, o, scale);
                return null;
            },
            (q, k, v, more, o, scale, bm, bn, d, dv) =>
            {
                Attention.MaskedProgram(q, k, v, more[0].Eager<sbyte>(), o, scale, bm, bn, d, dv);
                return null;
            },
            more => (s, b, h, i, j) => At(more[0], b, h, i, j) == 0 ? null : s);
    }

    private static AttentionForm<T> Biased<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<float>, DeviceTensor<T>, float> launcher,
        Random random, int[] scores)
        where T : unmanaged
    {
        var bias = TestTensor.Draw<float>(random, OfScores(random, scores));
        HideSome(bias, random, double.NegativeInfinity);
        return new(
            "",
            [bias],
            (q, k, v, more, o, scale) =>
            {
                using var bias = more[0].On<float>(q.Device);
                launcher(q.Device, q, k, v, bias, o, scale);
                return null;
            },
            (q, k, v, more, o, scale, bm, bn, d, dv) =>
            {
                Attention.BiasedProgram(q, k, v, more[0].Eager<float>(), o, scale, bm, bn, d, dv);
                return null;
            },
            more => (s, b, h, i, j) => s + At(more[0], b, h, i, j));
    }

    // one matrix for each head, for each batch, for the heads of all batches, or for all
    private static int[] OfScores(Random random, int[] scores) => random.Next(4) switch
    {
        0 => scores[2..],
        1 => [1, .. scores[1..]],
        2 => [scores[0], 1, .. scores[2..]],
        _ => scores,
    };

    private static double At(TestTensor x, int b, int h, int i, int j) => x[x.Batch == 1 ? 0 : b, x.Depth == 1 ? 0 : h, i, j];

    // hides some keys from each query, and all from some queries
    private static void HideSome(TestTensor x, Random random, double hidden)
    {
        var share = random.Next(4) / 4.0;
        for (var i = 0; i < x.Values.Length; i += Math.Max(x.Cols, 1))
        {
            var all = random.Next(6) == 0;
            for (var j = i; j < i + x.Cols; j++)
            {
                x.Values[j] = all || random.NextDouble() < share ? hidden : x.Values[j];
            }
        }
    }
}
