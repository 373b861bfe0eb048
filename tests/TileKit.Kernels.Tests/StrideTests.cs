using System.Numerics.Tensors;
using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Launchers over tensor spans: any strides but the last, in place, and nothing written between the elements.</summary>
public sealed class StrideTests
{
    private static readonly Random Random = new(7);

    [Fact]
    public void Products()
    {
        foreach (var (name, transposeA, transposeB, launch) in ((string, bool, bool, Spans)[])
        [
            ("AB", false, false, (a, c) => Gemm.AB(a[0].Input, a[1].Input, c.Output)),
            ("ABt", false, true, (a, c) => Gemm.ABt(a[0].Input, a[1].Input, c.Output)),
            ("AtB", true, false, (a, c) => Gemm.AtB(a[0].Input, a[1].Input, c.Output)),
            ("AtBt", true, true, (a, c) => Gemm.AtBt(a[0].Input, a[1].Input, c.Output)),
        ])
        {
            for (var i = 0; i < 10; i++)
            {
                var shape = GemmShape.Draw(new Sizes(Random, 60, least: 1), transposeA, transposeB);
                Check(name, [shape.A, shape.B], launch, inputs => Product.Of(inputs[0], transposeA, inputs[1], transposeB, shape.C));
            }
        }
    }

    [Fact]
    public void Rows()
    {
        for (var i = 0; i < 10; i++)
        {
            int[] shape = [2, 3, Random.Next(1, 30), Random.Next(1, 80)];
            Check("Softmax", [shape], (x, y) => Norms.Softmax(x[0].Input, y.Output), inputs => ByRow(inputs, NormReferences.Softmax));
            Check(
                "LayerNorm", [shape, [shape[^1]], [shape[^1]]],
                (x, y) => Norms.LayerNorm(x[0].Input, x[1].Input, x[2].Input, y.Output, NormKernels.Epsilon),
                inputs => ByRow(inputs, NormReferences.LayerNorm));
            Check(
                "RmsNorm", [shape, [shape[^1]]],
                (x, y) => Norms.RmsNorm(x[0].Input, x[1].Input, y.Output, NormKernels.Epsilon),
                inputs => ByRow(inputs, NormReferences.RmsNorm));
        }
    }

    [Fact]
    public void Heads()
    {
        for (var i = 0; i < 10; i++)
        {
            var (queries, keys, size, valueSize) = (Random.Next(1, 40), Random.Next(1, 40), Random.Next(1, 40), Random.Next(1, 40));
            var causal = i % 2 == 0;
            Check(
                "Attention", [[2, 4, queries, size], [2, 2, keys, size], [2, 2, keys, valueSize]],
                (x, o) => Attention.Forward(x[0].Input, x[1].Input, x[2].Input, o.Output, 0.25f, causal),
                inputs => AttentionReference.Of(inputs[0], inputs[1], inputs[2], 0.25f, causal));
        }
    }

    [Fact]
    public void Heads_whose_rows_lie_pages_apart_are_computed_like_others()
    {
        foreach (var causal in (bool[])[false, true])
        {
            var (queries, keys, size, valueSize) = (Random.Next(500, 600), Random.Next(200, 300), Random.Next(1, 40), Random.Next(1, 40));
            Check(
                "Attention", [[1, 4, queries, size], [1, 2, keys, size], [1, 2, keys, valueSize]],
                (x, o) => Attention.Forward(x[0].Input, x[1].Input, x[2].Input, o.Output, 0.25f, causal),
                inputs => AttentionReference.Of(inputs[0], inputs[1], inputs[2], 0.25f, causal),
                apart: 600);
        }
    }

    private delegate void Spans(Strided[] inputs, Strided output);

    private static Expectation ByRow(TestTensor[] inputs, Func<double[], TestTensor[], (double Value, double Scale)[]> reference)
    {
        var y = new Expectation(inputs[0].Shape);
        for (var start = 0; start < y.Values.Length; start += y.Cols)
        {
            var row = reference(inputs[0].Values[start..(start + y.Cols)], inputs[1..]);
            for (var col = 0; col < row.Length; col++)
            {
                (y.Values[start + col], y.Scales[start + col]) = row[col];
            }
        }

        return y;
    }

    private static void Check(string name, int[][] shapes, Spans launch, Func<TestTensor[], Expectation> reference, int apart = 0)
    {
        var inputs = Array.ConvertAll(shapes, shape => TestTensor.Draw<float>(Random, shape));
        var expected = reference(inputs);
        var output = new Strided(expected.Shape, Random, apart);
        launch(Array.ConvertAll(inputs, input => new Strided(input.Shape, Random, apart).Fill(input.Values)), output);
        var fault = expected.Fault(output.Read(), Precision.Of<float>());
        Assert.True(fault is null, $"{name} of {string.Join(" ", inputs.Select(input => input.ToString()))} into {output}: {fault}");
        Assert.True(output.GapsAreUntouched, $"{name} wrote between the elements of {output}");
    }

    /// <summary>A tensor with gaps between rows and matrices, its leading dimensions in any order in memory.</summary>
    private sealed class Strided
    {
        private const float Gap = 12345;

        private readonly int[] _shape;
        private readonly nint[] _lengths;
        private readonly nint[] _strides;
        private readonly float[] _memory;

        public Strided(int[] shape, Random random, int apart)
        {
            _shape = shape;
            _lengths = Array.ConvertAll(shape, dimension => (nint)dimension);
            _strides = new nint[shape.Length];
            _strides[^1] = shape[^1] == 1 ? 0 : 1; // a tensor span of one element along a dimension has no stride there
            nint covered = shape[^1];
            foreach (var axis in Enumerable.Range(0, shape.Length - 1).OrderBy(_ => random.Next()))
            {
                if (shape[axis] > 1)
                {
                    _strides[axis] = covered + apart + random.Next(3);
                    covered = _strides[axis] * shape[axis];
                }
            }

            _memory = new float[covered];
            Array.Fill(_memory, Gap);
        }

        public ReadOnlyTensorSpan<float> Input => Output;

        public TensorSpan<float> Output => new(_memory, _lengths, _strides);

        public bool GapsAreUntouched
        {
            get
            {
                var places = Places().ToHashSet();
                return Enumerable.Range(0, _memory.Length).All(i => places.Contains(i) || _memory[i] == Gap);
            }
        }

        public Strided Fill(double[] values)
        {
            foreach (var (place, value) in Places().Zip(values))
            {
                _memory[place] = (float)value;
            }

            return this;
        }

        public double[] Read() => [.. Places().Select(place => (double)_memory[place])];

        public override string ToString() => $"[{string.Join(", ", _shape)}] with strides [{string.Join(", ", _strides)}]";

        private IEnumerable<int> Places()
        {
            for (var i = 0; i < TestTensor.Length(_shape); i++)
            {
                var (rest, place) = (i, (nint)0);
                for (var axis = _shape.Length - 1; axis >= 0; axis--)
                {
                    place += rest % _shape[axis] * _strides[axis];
                    rest /= _shape[axis];
                }

                yield return (int)place;
            }
        }
    }
}
