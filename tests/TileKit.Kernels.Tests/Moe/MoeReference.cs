using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>A mixture of experts in float64 and plain loops.</summary>
internal static class MoeReference
{
    /// <summary>Which token is where: what a stable sort by expert gives.</summary>
    public sealed record Sorted(int[] Counts, int[] Offsets, int[] Tokens, int[] Position);

    /// <summary>Sorts [N, K, T] choices of E experts; tokens that no choice fills are 0.</summary>
    public static Sorted Sort(int[] chosen, int lists, int choices, int tokens, int experts)
    {
        var result = new Sorted(new int[lists * experts], new int[(lists * experts) + 1], new int[chosen.Length], new int[chosen.Length]);
        Array.Fill(result.Position, -1);
        var next = 0;
        for (var n = 0; n < lists; n++)
        {
            for (var e = 0; e < experts; e++)
            {
                for (var i = 0; i < choices * tokens; i++)
                {
                    var choice = (n * choices * tokens) + i;
                    if (chosen[choice] == e)
                    {
                        (result.Tokens[next], result.Position[choice]) = (i % tokens, next);
                        next++;
                    }
                }

                var group = (n * experts) + e;
                (result.Counts[group], result.Offsets[group + 1]) = (next - result.Offsets[group], next);
            }
        }

        return result;
    }

    /// <summary>The K largest logits of each token: their experts and softmax, as [K, T].</summary>
    public static (int[] Experts, double[] Weights) Route(TestTensor x, TestTensor router, int choices)
    {
        var (experts, weights) = (new int[choices * x.Rows], new double[choices * x.Rows]);
        for (var t = 0; t < x.Rows; t++)
        {
            var logits = Enumerable.Range(0, router.Rows).Select(e => Dot(x.Cols, h => x[0, 0, t, h] * router[0, 0, e, h]).Value).ToArray();
            var best = Enumerable.Range(0, router.Rows).OrderByDescending(e => logits[e]).ThenBy(e => e).Take(choices).ToArray();
            var sum = best.Sum(e => Math.Exp(logits[e] - logits[best[0]]));
            for (var k = 0; k < choices; k++)
            {
                (experts[(k * x.Rows) + t], weights[(k * x.Rows) + t]) = (best[k], Math.Exp(logits[best[k]] - logits[best[0]]) / sum);
            }
        }

        return (experts, weights);
    }

    /// <summary>silu(gate)·up of one row, with the scale of each element.</summary>
    public static (double Value, double Scale) SwiGlu(Func<int, double> row, TestTensor w1, int expert, int col)
    {
        var gate = Dot(w1.Cols, h => row(h) * w1[0, expert, 2 * col, h]);
        var up = Dot(w1.Cols, h => row(h) * w1[0, expert, (2 * col) + 1, h]);
        var sigmoid = 1 / (1 + Math.Exp(-gate.Value));

        // silu'(g) is at most 1.1, so an error of the gate grows no more than that
        return (gate.Value * sigmoid * up.Value, ((1.1 * gate.Scale) + Math.Abs(gate.Value * sigmoid)) * up.Scale);
    }

    /// <summary>A sum, and the sum of its terms' magnitudes.</summary>
    public static (double Value, double Scale) Dot(int length, Func<int, double> term)
    {
        var (value, scale) = (0.0, 0.0);
        for (var i = 0; i < length; i++)
        {
            var product = term(i);
            value += product;
            scale += Math.Abs(product);
        }

        return (value, scale);
    }
}
