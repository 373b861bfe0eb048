using System.Numerics.Tensors;
using TileKit.Benchmarks.Peers;

namespace TileKit.Benchmarks.Speed;

/// <summary>
/// A mixture of experts as one writes it with a library's matrix products: the rows of each expert are gathered, multiplied, gated,
/// multiplied again and added to the result. All but the products is <see cref="TensorPrimitives"/> over rows.
/// </summary>
internal sealed unsafe class ExpertByExpert
{
    private readonly Mixture _shape;
    private readonly DeviceTensor<float> _x;
    private readonly DeviceTensor<float> _router;
    private readonly DeviceTensor<float> _w2;
    private readonly DeviceTensor<float> _o;
    private readonly Product _product;
    private readonly int _threads;
    private readonly float[] _w1;
    private readonly float[] _logits;
    private readonly float[] _weights;
    private readonly int[] _experts;
    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly float[] _gathered;
    private readonly float[] _hidden;
    private readonly float[] _gated;
    private readonly float[] _rows;

    /// <summary>Takes memory, and puts the rows of w1 for gates before those for ups: vectors cannot work on every other one.</summary>
    public ExpertByExpert(
        Mixture shape, DeviceTensor<float> x, DeviceTensor<float> router, DeviceTensor<float> w1, DeviceTensor<float> w2, DeviceTensor<float> o,
        Product product, int threads)
    {
        (_shape, _x, _router, _w2, _o, _product, _threads) = (shape, x, router, w2, o, product, threads);
        var (tokens, width, inner, experts, _) = shape;
        _w1 = new float[w1.Length];
        var turns = w1.ToArray();
        for (var row = 0; row < experts * 2 * inner; row++)
        {
            var (expert, place) = (row / (2 * inner), row % (2 * inner));
            var target = (expert * 2 * inner) + (place % 2 * inner) + (place / 2);
            turns.AsSpan(row * width, width).CopyTo(_w1.AsSpan(target * width));
        }

        _logits = new float[tokens * experts];
        (_weights, _experts, _places) = (new float[shape.Rows], new int[shape.Rows], new int[shape.Rows]);
        _starts = new int[experts + 1];
        (_gathered, _hidden) = (new float[tokens * width], new float[tokens * 2 * inner]);
        (_gated, _rows) = (new float[tokens * inner], new float[tokens * width]);
    }

    /// <summary>c = a·bᵀ, row after row: a [m, k], b [n, k].</summary>
    public delegate void Product(int m, int n, int k, float* a, float* b, float* c);

    public void Run()
    {
        Route();
        Sort();
        new Span<float>(Address.Floats(_o), (int)_o.Length).Clear();
        for (var expert = 0; expert < _shape.Experts; expert++)
        {
            var count = _starts[expert + 1] - _starts[expert];
            if (count > 0)
            {
                Expert(expert, _starts[expert], count);
            }
        }
    }

    private void Route()
    {
        fixed (float* logits = _logits)
        {
            _product(_shape.Tokens, _shape.Experts, _shape.Width, Address.Floats(_x), Address.Floats(_router), logits);
        }

        Each(_shape.Tokens, token =>
        {
            var row = _logits.AsSpan(token * _shape.Experts, _shape.Experts);
            var weights = _weights.AsSpan(token * _shape.Choices, _shape.Choices);
            for (var choice = 0; choice < weights.Length; choice++)
            {
                var best = TensorPrimitives.IndexOfMax<float>(row);
                (weights[choice], _experts[(token * _shape.Choices) + choice]) = (row[best], best);
                row[best] = float.NegativeInfinity;
            }

            TensorPrimitives.SoftMax(weights, weights);
        });
    }

    // the choices of each expert, one expert after the other
    private void Sort()
    {
        Array.Clear(_starts);
        foreach (var expert in _experts)
        {
            _starts[expert + 1]++;
        }

        for (var expert = 0; expert < _shape.Experts; expert++)
        {
            _starts[expert + 1] += _starts[expert];
        }

        var next = _starts.AsSpan(0, _shape.Experts).ToArray();
        for (var i = 0; i < _experts.Length; i++)
        {
            _places[next[_experts[i]]++] = i;
        }
    }

    private void Expert(int expert, int start, int count)
    {
        var (width, inner, choices) = (_shape.Width, _shape.Inner, _shape.Choices);
        Each(count, row => Row(Address.Floats(_x), _places[start + row] / choices, width).CopyTo(_gathered.AsSpan(row * width)));
        fixed (float* gathered = _gathered, w1 = _w1, hidden = _hidden, gated = _gated, rows = _rows)
        {
            _product(count, 2 * inner, width, gathered, w1 + ((long)expert * 2 * inner * width), hidden);
            Each(count, Gate);
            _product(count, width, inner, gated, Address.Floats(_w2) + ((long)expert * width * inner), rows);
        }

        Each(count, row =>
        {
            var place = _places[start + row];
            var sum = Row(Address.Floats(_o), place / choices, width);
            TensorPrimitives.MultiplyAdd(_rows.AsSpan(row * width, width), _weights[place], sum, sum);
        });
    }

    private void Gate(int row)
    {
        var inner = _shape.Inner;
        var gate = _hidden.AsSpan(row * 2 * inner, inner);
        var up = _hidden.AsSpan(((row * 2) + 1) * inner, inner);
        var gated = _gated.AsSpan(row * inner, inner);
        TensorPrimitives.Sigmoid<float>(gate, gated);
        TensorPrimitives.Multiply(gated, gate, gated);
        TensorPrimitives.Multiply(gated, up, gated);
    }

    private void Each(int count, Action<int> action) => Deal.Rows(_threads, count, action);

    private static Span<float> Row(float* matrix, int row, int width) => new(matrix + ((long)row * width), width);
}
