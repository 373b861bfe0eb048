using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Token rounding, and lists of any lengths: the very tokens that the ranking gives.</summary>
public sealed class MoeRoundTests
{
    // tokens, experts, choices, multiple
    public static TheoryData<int, int, int, int> Cases => new()
    {
        { 40, 5, 2, 8 }, { 37, 7, 3, 4 }, { 1, 1, 1, 1 }, { 9, 3, 1, 16 }, { 130, 20, 2, 16 }, { 20, 4, 4, 8 }, { 0, 3, 2, 4 }, { 5, 0, 0, 4 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int tokens, int experts, int choices, int multiple)
    {
        Scores(tokens, experts).RequireEager();
        foreach (var rounding in (int[])[-1, 0, 1])
        {
            Round(tokens, experts, choices, multiple, rounding).RequireEager();
        }

        Lists(tokens, experts).RequireEager();
        Combine<float>(tokens, experts).RequireEager();
        Combine<BFloat16>(tokens, experts).RequireEager();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int tokens, int experts, int choices, int multiple)
    {
        Scores(tokens, experts).RequireOnCpu();
        foreach (var rounding in (int[])[-1, 0, 1])
        {
            Round(tokens, experts, choices, multiple, rounding).RequireOnCpu();
        }

        Lists(tokens, experts).RequireOnCpu();
        Combine<float>(tokens, experts).RequireOnCpu();
        Combine<BFloat16>(tokens, experts).RequireOnCpu();
    }

    [Fact]
    public void Every_expert_has_whole_tiles()
    {
        foreach (var rounding in (int[])[-1, 0, 1])
        {
            var counts = Round(130, 20, 2, 16, rounding).RunEager(new Random(1)).Chunk(130).Select(row => row.Sum());
            Assert.All(counts, count => Assert.Equal(0, count % 16));
        }
    }

    [Fact]
    public void Mutants()
    {
        Scores(40, 5).RequireMutantsRejected();
        Round(40, 5, 2, 8, 1).RequireMutantsRejected();
        Lists(40, 5).RequireMutantsRejected();
        Combine<float>(40, 5).RequireMutantsRejected();
    }

    internal static Launch Scores(int tokens, int experts)
    {
        const int Cols = 9;
        var random = new Random(tokens + experts);
        return new Launch(
            "Moe.Scores",
            [TestTensor.Draw<float>(random, tokens, Cols), TestTensor.Draw<float>(random, experts, Cols)],
            Precision.Of<float>() with { Relative = 3e-5 },             // of logits up to about 10
            (device, inputs) =>
            {
                using var x = inputs[0].On<float>(device);
                using var router = inputs[1].On<float>(device);
                using var scores = device.Allocate<float>(experts, tokens);
                Moe.Scores(device, x, router, scores);
                return scores.Read();
            },
            (tiles, inputs) =>
            {
                var scores = new float[experts * tokens];
                Moe.ScoresProgram(
                    inputs[0].Eager<float>(), inputs[1].Eager<float>(), Global.Of(scores, experts, tokens), Launch.Tile(tiles), Launch.Tile(tiles), Math.Max(experts, 1));
                return scores.Read();
            },
            inputs =>
            {
                var scores = new Expectation([experts, tokens]);
                for (var t = 0; t < tokens; t++)
                {
                    var weights = ListedKeys.Weights(
                        [.. Enumerable.Range(0, experts)], e => Enumerable.Range(0, Cols).Sum(c => inputs[0][0, 0, t, c] * inputs[1][0, 0, e, c]));
                    for (var e = 0; e < experts; e++)
                    {
                        scores.Set(0, 0, e, t, weights[e], weights[e]);
                    }
                }

                return scores;
            });
    }

    internal static Launch Round(int tokens, int experts, int choices, int multiple, int rounding)
    {
        var random = new Random(tokens + experts + multiple);
        var scores = TestTensor.Draw<float>(random, experts, tokens);
        var chosen = new int[choices * tokens];
        for (var t = 0; t < tokens; t++)
        {
            var order = Enumerable.Range(0, experts).OrderBy(e => e * random.NextDouble()).ToArray();      // some experts are chosen more
            for (var k = 0; k < choices; k++)
            {
                chosen[(k * tokens) + t] = order[k];
            }
        }

        return new Launch(
            $"Moe.Round to {multiple}, {rounding}",
            [scores, Outputs.Integers([choices, tokens], chosen)],
            Precision.Of<int>(),
            (device, inputs) =>
            {
                using var input = inputs[0].On<float>(device);
                using var of = inputs[1].On<int>(device);
                using var kept = device.Allocate<int>(experts, tokens);
                Moe.Round(device, input, of, kept, multiple, rounding);
                return kept.Read();
            },
            (tiles, inputs) =>
            {
                var kept = new int[experts * tokens];
                Moe.RoundProgram(inputs[0].Eager<float>(), inputs[1].Eager<int>(), Global.Of(kept, experts, tokens), multiple, rounding, Launch.Tile(tiles), Math.Max(tokens, 1));
                return kept.Read();
            },
            inputs =>
            {
                var kept = new double[experts * tokens];
                for (var e = 0; e < experts; e++)
                {
                    bool Chose(int t) => Enumerable.Range(0, choices).Any(k => inputs[1][0, 0, k, t] == e);
                    var tiles = (double)Enumerable.Range(0, tokens).Count(Chose) / multiple;
                    var rounded = rounding < 0 ? Math.Floor(tiles) : rounding > 0 ? Math.Ceiling(tiles) : Math.Round(tiles, MidpointRounding.ToEven);
                    var count = Math.Min((int)rounded, tokens / multiple) * multiple;
                    foreach (var t in Enumerable.Range(0, tokens).OrderByDescending(Chose).ThenByDescending(t => inputs[0][0, 0, e, t]).Take(count))
                    {
                        kept[(e * tokens) + t] = 1;
                    }
                }

                return Outputs.Exactly([experts, tokens], kept);
            });
    }

    internal static Launch Lists(int tokens, int experts)
    {
        var random = new Random(tokens + experts);
        var kept = Outputs.Integers([experts, tokens], Enumerable.Range(0, experts * tokens).Select(_ => random.Next(3) / 2));
        var most = (int)kept.Values.Sum() + 3;
        return new Launch(
            "Moe.Lists",
            [kept, TestTensor.Draw<float>(random, experts, tokens)],
            Precision.Of<int>(),
            (device, inputs) =>
            {
                using var input = inputs[0].On<int>(device);
                using var scores = inputs[1].On<float>(device);
                using var offsets = device.Allocate<int>(experts + 1);
                using var sorted = device.Allocate<int>(most);
                using var starts = device.Allocate<int>(tokens + 1);
                using var rows = device.Allocate<int>(most, 1);
                using var weights = device.Allocate<float>(most, 1);
                Moe.Lists(device, input, scores, offsets, sorted, starts, rows, weights);
                return [.. offsets.Read(), .. sorted.Read(), .. starts.Read(), .. rows.Read(), .. weights.Read()];
            },
            (tiles, inputs) =>
            {
                var (offsets, sorted, starts, rows, weights) = (new int[experts + 1], new int[most], new int[tokens + 1], new int[most], new float[most]);
                Moe.ListRowsProgram(
                    inputs[0].Eager<int>(), inputs[1].Eager<float>(), Global.Of(offsets, experts + 1), Global.Of(sorted, most), Global.Of(starts, tokens + 1),
                    Global.Of(rows, most), Global.Of(weights, most), Launch.Tile(tiles));
                return [.. offsets.Read(), .. sorted.Read(), .. starts.Read(), .. rows.Read(), .. weights.Read()];
            },
            inputs =>
            {
                var (sorted, rows, weights) = (new double[most], new double[most], new double[most]);
                var (offsets, starts) = (new List<double> { 0 }, new List<double> { 0 });
                var row = new Dictionary<(int Expert, int Token), int>();
                for (var e = 0; e < experts; e++)
                {
                    for (var t = 0; t < tokens; t++)
                    {
                        if (inputs[0][0, 0, e, t] > 0)
                        {
                            (sorted[row.Count], weights[row.Count]) = (t, inputs[1][0, 0, e, t]);
                            row[(e, t)] = row.Count;
                        }
                    }

                    offsets.Add(row.Count);
                }

                for (var t = 0; t < tokens; t++)
                {
                    var next = (int)starts[^1];
                    for (var e = 0; e < experts; e++)
                    {
                        if (row.TryGetValue((e, t), out var place))
                        {
                            rows[next++] = place;
                        }
                    }

                    starts.Add(next);
                }

                double[] all = [.. offsets, .. sorted, .. starts, .. rows, .. weights];
                return Outputs.Exactly([all.Length], all);
            });
    }

    internal static Launch Combine<T>(int tokens, int experts)
        where T : unmanaged
    {
        const int Cols = 11;
        var random = new Random(tokens + experts);
        var counts = Enumerable.Range(0, tokens).Select(_ => random.Next(experts + 1)).ToArray();
        int[] starts = [0, .. counts.Select((_, t) => counts.Take(t + 1).Sum())];
        var order = Enumerable.Range(0, starts[^1]).OrderBy(_ => random.Next());
        return new Launch(
            $"Moe.CombineLists {Element.Name<T>()}",
            [
                TestTensor.Draw<T>(random, starts[^1], Cols), TestTensor.Draw<float>(random, starts[^1], 1), Outputs.Integers([tokens + 1], starts),
                Outputs.Integers([starts[^1], 1], order),
            ],
            Precision.Of<T>(),
            (device, inputs) =>
            {
                using var y = inputs[0].On<T>(device);
                using var weights = inputs[1].On<float>(device);
                using var begins = inputs[2].On<int>(device);
                using var rows = inputs[3].On<int>(device);
                using var o = device.Allocate<T>(tokens, Cols);
                switch (y, o)
                {
                    case (DeviceTensor<float> a, DeviceTensor<float> b):
                        Moe.CombineLists(device, a, weights, begins, rows, b);
                        break;
                    case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b):
                        Moe.CombineLists(device, a, weights, begins, rows, b);
                        break;
                }

                return o.Read();
            },
            (tiles, inputs) =>
            {
                var o = new T[tokens * Cols];
                Moe.CombineListsProgram(
                    inputs[0].Eager<T>(), inputs[1].Eager<float>(), inputs[2].Eager<int>(), inputs[3].Eager<int>(), Global.Of(o, tokens, Cols),
                    Launch.Tile(tiles), Launch.Tile(tiles));
                return o.Read();
            },
            inputs =>
            {
                var o = new Expectation([tokens, Cols]);
                for (var i = 0; i < tokens * Cols; i++)
                {
                    var (t, col) = (i / Cols, i % Cols);
                    var (value, scale) = MoeReference.Dot(counts[t], n =>
                    {
                        var row = (int)inputs[3].Values[starts[t] + n];
                        return inputs[1].Values[row] * inputs[0][0, 0, row, col];
                    });
                    o.Set(0, 0, t, col, value, scale);
                }

                return o;
            });
    }
}
