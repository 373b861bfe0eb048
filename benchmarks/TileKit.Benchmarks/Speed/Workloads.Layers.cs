using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>What stands between the products of a transformer, and the loss after them.</content>
internal sealed partial class Workloads
{
    private const int Tokens = 1024;
    private const int Classes = 32_768;

    private void AddLayers(string only)
    {
        Add($"add + RMSNorm {Side}²", only, AddRmsNorm);
        Add($"add + LayerNorm {Side}²", only, AddLayerNorm);
        Add($"SwiGLU {Side}²", only, name => Gated(name, Activations.SwiGlu, References.Silu));
        Add($"GeGLU {Side}²", only, name => Gated(name, Activations.GeGlu, References.Gelu));
        Add($"SwiGLU packed {Side}²", only, SwiGluPacked);
        Add("RoPE 32×2048×128", only, name => Rope(name, 32, 2048, 128));
        Add("DoRA compose 2048×8192", only, name => Compose(name, 2048, 8192));
        Add($"cross-entropy {Tokens}×{Classes}", only, CrossEntropy);
        Add($"linear cross-entropy {Tokens}×8192", only, name => LinearCrossEntropy(name, 1024, 8192));
    }

    private Workload AddRmsNorm(string name)
    {
        var (x, residual, gamma, sum, y) = (Normal(Side, Side), Normal(Side, Side), Normal(Side), Empty(Side, Side), Empty(Side, Side));
        return Streamed(name, 16.0 * Side * Side, () => Norms.AddRmsNorm(_device, x, residual, gamma, sum, y, Epsilon), () => Math.Max(
            References.OfElements(sum, x, residual, static (a, b) => (a + b, Math.Abs(a) + Math.Abs(b))),
            References.RmsNorm(sum, gamma, y, Epsilon)));
    }

    private Workload AddLayerNorm(string name)
    {
        var (x, residual, gamma, beta) = (Normal(Side, Side), Normal(Side, Side), Normal(Side), Normal(Side));
        var (sum, y) = (Empty(Side, Side), Empty(Side, Side));
        return Streamed(name, 16.0 * Side * Side, () => Norms.AddLayerNorm(_device, x, residual, gamma, beta, sum, y, Epsilon), () => Math.Max(
            References.OfElements(sum, x, residual, static (a, b) => (a + b, Math.Abs(a) + Math.Abs(b))),
            References.LayerNorm(sum, gamma, beta, y, Epsilon)));
    }

    private Workload Gated(
        string name, Action<Device, DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<float>> run, Func<double, double> activation)
    {
        var (gate, up, y) = (Normal(Side, Side), Normal(Side, Side), Empty(Side, Side));
        return Streamed(name, 12.0 * Side * Side, () => run(_device, gate, up, y), () =>
            References.OfElements(y, gate, up, (g, u) => (activation(g) * u, Math.Abs(g * u))));
    }

    private Workload SwiGluPacked(string name)
    {
        var (x, y) = (Normal(Side, 2 * Side), Empty(Side, Side));
        return Streamed(name, 12.0 * Side * Side, () => Activations.SwiGluPacked(_device, x, y), () =>
            References.OfHalves(y, x, (g, u) => (References.Silu(g) * u, Math.Abs(g * u))));
    }

    private Workload Rope(string name, int heads, int places, int size)
    {
        var (x, cos, sin, y) = (Normal(heads, places, size), Normal(places, size / 2), Normal(places, size / 2), Empty(heads, places, size));
        return Streamed(name, 8.0 * x.Length, () => Positions.Rope(_device, x, cos, sin, y), () => References.Rope(x, cos, sin, y));
    }

    private Workload Compose(string name, int rows, int cols)
    {
        const float S = 0.5f;
        var (x, lora, m, norm, delta) = (Normal(rows, cols), Normal(rows, cols), Normal(cols), Normal(cols), Empty(rows, cols));
        norm.CopyFrom(Array.ConvertAll(norm.ToArray(), static value => Math.Abs(value) + 1));
        return Streamed(name, 12.0 * x.Length, () => Dora.Compose(_device, x, lora, m, norm, delta, S), () =>
            References.Compose(x, lora, m, norm, delta, S));
    }

    private Workload CrossEntropy(string name)
    {
        var (logits, targets, loss, lse) = (Normal(Tokens, Classes), Targets(Classes), Empty(Tokens), Empty(Tokens));
        return Streamed(name, 4.0 * Tokens * Classes, () => Losses.CrossEntropy(_device, logits, targets, loss, lse, -100, 0, 0), () =>
            References.CrossEntropy(References.Rows(logits), targets, loss));
    }

    private Workload LinearCrossEntropy(string name, int size, int classes)
    {
        var (x, w, targets, loss, lse) = (Normal(Tokens, size), Normal(classes, size), Targets(classes), Empty(Tokens), Empty(Tokens));

        // logits of unit scale
        w.CopyFrom(Array.ConvertAll(w.ToArray(), value => value / MathF.Sqrt(size)));
        return new(
            name, 2.0 * Tokens * size * classes, isMemoryBound: false, () => Losses.LinearCrossEntropy(_device, x, w, targets, loss, lse, -100, 0, 0),
            () => References.CrossEntropy(References.Linear(x, w), targets, loss));
    }

    private DeviceTensor<int> Targets(int classes)
    {
        var targets = _device.Upload<int>([.. Enumerable.Range(0, Tokens).Select(_ => _random.Next(classes))], Tokens);
        _tensors.Add(targets);
        return targets;
    }

    private static Workload Streamed(string name, double bytes, Action run, Func<double> error) => new(name, bytes, isMemoryBound: true, run, error);
}
