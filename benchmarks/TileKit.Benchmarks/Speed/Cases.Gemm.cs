using TileKit.Benchmarks.Peers;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>Matrix products, named M×K×N: a is M × K, b is K × N.</content>
internal sealed partial class Cases
{
    private void AddProducts()
    {
        // two threads share what makes the peak: memory, and the time until the last one is done
        foreach (var size in new[] { 512, 1024, 2048 })
        {
            Add($"GEMM {size}³", name => Product(
                name, size, size, size, [.. OnOneThread(new Goal(Goal.Roofline, 0.88)), new(PeerSet.OnnxName, 1), new(Goal.BestPeer, 0.95)]));
        }

        foreach (var size in new[] { 512, 1024, 2048 })
        {
            Add($"GEMM {size}³ constant weights", name => ConstantProduct(
                name, size, size, size, [.. OnOneThread(new Goal(Goal.Roofline, 0.91)), new(PeerSet.OnnxName, 1), new(PeerSet.DnnName, 0.96)]));
        }

        foreach (var (m, k, n) in new[] { (64, 4096, 4096), (16, 4096, 4096), (4096, 64, 4096), (4096, 4096, 64) })
        {
            Add($"GEMM {m}×{k}×{n}", name => Product(name, m, k, n, new(PeerSet.OnnxName, 1.3), new(Goal.BestPeer, 0.9)));
        }

        Add("GEMM 64×4096×4096 constant weights", name => ConstantProduct(
            name, 64, 4096, 4096, new(PeerSet.OnnxName, 1), new(PeerSet.DnnName, 0.96)));
        Add("GEMM 1×4096×4096", name => Product(name, 1, 4096, 4096, new(Goal.Roofline, 0.85), new(Goal.BestPeer, 0.95)));
        foreach (var (m, k, n) in new[] { (1000, 1003, 1001), (127, 511, 1025) })
        {
            Add($"GEMM {m}×{k}×{n}", name => Product(name, m, k, n, new Goal(Goal.BestPeer, 1)));
        }

        Add("GEMM 31×33×29, 256 of them", name => Products(name, 256, 31, 33, 29));
        foreach (var (text, m, k, n) in new[] { ("GEMM + bias + GELU 1024³", 1024, 1024, 1024), ("LinearGelu 512×768×3072", 512, 768, 3072) })
        {
            Add(text, name => LinearGelu(name, m, k, n, isConstant: false));
            Add($"{text} constant weights", name => LinearGelu(name, m, k, n, isConstant: true));
        }

        Add("GEMM 1024³ bfloat16", name => Narrow(
            name, 1024, static x => (BFloat16)x, (BFloat16)float.NaN, Gemm.AB, References.Product, static (r, c) => r.Error(c), 1.0 / 256));
        Add("GEMM 1024³ Half", name => Narrow(
            name, 1024, static x => (Half)x, Half.NaN, Gemm.AB, References.Product, static (r, c) => r.Error(c), 1.0 / 2048));
    }

    private unsafe Case Product(string name, int m, int k, int n, params Goal[] goals)
    {
        var (a, b, c) = (Normal(m, k), Normal(k, n), Empty(m, n));
        var reference = References.Product(a, b);
        var (blas, dnn) = (_peers.Blas, _peers.Dnn);
        return new(
            name, Work.OfProduct(m, k, n), () => reference.Error(c),
            TileKit("Gemm.AB", () => Gemm.AB(_device, a, b, c)),
            blas is null ? null : new(PeerSet.BlasName, "sgemm", () =>
                blas.Gemm(m, n, k, Address.Floats(a), Address.Floats(b), Address.Floats(c))),
            blas is null || m > 1 ? null : new(PeerSet.BlasName, "sgemv", () =>
                blas.Gemv(n, k, Address.Floats(a), Address.Floats(b), Address.Floats(c))),
            dnn is null ? null : new(PeerSet.DnnName, "sgemm", () =>
                dnn.Gemm(m, n, k, Address.Floats(a), Address.Floats(b), Address.Floats(c))),
            Matmul("matmul", 1, m, k, n, a, b, c, packed: false),
            Onnx("MatMul", () => Graph("MatMul", a, b, c)))
        {
            Goals = goals,
        };
    }

    // b does not change from call to call: all may prepare it, and none is timed while it does
    private Case ConstantProduct(string name, int m, int k, int n, params Goal[] goals)
    {
        var (a, b, c) = (Normal(m, k), Normal(k, n), Empty(m, n));
        var packed = Keep(_device.Pack(b));
        var reference = References.Product(a, b);
        return new(
            name, Work.OfProduct(m, k, n), () => reference.Error(c),
            TileKit("Gemm.AB, packed weights", () => Gemm.AB(_device, a, packed, c)),
            Matmul("matmul, packed weights", 1, m, k, n, a, b, c, packed: true),
            Onnx("MatMul, constant weights", () => ConstantGraph("MatMul", a, b, c)))
        {
            Goals = goals,
        };
    }

    private unsafe Case Products(string name, int count, int m, int k, int n)
    {
        var (a, b, c) = (Normal(count, m, k), Normal(count, k, n), Empty(count, m, n));
        var reference = References.Product(a, b);
        return new(
            name, Work.OfProduct(m, k, n, count), () => reference.Error(c),
            TileKit("Gemm.AB", () => Gemm.AB(_device, a, b, c)),
            _peers.Blas is not { } blas ? null : new(PeerSet.BlasName, "sgemm, one call each", () =>
            {
                for (var i = 0; i < count; i++)
                {
                    blas.Gemm(m, n, k, Address.Floats(a) + (i * m * k), Address.Floats(b) + (i * k * n), Address.Floats(c) + (i * m * n));
                }
            }),
            Matmul("matmul", count, m, k, n, a, b, c, packed: false),
            Onnx("MatMul", () => Graph("MatMul", a, b, c)))
        {
            Goals = [new(Goal.BestPeer, 1)],
        };
    }

    // constant weights as in ConstantProduct
    private Case LinearGelu(string name, int m, int k, int n, bool isConstant)
    {
        var (a, b, bias, c) = (Normal(m, k), Normal(1 / MathF.Sqrt(k), k, n), Normal(n), Empty(m, n));
        var (weights, prepared) = isConstant ? (Keep(_device.Pack(b)), ", packed weights") : (b, "");
        var reference = References.ProductBiasGelu(a, b, bias);
        return new(
            name, Work.OfProduct(m, k, n), () => reference.Error(c),
            TileKit($"Gemm.ABBiasGelu{prepared}", () => Gemm.ABBiasGelu(_device, a, weights, bias, c)),
            Matmul($"matmul with bias and GELU{prepared}", 1, m, k, n, a, b, c, packed: isConstant, bias),
            Onnx("MatMul, Add, FastGelu", () => GeluGraph("com.microsoft.FastGelu")),
            Onnx("MatMul, Add, Gelu", () => GeluGraph("Gelu")))
        {
            Goals = [new(PeerSet.OnnxName, 1.05)],
        };

        OnnxGraph GeluGraph(string gelu)
        {
            var graph = new OnnxGraph(opset: 20);
            var left = graph.Input(a);
            var (right, added) = isConstant ? (graph.Constant(b), graph.Constant(bias)) : (graph.Input(b), graph.Input(bias));
            var result = graph.Output(c);
            var product = graph.Node("MatMul", [left, right]);
            if (gelu == "Gelu")
            {
                graph.Node(gelu, [graph.Node("Add", [product, added])], result, ("approximate", "tanh"));
            }
            else
            {
                graph.Node(gelu, [product, added], result);
            }

            return graph;
        }
    }

    // 16-bit operands against the same product in float
    private Case Narrow<T>(
        string name, int size, Func<float, T> convert, T nan, Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>> run,
        Func<DeviceTensor<T>, DeviceTensor<T>, Reference> formula, Func<Reference, DeviceTensor<T>, double> error, double tolerance)
        where T : unmanaged
    {
        var (a, b, c) = (Normal(size, size), Normal(size, size), Empty(size, size));
        var (x, y, z) = (Converted(a, convert), Converted(b, convert), Empty(nan, size, size));
        var (wide, narrow) = (References.Product(a, b), formula(x, y));
        return new(
            name, new(2.0 * size * size * size, 4.0 * size * size, 2.0 * size * size), () => error(narrow, z),
            TileKit("Gemm.AB", () => run(_device, x, y, z)) with { Tolerance = tolerance },
            TileKit("in float", () => Gemm.AB(_device, a, b, c)) with { Error = () => wide.Error(c) })
        {
            Goals = [new("in float", 0.9)],
        };
    }

    private unsafe Contestant? Matmul(
        string form, int batch, int m, int k, int n, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, bool packed,
        DeviceTensor<float>? bias = null)
    {
        if (_peers.Dnn is null)
        {
            return null;
        }

        var matmul = Keep(new OneDnnMatmul(
            _peers.Dnn, batch, m, n, k, Address.Floats(a), Address.Floats(b), Address.Floats(c), packed,
            bias is null ? null : Address.Floats(bias)));
        return new(PeerSet.DnnName, form, matmul.Run);
    }

    private static OnnxGraph Graph(string operation, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c)
    {
        var graph = new OnnxGraph();
        graph.Node(operation, [graph.Input(a), graph.Input(b)], graph.Output(c));
        return graph;
    }

    private static OnnxGraph ConstantGraph(string operation, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c)
    {
        var graph = new OnnxGraph();
        graph.Node(operation, [graph.Input(a), graph.Constant(b)], graph.Output(c));
        return graph;
    }
}
