#if ILGPU_PACKAGE
using TileKit.Benchmarks.Speed;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Gpu;

/// <summary>One way to compute something.</summary>
internal sealed record Entry(string Name, double Flops, Action Run, Func<double> Error)
{
    /// <summary>What the result may be off by, relative to the same expression over absolute values.</summary>
    public double Tolerance { get; init; } = Case.Tolerance;

    /// <summary>Where it runs, if not on the contest's own device.</summary>
    public IlgpuDevice? Device { get; init; }

    /// <summary>What it alone uses.</summary>
    public IReadOnlyList<IDisposable> Owned { get; init; } = [];
}

/// <summary>Several ways to compute the same, the generated kernel first, and the tensors they share.</summary>
internal sealed record Contest(string Name, IReadOnlyList<Entry> Entries, IReadOnlyList<IDisposable> Tensors) : IDisposable
{
    public void Dispose()
    {
        foreach (var tensor in Tensors)
        {
            tensor.Dispose();
        }
    }
}

internal static partial class Contests
{
    private const int Heads = 4;
    private const int Depth = 64;
    private const int Seed = 5;

    public static IEnumerable<Contest> All(IlgpuDevice device, IReadOnlyList<int> sizes)
    {
        foreach (var n in sizes)
        {
            yield return Product(device, n);
            yield return BFloat16Product(device, n);
        }

        yield return Attention(device, sizes[^1], causal: false);
        yield return Attention(device, sizes[^1], causal: true);
        yield return BFloat16Attention(device, sizes[^1], causal: false);
        yield return BFloat16Attention(device, sizes[^1], causal: true);
    }

    private static Contest Product(IlgpuDevice device, int n)
    {
        var (a, b, c, d) = (Random(device, n, n), Random(device, n, n), device.Allocate<float>(n, n), device.Allocate<float>(n, n));
        var flops = 2.0 * n * n * n;
        var documented = new DocumentationGemm(device);
        return new(
            $"GEMM {n} x {n} x {n}",
            [
                new("TileKit", flops, () => Gemm.AB(device, a, b, c), () => References.Product(a, b).Error(c)),
                new("ILGPU's documentation, 16 x 16 tiles", flops, () => documented.Run(a, b, d, n), () => References.Product(a, b).Error(d)),
            ],
            [a, b, c, d, documented]);
    }

    // without fusion the scores are a tensor; queries come scaled, so that all three kernels are the library's own
    private static Contest Attention(IlgpuDevice device, int length, bool causal)
    {
        var scale = 1 / MathF.Sqrt(Depth);
        var queries = Values(Heads * length * Depth);
        var (q, scaled) = (Upload(queries), Upload([.. queries.Select(x => x * scale)]));
        var (k, v, o, p) = (Random(device, Heads, length, Depth), Random(device, Heads, length, Depth), Empty(Depth), Empty(Depth));
        var (scores, weights) = (Empty(length), Empty(length));
        var flops = 4.0 * Heads * length * length * Depth / (causal ? 2 : 1);
        return new(
            $"Attention, {length} queries and keys, {Heads} heads of {Depth}{(causal ? ", causal (the three kernels compute all of it)" : "")}",
            [
                new("TileKit, fused", flops, () => Kernels.Attention.Forward(device, q, k, v, o, scale, causal), () => References.Attention(q, k, v, scale, causal).Error(o)),
                new("TileKit, three kernels", flops, Separate, () => References.Attention(q, k, v, scale, causal: false).Error(p)),
            ],
            [q, scaled, k, v, o, p, scores, weights]);

        void Separate()
        {
            Gemm.ABt(device, scaled, k, scores);
            Norms.Softmax(device, scores, weights);
            Gemm.AB(device, weights, v, p);
        }

        DeviceTensor<float> Upload(float[] values) => device.Upload(values, Heads, length, Depth);

        DeviceTensor<float> Empty(int cols) => device.Allocate<float>(Heads, length, cols);
    }

    private static DeviceTensor<float> Random(IlgpuDevice device, params ReadOnlySpan<int> shape)
    {
        var length = 1;
        foreach (var dimension in shape)
        {
            length *= dimension;
        }

        return device.Upload(Values(length), shape);
    }

    private static float[] Values(int length)
    {
        var random = new Random(Seed + length);
        return [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
#endif
