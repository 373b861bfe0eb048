using TileKit.Benchmarks.Peers;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>Attention along windows and lists, against dense attention of the same lengths.</content>
internal sealed partial class Cases
{
    private const int LongLength = 8192;

    private void AddLists()
    {
        Add($"{ListPrefix}window 512 of {LongLength}", name => Window(name, heads: 4, window: 512));
        foreach (var (lists, group, slack) in new[] { (1, 16, 1.6), (2, 4, 3.0), (4, 1, 3.0) })
        {
            Add($"{ListPrefix}NSA selected {LongLength}, {group} queries a group", name => SelectedBlocks(name, lists, group, slack));
        }

        Add($"{ListPrefix}decode 32/8×{LongLength}×128", name => Decode(name, heads: 8, group: 4, keys: LongLength, size: 128));
        Add($"{ListPrefix}neighborhood 128 of {LongLength}", name => Neighborhood1D(name, heads: 4, window: 128));
        Add($"{ListPrefix}neighborhood 7×7 of 64×64", name => Neighborhood2D(name, heads: 8, side: 64, window: 7));
        AddExperts();
        AddDora();
    }

    private Case Window(string name, int heads, int window)
    {
        var (q, k, v, o) = Sequences(heads, LongLength);
        var scale = 1 / MathF.Sqrt(HeadSize);
        var reference = References.Attention(q, k, v, scale, row =>
        {
            var seen = Math.Min((row % LongLength) + 1, window);
            return Enumerable.Range(row + 1 - seen, seen);
        });
        var scores = (window * (window + 1.0) / 2) + ((double)(LongLength - window) * window);
        var dense = DenseRival(heads, LongLength, isCausal: true, (q, k, v));
        return new(
            name, Sparse(heads * scores, q, k), () => reference.Error(o),
            TileKit("Attention.Window", () => Attention.Window(_device, q, k, v, o, scale, window - 1, 0)), dense)
        {
            Goals = OnMoreThreads(new Goal(dense.Form, LongLength * (LongLength + 1.0) / 2 / scores / 1.6)),
        };
    }

    private Case Neighborhood1D(string name, int heads, int window)
    {
        var (q, k, v, o) = Sequences(heads, LongLength);
        var scale = 1 / MathF.Sqrt(HeadSize);
        var reference = References.Attention(q, k, v, scale, row =>
            References.Window(row % LongLength, LongLength, window).Select(key => (row / LongLength * LongLength) + key));
        var dense = DenseRival(heads, LongLength, isCausal: false, (q, k, v));
        return new(
            name, Sparse((double)heads * LongLength * window, q, k), () => reference.Error(o),
            TileKit("Attention.Neighborhood1D", () => Attention.Neighborhood1D(_device, q, k, v, o, window, 1, false, scale)), dense)
        {
            Goals = OnMoreThreads(new Goal(dense.Form, 20)),
        };
    }

    private Case Neighborhood2D(string name, int heads, int side, int window)
    {
        var (q, k, v, o) = Sequences(heads, side * side);
        int[] shape = [heads, side, side, HeadSize];
        var (q2, k2, v2, o2) = (q.Reshape(shape), k.Reshape(shape), v.Reshape(shape), o.Reshape(shape));
        var scale = 1 / MathF.Sqrt(HeadSize);
        var reference = References.Attention(q, k, v, scale, row =>
            from y in References.Window(row / side % side, side, window)
            from x in References.Window(row % side, side, window)
            select (((row / side / side * side) + y) * side) + x);
        var dense = DenseRival(heads, side * side, isCausal: false, (q, k, v));
        return new(
            name, Sparse((double)heads * side * side * window * window, q, k), () => reference.Error(o),
            TileKit("Attention.Neighborhood2D", () =>
                Attention.Neighborhood2D(_device, q2, k2, v2, o2, window, window, 1, 1, false, false, scale)), dense)
        {
            Goals = OnMoreThreads(new Goal(dense.Form, 8)),
        };
    }

    private Case Decode(string name, int heads, int group, int keys, int size)
    {
        var (q, o) = (Normal(1, heads, group, size), Empty(1, heads, group, size));
        var (k, v) = (Normal(1, heads, keys, size), Normal(1, heads, keys, size));
        var lengths = Numbers([keys], 1);
        var scale = 1 / MathF.Sqrt(size);
        var reference = References.Attention(q, k, v, scale, row => Enumerable.Range(row / group * keys, keys));
        return new(
            name, Work.OfFloats(4.0 * heads * group * keys * size, 2.0 * heads * keys * size, o.Length), () => reference.Error(o),
            TileKit("Attention.Decode", () => Attention.Decode(_device, q, k, v, lengths, o, scale)),
            Onnx("Attention", () =>
            {
                // one query of each of the group's heads
                var graph = new OnnxGraph(opset: 23);
                graph.Node(
                    "Attention", [graph.Input(q, 1, heads * group, 1, size), graph.Input(k), graph.Input(v)],
                    graph.Output(o, 1, heads * group, 1, size), ("scale", scale));
                return graph;
            }))
        {
            Goals = OnMoreThreads(new Goal(Goal.Roofline, 0.8)),
        };
    }

    // each place's own block of 64 and others before it by chance, 16 in all
    private Case SelectedBlocks(string name, int lists, int group, double slack)
    {
        const int Block = 64, Chosen = 16;
        var (q, o) = (Normal(lists, LongLength * group, HeadSize), Empty(lists, LongLength * group, HeadSize));
        var (k, v) = (Normal(lists, LongLength, HeadSize), Normal(lists, LongLength, HeadSize));
        var scale = 1 / MathF.Sqrt(HeadSize);
        var chosen = new int[lists * Chosen * LongLength];
        var scores = 0.0;
        for (var i = 0; i < lists * LongLength; i++)
        {
            var (list, place) = (i / LongLength, i % LongLength);
            var own = place / Block;
            int[] others = [own, .. Enumerable.Range(0, own).OrderBy(_ => _random.Next()).Take(Chosen - 1)];
            scores += ((others.Length - 1) * Block) + (place % Block) + 1;
            for (var c = 0; c < Chosen; c++)
            {
                chosen[(((list * Chosen) + c) * LongLength) + place] = c < others.Length ? others[c] : -1;
            }
        }

        var selected = Numbers(chosen, lists, Chosen, LongLength);
        var reference = References.Attention(q, k, v, scale, row =>
        {
            var (list, place) = (row / group / LongLength, row / group % LongLength);
            return
                from c in Enumerable.Range(0, Chosen)
                let block = chosen[(((list * Chosen) + c) * LongLength) + place]
                where block >= 0
                from key in Enumerable.Range(block * Block, Block)
                where key <= place
                select (list * LongLength) + key;
        });
        var dense = DenseRival(lists * group, LongLength, isCausal: true);
        return new(
            name, Sparse(scores * group, q, k), () => reference.Error(o),
            TileKit("Nsa.Selected", () => Nsa.Selected(_device, q, k, v, selected, o, Block, scale)), dense)
        {
            Goals = OnMoreThreads(new Goal(dense.Form, lists * LongLength * (LongLength + 1.0) / 2 / scores / slack)),
        };
    }

    /// <summary>Dense attention of the same lengths, over the same tensors where they have its shape.</summary>
    private Contestant DenseRival(
        int heads, int length, bool isCausal, (DeviceTensor<float> Q, DeviceTensor<float> K, DeviceTensor<float> V)? same = null)
    {
        int[] shape = [heads, length, HeadSize];
        var (q, k, v) = same ?? (Normal(shape), Normal(shape), Normal(shape));
        var o = Empty(shape);
        var scale = 1 / MathF.Sqrt(HeadSize);
        var reference = References.Attention(q, k, v, scale, isCausal);
        var form = isCausal ? "dense causal attention" : "dense attention";
        return TileKit(form, () => Attention.Forward(_device, q, k, v, o, scale, isCausal)) with { Error = () => reference.Error(o) };
    }

    private (DeviceTensor<float> Q, DeviceTensor<float> K, DeviceTensor<float> V, DeviceTensor<float> O) Sequences(int heads, int length) =>
        (Normal(heads, length, HeadSize), Normal(heads, length, HeadSize), Normal(heads, length, HeadSize), Empty(heads, length, HeadSize));

    private static Work Sparse(double scores, DeviceTensor<float> q, DeviceTensor<float> k) =>
        Work.OfFloats(4 * scores * HeadSize, q.Length + (2 * k.Length), q.Length);
}
