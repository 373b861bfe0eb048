using System.Numerics.Tensors;
using TileKit.Benchmarks.Peers;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>Dense attention: heads first, [B, H, S, D], and sequence first, [B, S, H, D]; named H×S×D.</content>
internal sealed partial class Cases
{
    private void AddAttention()
    {
        foreach (var size in new[] { 64, 128 })
        {
            foreach (var length in new[] { 1024, 2048 })
            {
                Add($"attention {Heads}×{length}×{size}", name => Attend(
                    name, new(Heads, Heads, length, size), new(PeerSet.OnnxName, 1.25), new(Goal.Roofline, 0.8)));
                Add($"attention {Heads}×{length}×{size}, sequence first", name => AttendSequenceFirst(
                    name, new(Heads, Heads, length, size), new(PeerSet.OnnxName, 1.1), new(Goal.Roofline, 0.75)));
            }

            Add($"causal {Heads}×2048×{size}", name => Attend(
                name, new(Heads, Heads, 2048, size, IsCausal: true), new(PeerSet.OnnxName, 1.8), new(Goal.Roofline, 0.75)));
            Add($"causal {Heads}×2048×{size}, sequence first", name => AttendSequenceFirst(
                name, new(Heads, Heads, 2048, size, IsCausal: true), new(PeerSet.OnnxName, 1.8), new(Goal.Roofline, 0.7)));
        }

        Add("attention 32/8×1024×128", name => Attend(
            name, new(32, 8, 1024, 128), new(PeerSet.OnnxName, 1.25), new(Goal.Roofline, 0.8)));
        Add("causal 32/8×1024×128", name => Attend(
            name, new(32, 8, 1024, 128, IsCausal: true), new(PeerSet.OnnxName, 1.8), new(Goal.Roofline, 0.75)));
    }

    private Case Attend(string name, Dense shape, params Goal[] goals)
    {
        var (heads, kvHeads, length, size, _) = shape;
        var (q, o) = (Normal(1, heads, length, size), Empty(1, heads, length, size));
        var (k, v) = (Normal(1, kvHeads, length, size), Normal(1, kvHeads, length, size));
        var reference = References.Attention(q, k, v, shape.Scale, row => Enumerable.Range(
            row / length / shape.Group * length, shape.IsCausal ? (row % length) + 1 : length));
        return new(
            name, shape.Work, () => reference.Error(o),
            TileKit("Attention.Forward", () => Attention.Forward(_device, q, k, v, o, shape.Scale, shape.IsCausal)),
            Onnx("Attention", () => AttentionGraph(shape, q, k, v, o)),
            shape.Group > 1 ? null : Onnx("Transpose, MultiHeadAttention, Transpose", () => Turned(shape, q, k, v, o, MultiHead)),
            shape.IsCausal ? Onnx("Transpose, GroupQueryAttention, Transpose", () => Turned(shape, q, k, v, o, GroupQuery)) : null,
            shape.IsCausal || shape.Group > 1 ? null : Onnx("MatMul, Softmax, MatMul", () => Unfused(shape, q, k, v, o)))
        {
            Goals = goals,
        };
    }

    private Case AttendSequenceFirst(string name, Dense shape, params Goal[] goals)
    {
        var (heads, kvHeads, length, size, _) = shape;
        var (q, o) = (Normal(1, length, heads, size), Empty(1, length, heads, size));
        var (k, v) = (Normal(1, length, kvHeads, size), Normal(1, length, kvHeads, size));
        var reference = References.Attention(q, k, v, shape.Scale, row => Enumerable.Range(0, shape.IsCausal ? (row / heads) + 1 : length)
            .Select(place => (place * kvHeads) + (row % heads / shape.Group)));
        return new(
            name, shape.Work, () => reference.Error(o),
            TileKit("Attention.Forward over spans", () =>
                Attention.Forward(HeadsFirst(q), HeadsFirst(k), HeadsFirst(v), HeadsFirst(o), shape.Scale, shape.IsCausal)),
            Onnx("Attention", () => AttentionGraph(shape, q, k, v, o, sequenceFirst: true)),
            shape.Group > 1 ? null : Onnx("MultiHeadAttention", () =>
            {
                var graph = new OnnxGraph();
                MultiHead(graph, shape, Flat(graph, q), Flat(graph, k), Flat(graph, v), graph.Output(o, 1, length, heads * size));
                return graph;
            }),
            !shape.IsCausal ? null : Onnx("GroupQueryAttention", () =>
            {
                var graph = new OnnxGraph();
                GroupQuery(graph, shape, Flat(graph, q), Flat(graph, k), Flat(graph, v), graph.Output(o, 1, length, heads * size));
                return graph;
            }))
        {
            Goals = goals,
        };
    }

    /// <summary>A tensor [1, S, H, D] as [1, H, S, D], where it is.</summary>
    private static unsafe TensorSpan<float> HeadsFirst(DeviceTensor<float> tensor)
    {
        var (length, heads, size) = (tensor.Shape[1], tensor.Shape[2], tensor.Shape[3]);
        return new(Address.Floats(tensor), (nint)tensor.Length, [1, heads, length, size], [0, size, heads * size, 1]);
    }

    // [1, S, H, D] as [1, S, H·D]
    private static string Flat(OnnxGraph graph, DeviceTensor<float> tensor) =>
        graph.Input(tensor, 1, tensor.Shape[1], tensor.Shape[2] * tensor.Shape[3]);

    private static OnnxGraph AttentionGraph(
        Dense shape, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, bool sequenceFirst = false)
    {
        var graph = new OnnxGraph(opset: 23);
        List<(string, object)> attributes = [("is_causal", shape.IsCausal ? 1 : 0), ("scale", shape.Scale)];
        if (sequenceFirst)
        {
            attributes.AddRange([("q_num_heads", shape.Heads), ("kv_num_heads", shape.KvHeads)]);
            graph.Node(
                "Attention", [Flat(graph, q), Flat(graph, k), Flat(graph, v)],
                graph.Output(o, 1, shape.Length, shape.Heads * shape.Size), [.. attributes]);
        }
        else
        {
            graph.Node("Attention", [graph.Input(q), graph.Input(k), graph.Input(v)], graph.Output(o), [.. attributes]);
        }

        return graph;
    }

    private static OnnxGraph Unfused(Dense shape, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o)
    {
        var graph = new OnnxGraph();
        var scores = graph.Node("com.microsoft.FusedMatMul", [graph.Input(q), graph.Input(k)], null, ("transB", 1), ("alpha", shape.Scale));
        graph.Node("MatMul", [graph.Node("Softmax", [scores], null, ("axis", -1)), graph.Input(v)], graph.Output(o));
        return graph;
    }

    // the operators that take [B, S, H·D], between transposes of [B, H, S, D]
    private static OnnxGraph Turned(
        Dense shape, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o,
        Action<OnnxGraph, Dense, string, string, string, string> attend)
    {
        var graph = new OnnxGraph();
        attend(graph, shape, Turn(q), Turn(k), Turn(v), "flat");
        var apart = graph.Node("Reshape", ["flat", graph.LongConstant(1, shape.Length, shape.Heads, shape.Size)]);
        graph.Node("Transpose", [apart], graph.Output(o), ("perm", new[] { 0, 2, 1, 3 }));
        return graph;

        string Turn(DeviceTensor<float> tensor)
        {
            var turned = graph.Node("Transpose", [graph.Input(tensor)], null, ("perm", new[] { 0, 2, 1, 3 }));
            return graph.Node("Reshape", [turned, graph.LongConstant(1, tensor.Shape[2], tensor.Shape[1] * tensor.Shape[3])]);
        }
    }

    private static void MultiHead(OnnxGraph graph, Dense shape, string q, string k, string v, string o) => graph.Node(
        "com.microsoft.MultiHeadAttention", [q, k, v], o,
        ("num_heads", shape.Heads), ("scale", shape.Scale), ("unidirectional", shape.IsCausal ? 1 : 0));

    // a prompt: nothing in the cache before it, whose new content is not asked for
    private static void GroupQuery(OnnxGraph graph, Dense shape, string q, string k, string v, string o) => graph.NodeOfSeveral(
        "com.microsoft.GroupQueryAttention",
        [q, k, v, "", "", graph.Constant(shape.Length - 1, isScalar: false), graph.Constant(shape.Length, isScalar: true)],
        [o, "presentKey", "presentValue"],
        ("num_heads", shape.Heads), ("kv_num_heads", shape.KvHeads), ("scale", shape.Scale));

    private sealed record Dense(int Heads, int KvHeads, int Length, int Size, bool IsCausal = false)
    {
        public float Scale => 1 / MathF.Sqrt(Size);

        public int Group => Heads / KvHeads;

        // only the scores that a query may see are useful; scores and weighted values are two products
        public Work Work => Work.OfFloats(
            4 * Heads * Size * (IsCausal ? Length * (Length + 1.0) / 2 : (double)Length * Length),
            (double)Length * Size * (Heads + (2 * KvHeads)), (double)Length * Size * Heads);
    }
}
