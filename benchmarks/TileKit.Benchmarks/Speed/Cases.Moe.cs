using TileKit.Benchmarks.Peers;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <summary>A mixture of experts: T tokens of width H, E experts of inner width I, K choices a token.</summary>
internal sealed record Mixture(int Tokens, int Width, int Inner, int Experts, int Choices)
{
    public int Rows => Choices * Tokens;

    // three products a choice
    public double Flops => 6.0 * Rows * Width * Inner;

    public Work Work(int experts) => Speed.Work.OfFloats(Flops, (3.0 * experts * Width * Inner) + (Tokens * Width), Tokens * Width);
}

/// <content>Mixtures of experts: named by T, H, I, E, K.</content>
internal sealed partial class Cases
{
    private void AddExperts()
    {
        foreach (var (shape, hasGoals) in new (Mixture, bool)[]
            { (new(2048, 768, 256, 128, 8), true), (new(2048, 768, 512, 64, 4), false), (new(1024, 1536, 512, 32, 2), false) })
        {
            Add($"{ListPrefix}MoE {shape.Tokens}, {shape.Width}, {shape.Inner}, {shape.Experts}, {shape.Choices}", name => Experts(name, shape, hasGoals));
        }

        Add($"{ListPrefix}MoE 2048, 768, 256, 128, 8, all on one expert", name => OneExpert(name, new(2048, 768, 256, 128, 8)));
    }

    private unsafe Case Experts(string name, Mixture shape, bool hasGoals)
    {
        var (x, o) = (Normal(shape.Tokens, shape.Width), Empty(shape.Tokens, shape.Width));
        var router = Normal(1 / MathF.Sqrt(shape.Width), shape.Experts, shape.Width);
        var (w1, w2) = Weights(shape);
        var reference = References.Experts(x, w1, w2, References.Routing(x, router, shape.Choices));
        var dense = SameFlops(shape.Flops);
        var (blas, dnn) = (_peers.Blas, _peers.Dnn);
        return new(
            name, shape.Work(shape.Experts), () => reference.Error(o),
            TileKit("Moe.Forward", () => Moe.Forward(_device, x, router, w1, w2, o, shape.Choices)),
            dense,
            blas is null ? null : OneByOne(PeerSet.BlasName, (m, n, k, a, b, c) => blas.Gemm(m, n, k, a, b, c, transposed: true)),
            dnn is null ? null : OneByOne(PeerSet.DnnName, (m, n, k, a, b, c) => dnn.Gemm(m, n, k, a, b, c, transposed: true)),
            Onnx("MatMul, MoE", () =>
            {
                var graph = new OnnxGraph();
                var input = graph.Input(x);
                var logits = graph.Node("com.microsoft.FusedMatMul", [input, graph.Input(router)], null, ("transB", 1));
                graph.Node(
                    "com.microsoft.MoE", [input, logits, graph.Constant(w1), "", graph.Constant(w2)], graph.Output(o),
                    ("k", shape.Choices), ("activation_type", "swiglu"), ("swiglu_fusion", 1), ("activation_alpha", 1f), ("activation_beta", 0f),
                    ("normalize_routing_weights", 1));
                return graph;
            }))
        {
            Goals = hasGoals
                ? OnMoreThreads(new(dense.Form, 0.7), new(PeerSet.OnnxName, 1.3), new(PeerSet.BlasName, 1.3))
                : [],
        };

        Contestant OneByOne(string by, ExpertByExpert.Product product)
        {
            var layer = new ExpertByExpert(shape, x, router, w1, w2, o, product, _threads);
            return new(by, "sgemm expert by expert", layer.Run);
        }
    }

    // what follows the routing, where every choice of every token is the same expert
    private Case OneExpert(string name, Mixture shape)
    {
        var (w1, w2) = Weights(shape);
        var one = Listed(shape, w1, w2, static (_, _) => 0);
        var even = Listed(shape, w1, w2, (choice, token) => ((token * shape.Choices) + choice) % shape.Experts);
        return new(
            name, shape.Work(1), one.Error, TileKit("Moe.Sort, SwiGlu, Down, Combine", one.Run),
            TileKit("evenly on all experts", even.Run) with { Error = even.Error })
        {
            Goals = [new("evenly on all experts", 1 / 1.2)],
        };
    }

    private (Action Run, Func<double> Error) Listed(Mixture shape, DeviceTensor<float> w1, DeviceTensor<float> w2, Func<int, int, int> expertOf)
    {
        var (tokens, width, inner, experts, choices) = shape;
        var (x, o) = (Normal(tokens, width), Empty(tokens, width));
        var weights = Normal(choices, tokens);
        var chosen = Numbers([.. Enumerable.Range(0, shape.Rows).Select(i => expertOf(i / tokens, i % tokens))], choices, tokens);
        var (counts, offsets) = (Numbers(new int[experts], 1, experts), Numbers(new int[experts + 1], experts + 1));
        var (list, position) = (Numbers(new int[shape.Rows], shape.Rows), Numbers(new int[shape.Rows], choices, tokens));
        var (hidden, rows) = (Empty(shape.Rows, inner), Empty(shape.Rows, width));
        var given = weights.ToArray();
        var reference = References.Experts(x, w1, w2, token => (
            [.. Enumerable.Range(0, choices).Select(choice => expertOf(choice, token))],
            [.. Enumerable.Range(0, choices).Select(choice => (double)given[(choice * tokens) + token])]));
        return (Run, () => reference.Error(o));

        void Run()
        {
            Moe.Sort(_device, chosen, counts, offsets, list, position);
            Moe.SwiGlu(_device, x, w1, offsets, list, hidden);
            Moe.Down(_device, hidden, w2, offsets, rows);
            Moe.Combine(_device, rows, weights, position, o);
        }
    }

    private (DeviceTensor<float> W1, DeviceTensor<float> W2) Weights(Mixture shape) => (
        Normal(1 / MathF.Sqrt(shape.Width), shape.Experts, 2 * shape.Inner, shape.Width),
        Normal(1 / MathF.Sqrt(shape.Inner), shape.Experts, shape.Width, shape.Inner));

    /// <summary>One dense product of as many FLOPs: what the machine gives where nothing is routed.</summary>
    private Contestant SameFlops(double flops)
    {
        const int Inner = 1024, Cols = 2048;
        var rows = (int)(flops / 2 / Inner / Cols);
        var (a, b, c) = (Normal(rows, Inner), Normal(Inner, Cols), Empty(rows, Cols));
        var reference = References.Product(a, b);
        return TileKit("one dense GEMM of the same FLOPs", () => Gemm.AB(_device, a, b, c)) with { Error = () => reference.Error(c) };
    }
}
