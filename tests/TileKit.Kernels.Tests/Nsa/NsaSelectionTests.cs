using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Compression, the blocks' scores, and the choice.</summary>
public sealed class NsaSelectionTests
{
    // places, heads of a group, length, stride and size of blocks
    public static TheoryData<int, int, int, int, int> Cases => new()
    {
        { 200, 2, 32, 16, 64 }, { 70, 3, 8, 4, 16 }, { 1, 1, 1, 1, 1 }, { 40, 5, 6, 2, 8 }, { 33, 1, 4, 4, 5 }, { 3, 2, 8, 4, 4 }, { 0, 2, 4, 2, 4 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int places, int group, int length, int stride, int block)
    {
        Mean<float>(places, length, stride).RequireEager();
        Linear<float>(places, length, stride).RequireEager();
        Scores<float>(places, group, length, stride, block).RequireEager();
        Select(places, block, 4).RequireEager();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int places, int group, int length, int stride, int block)
    {
        Check<float>();
        Check<BFloat16>();
        Select(places, block, 4).RequireOnCpu();

        void Check<T>()
            where T : unmanaged
        {
            Mean<T>(places, length, stride).RequireOnCpu();
            Linear<T>(places, length, stride).RequireOnCpu();
            Scores<T>(places, group, length, stride, block).RequireOnCpu();
        }
    }

    [Fact]
    public void Eager_in_BFloat16()
    {
        Mean<BFloat16>(40, 8, 4).RequireEager();
        Linear<BFloat16>(40, 8, 4).RequireEager();
        Scores<BFloat16>(40, 2, 8, 4, 16).RequireEager();
    }

    [Fact]
    public void The_papers_sizes_weigh_1_2_2_2_1()
    {
        // all keys alike: every compressed block has the same weight
        var launch = Scores<float>(256, 1, 32, 16, 64);
        Array.Clear(launch.Inputs[1].Values);
        foreach (var n in Enumerable.Range(0, launch.Inputs[2].Values.Length))
        {
            launch.Inputs[2].Values[n] = 0;
        }

        var last = launch.RunEager(new Random(1))[(255 * 4)..(256 * 4)];
        Assert.Equal([7.0, 8, 8, 7], last);     // the first block has no compressed one before it, the last none across its end
    }

    [Fact]
    public void Mutants()
    {
        Mean<float>(70, 8, 4).RequireMutantsRejected();
        Linear<float>(70, 8, 4).RequireMutantsRejected();
        Scores<float>(70, 2, 8, 4, 16).RequireMutantsRejected();
        Select(70, 8, 4).RequireMutantsRejected();
    }

    internal static Launch Mean<T>(int places, int length, int stride)
        where T : unmanaged
    {
        int[] shape = [2, NsaReference.Blocks(places, length, stride), 7];
        return new Launch(
            $"Nsa.CompressMean {Element.Name<T>()}",
            [TestTensor.Draw<T>(new Random(places), 2, places, 7)],
            Precision.Of<T>(),
            (device, x) => NsaLaunches.CompressMean<T>(device, x, shape, length, stride),
            (tiles, x) =>
            {
                var y = new T[TestTensor.Length(shape)];
                Nsa.CompressMeanProgram(x[0].Eager<T>(), Global.Of(y, shape), length, stride, Launch.Tile(tiles), Launch.Tile(tiles));
                return y.Read();
            },
            x => OfBlocks(shape, (n, j, col) => MoeReference.Dot(length, i => x[0][0, n, (j * stride) + i, col] / length)));
    }

    internal static Launch Linear<T>(int places, int length, int stride)
        where T : unmanaged
    {
        const int Cols = 5, OutCols = 7;
        var random = new Random(places);
        int[] shape = [2, NsaReference.Blocks(places, length, stride), OutCols];
        return new Launch(
            $"Nsa.CompressLinear {Element.Name<T>()}",
            [TestTensor.Draw<T>(random, 2, places, Cols), TestTensor.Draw<T>(random, length, Cols, OutCols), TestTensor.Draw<T>(random, length, Cols)],
            Precision.Of<T>(),
            (device, x) => NsaLaunches.CompressLinear<T>(device, x, shape, stride),
            (tiles, x) =>
            {
                var y = new T[TestTensor.Length(shape)];
                Nsa.CompressLinearProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), Global.Of(y, shape), stride, Launch.Tile(tiles), Launch.Tile(tiles), Launch.Tile(tiles));
                return y.Read();
            },
            x => OfBlocks(shape, (n, j, col) =>
            {
                double Term(int i, Func<double, double> magnitude)
                    => (magnitude(x[0][0, n, (j * stride) + (i / Cols), i % Cols]) + magnitude(x[2][0, 0, i / Cols, i % Cols])) * magnitude(x[1][0, i / Cols, i % Cols, col]);
                return (MoeReference.Dot(length * Cols, i => Term(i, value => value)).Value, MoeReference.Dot(length * Cols, i => Term(i, Math.Abs)).Value);
            }));
    }

    internal static Launch Scores<T>(int places, int group, int length, int stride, int block)
        where T : unmanaged
    {
        const int Heads = 2, Cols = 6;
        const float Scale = 0.4f;
        var random = new Random(places + group);
        var blocks = NsaReference.Blocks(places, length, stride);
        int[] shape = [Heads, places, (places + block - 1) / block];
        var (q, k) = (TestTensor.Draw<T>(random, Heads, places * group, Cols), TestTensor.Draw<T>(random, Heads, blocks, Cols));
        return new Launch(
            $"Nsa.Scores {Element.Name<T>()} group {group}",
            [q, k, LogSums()],
            Precision.Of<float>() with { Relative = 2e-5 },         // each weight has the rounding of its logarithm too
            (device, x) => NsaLaunches.Scores<T>(device, x, shape, group, length, stride, block, Scale),
            (tiles, x) =>
            {
                var scores = new float[TestTensor.Length(shape)];
                Nsa.ScoresProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<float>(), Global.Of(scores, shape), group, length, stride, block, Scale,
                    Launch.Tile(tiles), Launch.Tile(tiles), Launch.Tile(tiles), Cols);
                return scores.Read();
            },
            x => NsaReference.Scores(x[0], x[1], places, group, length, stride, block, Scale));

        TestTensor LogSums()
        {
            var sums = new TestTensor([Heads, places * group, 1], new double[Heads * places * group]);
            for (var i = 0; i < sums.Values.Length; i++)
            {
                var (n, row) = (i / (places * group), i % (places * group));
                sums.Values[i] = (float)Math.Log(NsaReference.Seen(row / group, blocks, length, stride)
                    .Sum(j => Math.Exp(Scale * Enumerable.Range(0, Cols).Sum(c => q[0, n, row, c] * k[0, n, j, c]))));
            }

            return sums;
        }
    }

    internal static Launch Select(int places, int block, int choices)
    {
        const int Heads = 2;
        var blocks = (places + block - 1) / block;
        var scores = TestTensor.Draw<float>(new Random(places), Heads, places, blocks);
        return new Launch(
            "Nsa.Select",
            [scores with { Values = [.. scores.Values.Select(Math.Abs)] }],
            Precision.Of<int>(),
            (device, x) => NsaLaunches.Select(device, x, [Heads, choices, places], block),
            (tiles, x) =>
            {
                var selected = new int[Heads * choices * places];
                Nsa.SelectProgram(x[0].Eager<float>(), Global.Of(selected, Heads, choices, places), block, Launch.Tile(tiles), Math.Max(blocks, 1));
                return selected.Read();
            },
            x => Outputs.Exactly([Heads, choices, places], NsaReference.Select(x[0], choices, block).Read()));
    }

    private static Expectation OfBlocks(int[] shape, Func<int, int, int, (double Value, double Size)> element)
    {
        var y = new Expectation(shape);
        for (var i = 0; i < y.Values.Length; i++)
        {
            (y.Values[i], y.Scales[i]) = element(i / shape[2] / shape[1], i / shape[2] % shape[1], i % shape[2]);
        }

        return y;
    }
}
