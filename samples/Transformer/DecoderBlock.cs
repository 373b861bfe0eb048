using System.Diagnostics;
using TileKit;
using TileKit.Kernels;

namespace Transformer;

/// <summary>A decoder block: grouped-query attention between DoRA-adapted projections, then a mixture of experts, each after an RMSNorm.</summary>
internal sealed class DecoderBlock(Device device, Sizes sizes, Weights weights) : IDisposable
{
    private const float Epsilon = 1e-6f;

    private readonly Stack<IDisposable> _tensors = new();
    private readonly Dictionary<string, DeviceTensor<float>> _kept = [];
    private readonly Dictionary<string, double> _seconds = [];

    /// <summary>The seconds that each part took, added up over all calls.</summary>
    public IReadOnlyDictionary<string, double> Seconds => _seconds;

    /// <summary>The stream after the block, [S, H].</summary>
    public DeviceTensor<float> Forward(DeviceTensor<float> x)
    {
        var (s, d, q, kv) = (sizes.Sequence, sizes.HeadSize, sizes.QueryHeads, sizes.KeyHeads);
        var normed = Make("normed", s, sizes.Width);
        Time("RMSNorm", () => Norms.RmsNorm(device, x, Weight("gamma1"), normed, Epsilon));

        var (rows, heads) = (Make("rows", s, q * d), Make("heads", 1, q, s, d));
        var (keyRows, keyHeads, values) = (Make("key rows", s, kv * d), Make("key heads", 1, kv, s, d), Make("values", 1, kv, s, d));
        Project("q", normed, rows);
        Time("split heads", () => Heads.Split(device, rows, heads));
        Project("k", normed, keyRows);
        Time("split heads", () => Heads.Split(device, keyRows, keyHeads));
        Project("v", normed, keyRows);
        Time("split heads", () => Heads.Split(device, keyRows, values));

        var (queries, keys) = (Make("queries", 1, q, s, d), Make("keys", 1, kv, s, d));
        Time("RoPE", () => Positions.Rope(device, heads, Weight("cos"), Weight("sin"), queries));
        Time("RoPE", () => Positions.Rope(device, keyHeads, Weight("cos"), Weight("sin"), keys));
        Time("attention", () => Attention.Forward(device, queries, keys, values, heads, 1 / MathF.Sqrt(d), causal: true));
        Time("merge heads", () => Heads.Merge(device, heads, rows));

        var (update, middle, result) = (Make("update", s, sizes.Width), Make("middle", s, sizes.Width), Make("result", s, sizes.Width));
        Project("o", rows, update);
        Time("add, RMSNorm", () => Norms.AddRmsNorm(device, update, x, Weight("gamma2"), middle, normed, Epsilon));
        Time("MoE", () => Moe.Forward(device, normed, Weight("router"), Weight("w1"), Weight("w2"), update, sizes.Choices));
        Time("add, RMSNorm", () => Norms.AddRmsNorm(device, update, middle, Weight("gamma2"), result, normed, Epsilon));
        return result;
    }

    public void Dispose()
    {
        while (_tensors.TryPop(out var tensor))
            tensor.Dispose();
    }

    // y = x·Wᵀ with the adapter; the norms of W + s·B·A are computed once
    private void Project(string name, DeviceTensor<float> x, DeviceTensor<float> y)
    {
        var (w, a, b) = (Weight("w" + name), Weight("a" + name), Weight("b" + name));
        if (!_kept.ContainsKey("norm" + name))
            Time("DoRA norms, once", () => Dora.Norm(device, w, a, b, Make("norm" + name, w.Shape[0]), sizes.Scale));
        Time("DoRA projections", () => Dora.Linear(device, x, w, a, b, Weight("m" + name), _kept["norm" + name], y, sizes.Scale));
    }

    private DeviceTensor<float> Make(string name, params ReadOnlySpan<int> shape) => Keep(name) ?? Keep(name, device.Allocate<float>(shape));

    private DeviceTensor<float> Weight(string name) => Keep(name) ?? Keep(name, device.Upload(weights[name].Data, weights[name].Shape));

    private DeviceTensor<float>? Keep(string name) => _kept.GetValueOrDefault(name);

    private DeviceTensor<float> Keep(string name, DeviceTensor<float> tensor)
    {
        _tensors.Push(tensor);
        return _kept[name] = tensor;
    }

    private void Time(string part, Action launch)
    {
        var start = Stopwatch.GetTimestamp();
        launch();
        device.Synchronize();
        _seconds[part] = _seconds.GetValueOrDefault(part) + Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
