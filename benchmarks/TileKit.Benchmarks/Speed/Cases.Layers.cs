using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>What stands between the products of a transformer, and the loss after them.</content>
internal sealed partial class Cases
{
    private const int Tokens = 1024;
    private const int Classes = 32_768;

    private void AddLayers()
    {
        Add($"{MorePrefix}add + RMSNorm {Side}²", AddRmsNorm);
        Add($"{MorePrefix}add + LayerNorm {Side}²", AddLayerNorm);
        Add($"{MorePrefix}SwiGLU {Side}²", name => Gated(name, "Activations.SwiGlu", Activations.SwiGlu, References.Silu));
        Add($"{MorePrefix}GeGLU {Side}²", name => Gated(name, "Activations.GeGlu", Activations.GeGlu, References.Gelu));
        Add($"{MorePrefix}SwiGLU packed {Side}²", SwiGluPacked);
        Add($"{MorePrefix}RoPE 32×2048×128", name => Rope(name, 32, 2048, 128));
        Add($"{MorePrefix}cross-entropy {Tokens}×{Classes}", CrossEntropy);
        Add($"{MorePrefix}linear cross-entropy {Tokens}×8192", name => LinearCrossEntropy(name, 1024, 8192));
    }

    private Case AddRmsNorm(string name)
    {
        var (x, residual, gamma, sum, y) = (Normal(Side, Side), Normal(Side, Side), Normal(Side), Empty(Side, Side), Empty(Side, Side));
        var (sums, norms) = (Sums(x, residual), References.AddRmsNorm(x, residual, gamma, Epsilon));
        return new(
            name, Work.OfFloats(5.0 * x.Length, 2 * x.Length, 2 * x.Length), () => Math.Max(sums.Error(sum), norms.Error(y)),
            TileKit("Norms.AddRmsNorm", () => Norms.AddRmsNorm(_device, x, residual, gamma, sum, y, Epsilon)));
    }

    private Case AddLayerNorm(string name)
    {
        var (x, residual, gamma, beta) = (Normal(Side, Side), Normal(Side, Side), Normal(Side), Normal(Side));
        var (sum, y) = (Empty(Side, Side), Empty(Side, Side));
        var (sums, norms) = (Sums(x, residual), References.AddLayerNorm(x, residual, gamma, beta, Epsilon));
        return new(
            name, Work.OfFloats(8.0 * x.Length, 2 * x.Length, 2 * x.Length), () => Math.Max(sums.Error(sum), norms.Error(y)),
            TileKit("Norms.AddLayerNorm", () => Norms.AddLayerNorm(_device, x, residual, gamma, beta, sum, y, Epsilon)));
    }

    private Case Gated(
        string name, string form, Action<Device, DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<float>> run,
        Func<double, double> activation)
    {
        var (gate, up, y) = (Normal(Side, Side), Normal(Side, Side), Empty(Side, Side));
        var reference = References.OfElements(gate, up, (g, u) => (activation(g) * u, Math.Abs(g * u)));
        return new(
            name, Work.OfFloats(4.0 * y.Length, 2 * y.Length, y.Length), () => reference.Error(y),
            TileKit(form, () => run(_device, gate, up, y)));
    }

    private Case SwiGluPacked(string name)
    {
        var (x, y) = (Normal(Side, 2 * Side), Empty(Side, Side));
        var reference = References.OfHalves(x, (g, u) => (References.Silu(g) * u, Math.Abs(g * u)));
        return new(
            name, Work.OfFloats(4.0 * y.Length, 2 * y.Length, y.Length), () => reference.Error(y),
            TileKit("Activations.SwiGluPacked", () => Activations.SwiGluPacked(_device, x, y)));
    }

    private Case Rope(string name, int heads, int places, int size)
    {
        var (x, cos, sin, y) = (Normal(heads, places, size), Normal(places, size / 2), Normal(places, size / 2), Empty(heads, places, size));
        var reference = References.Rope(x, cos, sin);
        return new(
            name, OfElements(x, 3), () => reference.Error(y),
            TileKit("Positions.Rope", () => Positions.Rope(_device, x, cos, sin, y)));
    }

    private Case CrossEntropy(string name)
    {
        var (logits, targets, loss, lse) = (Normal(Tokens, Classes), Targets(Classes), Empty(Tokens), Empty(Tokens));
        var reference = References.CrossEntropy(References.Rows(logits), targets);
        return new(
            name, Work.OfFloats(4.0 * logits.Length, logits.Length, Tokens), () => reference.Error(loss),
            TileKit("Losses.CrossEntropy", () => Losses.CrossEntropy(_device, logits, targets, loss, lse, -100, 0, 0)));
    }

    private Case LinearCrossEntropy(string name, int size, int classes)
    {
        // logits of unit scale
        var (x, w) = (Normal(Tokens, size), Normal(1 / MathF.Sqrt(size), classes, size));
        var (targets, loss, lse) = (Targets(classes), Empty(Tokens), Empty(Tokens));
        var reference = References.CrossEntropy(References.Linear(x, w), targets);
        return new(
            name, Work.OfProduct(Tokens, size, classes) with { BytesWritten = 0 }, () => reference.Error(loss),
            TileKit("Losses.LinearCrossEntropy", () => Losses.LinearCrossEntropy(_device, x, w, targets, loss, lse, -100, 0, 0)));
    }

    private DeviceTensor<int> Targets(int classes) => Numbers([.. Enumerable.Range(0, Tokens).Select(_ => _random.Next(classes))], Tokens);

    private static Reference Sums(DeviceTensor<float> x, DeviceTensor<float> residual) =>
        References.OfElements(x, residual, static (a, b) => (a + b, Math.Abs(a) + Math.Abs(b)));
}
