using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>The parts of native sparse attention in float64, by their definitions.</summary>
internal static class NsaReference
{
    /// <summary>The places that a compressed block has.</summary>
    public static IEnumerable<int> Places(int block, int length, int stride) => Enumerable.Range(block * stride, length);

    /// <summary>How many blocks lie wholly within so many rows.</summary>
    public static int Blocks(int rows, int length, int stride) => Enumerable.Range(0, rows).Count(j => (j * stride) + length <= rows);

    /// <summary>The compressed blocks whose last key is at a place or before.</summary>
    public static IEnumerable<int> Seen(int place, int blocks, int length, int stride)
        => Enumerable.Range(0, blocks).Where(j => Places(j, length, stride).Max() <= place);

    /// <summary>Block scores: [N, T, nb] out of the weights of compressed blocks, each times the places it shares with the block, in strides.</summary>
    public static Expectation Scores(TestTensor q, TestTensor k, int places, int group, int length, int stride, int block, float scale)
    {
        var scores = new Expectation([q.Depth, places, (places + block - 1) / block]);
        for (var n = 0; n < q.Depth; n++)
        {
            for (var row = 0; row < places * group; row++)
            {
                int[] seen = [.. Seen(row / group, k.Rows, length, stride)];
                var weights = ListedKeys.Weights(seen, j => scale * Enumerable.Range(0, q.Cols).Sum(c => q[0, n, row, c] * k[0, n, j, c]));
                for (var b = 0; b < scores.Cols; b++)
                {
                    var at = (((n * places) + (row / group)) * scores.Cols) + b;
                    for (var j = 0; j < seen.Length; j++)
                    {
                        var shared = Places(seen[j], length, stride).Count(place => place / block == b);
                        scores.Values[at] += weights[j] * shared / stride;
                        scores.Scales[at] += weights[j] * shared / stride;
                    }
                }
            }
        }

        return scores;
    }

    /// <summary>The chosen blocks of each place, [N, K, T]: those that are always chosen in order, then by score.</summary>
    public static int[] Select(TestTensor scores, int choices, int block)
    {
        var selected = new int[scores.Depth * choices * scores.Rows];
        Array.Fill(selected, -1);
        for (var n = 0; n < scores.Depth; n++)
        {
            for (var t = 0; t < scores.Rows; t++)
            {
                var own = t / block;
                var order = Enumerable.Range(0, own + 1)
                    .OrderByDescending(b => b == 0 || b >= own - 1).ThenByDescending(b => b == 0 || b >= own - 1 ? 0 : scores[0, n, t, b]).ThenBy(b => b)
                    .Take(choices).ToArray();
                for (var c = 0; c < order.Length; c++)
                {
                    selected[(((n * choices) + c) * scores.Rows) + t] = order[c];
                }
            }
        }

        return selected;
    }

    /// <summary>The keys of a place's selected blocks, up to the place.</summary>
    public static IEnumerable<int> Selected(TestTensor selected, int n, int place, int block)
        => Enumerable.Range(0, selected.Rows).Select(c => (int)selected[0, n, c, place]).Where(b => b >= 0)
            .SelectMany(b => Enumerable.Range(b * block, block)).Where(j => j <= place);
}
