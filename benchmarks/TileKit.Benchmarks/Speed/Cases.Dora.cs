using System.Numerics.Tensors;
using TileKit.Benchmarks.Peers;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>DoRA: the factored norm against the dense one, and the fused compose against separate passes.</content>
internal sealed partial class Cases
{
    private void AddDora()
    {
        foreach (var (rank, goal) in new[] { (16, 2.0), (64, 0), (384, 0.95) })
        {
            Add($"{ListPrefix}DoRA norm {Side}²×{rank}", name => RowNorms(name, rank, goal > 0 ? [new(Goal.BestPeer, goal)] : []));
        }

        Add($"{ListPrefix}DoRA compose 2048×8192", name => Compose(name, 2048, 8192));
    }

    private unsafe Case RowNorms(string name, int rank, params Goal[] goals)
    {
        const float Scale = 0.5f;
        var (w, a, b, norm) = (Normal(Side, Side), Normal(rank, Side), Normal(Side, rank), Empty(Side));
        var reference = References.RowNorms(w, a, b, Scale);
        var adapted = Empty(Side, Side);
        var norms = Primitives("Norm", Side, row => Row(norm, 0)[row] = TensorPrimitives.Norm<float>(Row(adapted, row)));
        return new(
            name, Work.OfFloats(2.0 * Side * Side * rank, w.Length + a.Length + b.Length, Side), () => reference.Error(norm),
            TileKit("Dora.Norm", () => Dora.Norm(_device, w, a, b, norm, Scale)),
            _peers.Blas is not { } blas ? null : new(PeerSet.BlasName, "sgemm onto a copy of w, then TensorPrimitives.Norm", () =>
            {
                w.AsTensorSpan().CopyTo(adapted.AsTensorSpan());
                blas.Gemm(Side, Side, rank, Address.Floats(b), Address.Floats(a), Address.Floats(adapted), alpha: Scale, beta: 1);
                norms.Run();
            }))
        {
            Goals = OnMoreThreads(goals),
        };
    }

    private Case Compose(string name, int rows, int cols)
    {
        const float S = 0.5f;
        var (x, lora, m, norm, delta) = (Normal(rows, cols), Normal(rows, cols), Normal(cols), Normal(cols), Empty(rows, cols));
        norm.CopyFrom(Array.ConvertAll(norm.ToArray(), static value => Math.Abs(value) + 1));
        var reference = References.Compose(x, lora, m, norm, S);
        var (g, less, scaled) = (Empty(cols), Empty(cols), Empty(rows, cols));

        // as one would write it with tensors: each operation on all of them before the next
        Contestant[] passes =
        [
            Primitives("s·lora", rows, row => TensorPrimitives.Multiply(Row(lora, row), S, Row(scaled, row))),
            Primitives("g·(s·lora)", rows, row => TensorPrimitives.Multiply(Row(scaled, row), Row(g, 0), Row(scaled, row))),
            Primitives("(g−1)·base", rows, row => TensorPrimitives.Multiply(Row(x, row), Row(less, 0), Row(delta, row))),
            Primitives("the sum", rows, row => TensorPrimitives.Add(Row(delta, row), Row(scaled, row), Row(delta, row))),
        ];
        return new(
            name, Work.OfFloats(4.0 * x.Length, 2 * x.Length, x.Length), () => reference.Error(delta),
            TileKit("Dora.Compose", () => Dora.Compose(_device, x, lora, m, norm, delta, S)),
            new(PeerSet.PrimitivesName, "Multiply, Multiply, Multiply, Add", () =>
            {
                TensorPrimitives.Max(Row(norm, 0), 1e-12f, Row(g, 0));
                TensorPrimitives.Divide(Row(m, 0), Row(g, 0), Row(g, 0));
                TensorPrimitives.Subtract(Row(g, 0), 1, Row(less, 0));
                Array.ForEach(passes, static pass => pass.Run());
            }))
        {
            Goals = OnMoreThreads(new(Goal.Roofline, 0.8), new(PeerSet.PrimitivesName, 2)),
        };
    }
}
