using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <summary>The workloads and the tensors they share.</summary>
internal sealed partial class Workloads : IDisposable
{
    private const int Heads = 16;
    private const int Sequence = 2048;
    private const int HeadSize = 64;
    private const int Side = 4096;
    private const float Epsilon = 1e-5f;

    private readonly CpuDevice _device;
    private readonly List<IDisposable> _tensors = [];
    private readonly Random _random = new(20);

    private Workloads(CpuDevice device) => _device = device;

    public List<Workload> All { get; } = [];

    /// <summary>Makes the workloads that have the text in their names, and no tensor for the others.</summary>
    public static Workloads Create(CpuDevice device, string only)
    {
        var workloads = new Workloads(device);
        foreach (var size in new[] { 512, 1024, 2048 })
        {
            workloads.Add($"GEMM {size}³", only, name => workloads.Product(name, size));
        }

        workloads.Add($"attention {Heads}×{Sequence}×{HeadSize}", only, name => workloads.Attend(name, causal: false));
        workloads.Add($"causal {Heads}×{Sequence}×{HeadSize}", only, name => workloads.Attend(name, causal: true));
        workloads.Add($"softmax {Side}²", only, workloads.Softmax);
        workloads.Add($"LayerNorm {Side}²", only, workloads.LayerNorm);
        workloads.Add($"RMSNorm {Side}²", only, workloads.RmsNorm);
        workloads.AddFormsOfAttention(only);
        workloads.AddLayers(only);
        workloads.AddLists(only);
        return workloads;
    }

    public void Dispose() => _tensors.ForEach(static tensor => tensor.Dispose());

    private void Add(string name, string only, Func<string, Workload> make)
    {
        if (name.Contains(only, StringComparison.OrdinalIgnoreCase))
        {
            All.Add(make(name));
        }
    }

    private Workload Product(string name, int size)
    {
        var (a, b, c) = (Normal(size, size), Normal(size, size), Empty(size, size));
        return new(
            name, 2.0 * size * size * size, isMemoryBound: false, () => Gemm.AB(_device, a, b, c),
            () => References.Product(a, b, c));
    }

    private Workload Attend(string name, bool causal)
    {
        var (q, k, v, o) = (Normal(Heads, Sequence, HeadSize), Normal(Heads, Sequence, HeadSize), Normal(Heads, Sequence, HeadSize), Empty(Heads, Sequence, HeadSize));
        var scale = 1 / MathF.Sqrt(HeadSize);

        // only the scores that a query may see are useful
        var scores = causal ? Sequence * (Sequence + 1.0) / 2 : (double)Sequence * Sequence;
        return new(
            name, 4 * Heads * scores * HeadSize, isMemoryBound: false, () => Attention.Forward(_device, q, k, v, o, scale, causal),
            () => References.Attention(q, k, v, o, scale, causal));
    }

    private Workload Softmax(string name)
    {
        var (x, y) = (Normal(Side, Side), Empty(Side, Side));
        return Rows(name, () => Norms.Softmax(_device, x, y), () => References.Softmax(x, y));
    }

    private Workload LayerNorm(string name)
    {
        var (x, gamma, beta, y) = (Normal(Side, Side), Normal(Side), Normal(Side), Empty(Side, Side));
        return Rows(name, () => Norms.LayerNorm(_device, x, gamma, beta, y, Epsilon), () => References.LayerNorm(x, gamma, beta, y, Epsilon));
    }

    private Workload RmsNorm(string name)
    {
        var (x, gamma, y) = (Normal(Side, Side), Normal(Side), Empty(Side, Side));
        return Rows(name, () => Norms.RmsNorm(_device, x, gamma, y, Epsilon), () => References.RmsNorm(x, gamma, y, Epsilon));
    }

    // each element is read once and written once
    private static Workload Rows(string name, Action run, Func<double> error) => new(name, 8.0 * Side * Side, isMemoryBound: true, run, error);

    private DeviceTensor<float> Normal(params ReadOnlySpan<int> shape)
    {
        var tensor = Empty(shape);
        var data = new float[tensor.Length];
        for (var i = 0; i < data.Length; i++)
        {
            // Box and Muller
            data[i] = MathF.Sqrt(-2 * MathF.Log(1 - _random.NextSingle())) * MathF.Cos(MathF.Tau * _random.NextSingle());
        }

        tensor.CopyFrom(data);
        return tensor;
    }

    private DeviceTensor<float> Empty(params ReadOnlySpan<int> shape)
    {
        var tensor = _device.Allocate<float>(shape);
        _tensors.Add(tensor);
        return tensor;
    }
}
