using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>Further forms of attention, each credited for the scores that its queries see.</content>
internal sealed partial class Cases
{
    private const int FormLength = 2048;

    private void AddFormsOfAttention()
    {
        Add($"{MorePrefix}with lse {Heads}×{FormLength}×{HeadSize}", name =>
        {
            var lse = Empty(Heads, FormLength);
            return Form(name, "Attention.ForwardLse", static _ => FormLength, null, (q, k, v, o, scale) =>
                Attention.ForwardLse(_device, q, k, v, o, lse, scale, causal: false));
        });
        Add($"{MorePrefix}masked {Heads}×{FormLength}×{HeadSize}", name =>
        {
            var mask = OfScores(static (query, key) => (sbyte)(key <= query ? 1 : 0));
            return Form(name, "Attention.Masked", static query => query + 1, null, (q, k, v, o, scale) =>
                Attention.Masked(_device, q, k, v, mask, o, scale));
        });
        Add($"{MorePrefix}biased {Heads}×{FormLength}×{HeadSize}", name =>
        {
            // ALiBi, the slope of one head for all
            var bias = OfScores(static (query, key) => -0.01f * Math.Abs(query - key));
            return Form(
                name, "Attention.Biased", static _ => FormLength, static (row, key) => -0.01f * Math.Abs((row % FormLength) - key),
                (q, k, v, o, scale) => Attention.Biased(_device, q, k, v, bias, o, scale));
        });
    }

    // a mask does not say what it hides: all scores are useful
    private Case Form(
        string name, string form, Func<int, int> keys, Func<int, int, double>? bias,
        Action<DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<float>, float> run)
    {
        int[] shape = [Heads, FormLength, HeadSize];
        var (q, k, v, o) = (Normal(shape), Normal(shape), Normal(shape), Empty(shape));
        var scale = 1 / MathF.Sqrt(HeadSize);
        var reference = References.Attention(
            q, k, v, scale, row => Enumerable.Range(row / FormLength * FormLength, keys(row % FormLength)), bias);
        return new(
            name, new Dense(Heads, Heads, FormLength, HeadSize).Work, () => reference.Error(o), TileKit(form, () => run(q, k, v, o, scale)));
    }

    private DeviceTensor<T> OfScores<T>(Func<int, int, T> value)
        where T : unmanaged
    {
        var scores = new T[FormLength * FormLength];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = value(i / FormLength, i % FormLength);
        }

        return Numbers(scores, FormLength, FormLength);
    }
}
