using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>Kernels that follow lists or windows, credited for what they must compute.</content>
internal sealed partial class Workloads
{
    private void AddLists(string only)
    {
        Add("neighborhood 128 of 8192", only, name => Neighborhood1D(name, heads: 4, length: 8192, window: 128));
        Add("neighborhood 7×7 of 64×64", only, name => Neighborhood2D(name, heads: 8, side: 64, window: 7));
        Add("attention decode 8×4×16384×128", only, name => Decode(name, heads: 8, group: 4, keys: 16384, size: 128));
        foreach (var (t, h, i, e, k) in new[] { (2048, 768, 256, 128, 8), (2048, 768, 512, 64, 4), (1024, 1536, 512, 32, 2) })
        {
            Add($"MoE {t}, {h}, {i}, {e}, {k}", only, name => Experts(name, t, h, i, e, k));
        }

        foreach (var rank in new[] { 16, 64, 384 })
        {
            Add($"DoRA norm {Side}²×{rank}", only, name => RowNorms(name, rank));
        }

        foreach (var group in new[] { 4, 16 })
        {
            Add($"NSA selected 2×4096×{group}", only, name => SelectedBlocks(name, lists: 2, places: 4096, group));
        }
    }

    private Workload Neighborhood1D(string name, int heads, int length, int window)
    {
        var (q, k, v, o) = (Normal(heads, length, HeadSize), Normal(heads, length, HeadSize), Normal(heads, length, HeadSize), Empty(heads, length, HeadSize));
        var scale = 1 / MathF.Sqrt(HeadSize);
        return new(
            name, 4.0 * heads * length * window * HeadSize, isMemoryBound: false,
            () => Attention.Neighborhood1D(_device, q, k, v, o, window, 1, false, scale),
            () => References.Attention(q, k, v, o, scale, row => References.Window(row % length, length, window).Select(key => (row / length * length) + key)));
    }

    private Workload Neighborhood2D(string name, int heads, int side, int window)
    {
        int[] shape = [heads, side, side, HeadSize];
        var (q, k, v, o) = (Normal(shape), Normal(shape), Normal(shape), Empty(shape));
        var scale = 1 / MathF.Sqrt(HeadSize);
        return new(
            name, 4.0 * heads * side * side * window * window * HeadSize, isMemoryBound: false,
            () => Attention.Neighborhood2D(_device, q, k, v, o, window, window, 1, 1, false, false, scale),
            () => References.Attention(q, k, v, o, scale, row =>
                from y in References.Window(row / side % side, side, window)
                from x in References.Window(row % side, side, window)
                select (((row / side / side * side) + y) * side) + x));
    }

    private Workload Decode(string name, int heads, int group, int keys, int size)
    {
        var (q, k, v, o) = (Normal(1, heads, group, size), Normal(1, heads, keys, size), Normal(1, heads, keys, size), Empty(1, heads, group, size));
        var lengths = Numbers([keys], 1);
        var scale = 1 / MathF.Sqrt(size);

        // the cache is read once, whatever the heads
        return new(
            name, 8.0 * heads * keys * size, isMemoryBound: true, () => Attention.Decode(_device, q, k, v, lengths, o, scale),
            () => References.Attention(q, k, v, o, scale, row => Enumerable.Range(row / group * keys, keys)));
    }

    private Workload Experts(string name, int tokens, int width, int inner, int experts, int choices)
    {
        var (x, router, w1, w2, o) = (Normal(tokens, width), Normal(experts, width), Normal(experts, 2 * inner, width), Normal(experts, width, inner), Empty(tokens, width));

        // logits of unit scale: with larger ones a single expert has all the weight
        router.CopyFrom(Array.ConvertAll(router.ToArray(), value => value / MathF.Sqrt(width)));
        return new(
            name, 6.0 * choices * tokens * width * inner, isMemoryBound: false, () => Moe.Forward(_device, x, router, w1, w2, o, choices),
            () => References.Experts(x, router, w1, w2, o, choices));
    }

    private Workload RowNorms(string name, int rank)
    {
        var (w, a, b, norm) = (Normal(Side, Side), Normal(rank, Side), Normal(Side, rank), Empty(Side));
        return new(
            name, 2.0 * Side * Side * rank, isMemoryBound: false, () => Dora.Norm(_device, w, a, b, norm, 0.5f),
            () => References.RowNorms(w, a, b, norm, 0.5f));
    }

    private Workload SelectedBlocks(string name, int lists, int places, int group)
    {
        const int Block = 64, Chosen = 16;
        var (q, k, v) = (Normal(lists, places * group, HeadSize), Normal(lists, places, HeadSize), Normal(lists, places, HeadSize));
        var o = Empty(lists, places * group, HeadSize);
        var scale = 1 / MathF.Sqrt(HeadSize);

        // the place's own block, and others before it by chance
        var chosen = new int[lists * Chosen * places];
        for (var i = 0; i < lists * places; i++)
        {
            var own = i % places / Block;
            int[] others = [own, .. Enumerable.Range(0, own).OrderBy(_ => _random.Next()).Take(Chosen - 1)];
            for (var c = 0; c < Chosen; c++)
            {
                chosen[(((i / places * Chosen) + c) * places) + (i % places)] = c < others.Length ? others[c] : -1;
            }
        }

        var selected = Numbers(chosen, lists, Chosen, places);
        IEnumerable<int> Keys(int row)
        {
            var (list, place) = (row / group / places, row / group % places);
            return Enumerable.Range(0, Chosen).Select(c => chosen[(((list * Chosen) + c) * places) + place]).Where(block => block >= 0)
                .SelectMany(block => Enumerable.Range(block * Block, Block)).Where(key => key <= place).Select(key => (list * places) + key);
        }

        var scores = Enumerable.Range(0, lists * places).Sum(place => (double)Keys(place * group).Count()) * group;
        return new(
            name, 4 * scores * HeadSize, isMemoryBound: false, () => Nsa.Selected(_device, q, k, v, selected, o, Block, scale),
            () => References.Attention(q, k, v, o, scale, Keys));
    }

    private DeviceTensor<int> Numbers(int[] values, params ReadOnlySpan<int> shape)
    {
        var tensor = _device.Upload<int>(values, shape);
        _tensors.Add(tensor);
        return tensor;
    }
}
