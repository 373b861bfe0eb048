using System.Numerics.Tensors;

namespace Digits;

/// <summary>
/// The same computation op by op with TensorPrimitives, each result written to memory before the next op reads it:
/// what a user has without fusion. One thread.
/// </summary>
internal sealed class OpByOp
{
    private readonly DigitSet _queries;
    private readonly DigitSet _keys;
    private readonly float[] _valuesTransposed;
    private readonly float[] _scores;

    public OpByOp(DigitSet queries, DigitSet keys, float[] values)
    {
        _queries = queries;
        _keys = keys;
        _scores = new float[queries.Count * keys.Count];

        // Columns of v side by side, so that both products are dot products of contiguous rows.
        _valuesTransposed = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            _valuesTransposed[i % DigitSet.Classes * keys.Count + i / DigitSet.Classes] = values[i];
        }
    }

    public void Classify(float beta, Span<float> result)
    {
        MultiplyTransposed(_queries.Unit, _keys.Unit, DigitSet.Pixels, _scores);
        TensorPrimitives.Multiply(_scores, beta, _scores);
        for (var row = 0; row < _queries.Count; row++)
        {
            var scores = _scores.AsSpan(row * _keys.Count, _keys.Count);
            TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
            TensorPrimitives.SoftMax<float>(scores, scores);
        }

        MultiplyTransposed(_scores, _valuesTransposed, _keys.Count, result);
    }

    // result = a · bᵀ, where both have rows of the given length.
    private static void MultiplyTransposed(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int length, Span<float> result)
    {
        var columns = b.Length / length;
        for (var i = 0; i < a.Length / length; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                result[i * columns + j] = TensorPrimitives.Dot(a.Slice(i * length, length), b.Slice(j * length, length));
            }
        }
    }
}
