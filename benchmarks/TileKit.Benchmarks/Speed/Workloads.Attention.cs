using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>The further forms of attention, each credited for the scores that its queries see.</content>
internal sealed partial class Workloads
{
    private const int WindowSize = 512;

    private void AddFormsOfAttention(string only)
    {
        Add($"window {WindowSize} {Heads}×{Sequence}×{HeadSize}", only, name =>
            Attend(name, Causal(WindowSize), InWindow(WindowSize), (q, k, v, o, scale) =>
                Attention.Window(_device, q, k, v, o, scale, WindowSize - 1, 0)));
        Add($"with lse {Heads}×{Sequence}×{HeadSize}", only, name =>
        {
            var lse = Empty(Heads, Sequence);
            return Attend(name, (double)Sequence * Sequence, static (_, _) => 0, (q, k, v, o, scale) =>
                Attention.ForwardLse(_device, q, k, v, o, lse, scale, causal: false));
        });
        Add($"masked {Heads}×{Sequence}×{HeadSize}", only, name =>
        {
            var mask = OfScores(static (query, key) => (sbyte)(key <= query ? 1 : 0));
            return Attend(name, (double)Sequence * Sequence, InWindow(Sequence), (q, k, v, o, scale) =>
                Attention.Masked(_device, q, k, v, mask, o, scale));
        });
        Add($"biased {Heads}×{Sequence}×{HeadSize}", only, name =>
        {
            // ALiBi, the slope of one head for all
            var bias = OfScores(static (query, key) => -0.01f * Math.Abs(query - key));
            return Attend(name, (double)Sequence * Sequence, static (query, key) => -0.01f * Math.Abs(query - key), (q, k, v, o, scale) =>
                Attention.Biased(_device, q, k, v, bias, o, scale));
        });
    }

    // the scores of causal queries that see as many keys as the window holds
    private static double Causal(int window) => (window * (window + 1.0) / 2) + ((double)(Sequence - window) * window);

    private static Func<int, int, double> InWindow(int window) =>
        (query, key) => key <= query && key > query - window ? 0 : double.NegativeInfinity;

    private Workload Attend(
        string name, double scores, Func<int, int, double> bias,
        Action<DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<float>, float> run)
    {
        int[] shape = [Heads, Sequence, HeadSize];
        var (q, k, v, o) = (Normal(shape), Normal(shape), Normal(shape), Empty(shape));
        var scale = 1 / MathF.Sqrt(HeadSize);
        return new(
            name, 4 * Heads * scores * HeadSize, isMemoryBound: false, () => run(q, k, v, o, scale),
            () => References.Attention(q, k, v, o, scale, bias));
    }

    private DeviceTensor<T> OfScores<T>(Func<int, int, T> value)
        where T : unmanaged
    {
        var scores = new T[Sequence * Sequence];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = value(i / Sequence, i % Sequence);
        }

        var tensor = _device.Upload<T>(scores, Sequence, Sequence);
        _tensors.Add(tensor);
        return tensor;
    }
}
