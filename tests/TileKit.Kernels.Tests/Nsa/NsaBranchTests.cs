using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>The branches: compressed keys, selected blocks in both orders of loops, the window, and their sum.</summary>
public sealed class NsaBranchTests
{
    // places, heads of a group, length, stride and size of blocks
    public static TheoryData<int, int, int, int, int> Cases => new()
    {
        { 70, 2, 8, 4, 16 }, { 1, 1, 1, 1, 1 }, { 40, 5, 6, 2, 8 }, { 33, 1, 4, 4, 5 }, { 3, 2, 8, 4, 4 }, { 0, 2, 4, 2, 4 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int places, int group, int length, int stride, int block)
    {
        Compressed<float>(places, group, length, stride).RequireEager();
        ByToken<float>(places, group, block).RequireEager();
        ByBlock<float>(places, group, block).RequireEager();
        Window<float>(places, group, 2 * block).RequireEager();
        Gate<float>(places, group).RequireEager();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int places, int group, int length, int stride, int block)
    {
        Check<float>();
        Check<BFloat16>();

        void Check<T>()
            where T : unmanaged
        {
            Compressed<T>(places, group, length, stride).RequireOnCpu();
            ByToken<T>(places, group, block).RequireOnCpu();
            ByBlock<T>(places, group, block).RequireOnCpu();
            Window<T>(places, group, 2 * block).RequireOnCpu();
            Gate<T>(places, group).RequireOnCpu();
        }
    }

    [Fact]
    public void Eager_in_BFloat16()
    {
        Compressed<BFloat16>(40, 2, 8, 4).RequireEager();
        ByToken<BFloat16>(40, 2, 8).RequireEager();
        ByBlock<BFloat16>(40, 2, 8).RequireEager();
        Window<BFloat16>(40, 2, 8).RequireEager();
        Gate<BFloat16>(40, 2).RequireEager();
    }

    [Fact]
    public void Mutants()
    {
        Compressed<float>(70, 2, 8, 4).RequireMutantsRejected();
        ByToken<float>(70, 2, 16).RequireMutantsRejected();
        ByBlock<float>(70, 2, 16).RequireMutantsRejected();
        Window<float>(70, 2, 16).RequireMutantsRejected();
        Gate<float>(70, 2).RequireMutantsRejected();
    }

    internal static Launch Compressed<T>(int places, int group, int length, int stride)
        where T : unmanaged
    {
        var random = new Random(places + group + length);
        var blocks = NsaReference.Blocks(places, length, stride);
        return new Launch(
            $"Nsa.Compressed {Element.Name<T>()} group {group}",
            Inputs<T>(random, places * group, blocks),
            Precision.Of<T>(),
            (device, x) => NsaLaunches.Compressed<T>(device, x, Shape(places, group), group, length, stride, Scale),
            (tiles, x) =>
            {
                var (o, lse) = (new T[TestTensor.Length(Shape(places, group))], new float[Heads * places * group]);
                Nsa.CompressedProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), Global.Of(o, Shape(places, group)), Global.Of(lse, Heads, places * group, 1),
                    group, length, stride, Scale, Launch.Tile(tiles), Launch.Tile(tiles), Cols, ValueCols);
                return [.. o.Read(), .. lse.Read()];
            },
            x =>
            {
                IEnumerable<int> Seen(int row) => NsaReference.Seen(row / group, blocks, length, stride);
                return Outputs.Join(ListedKeys.Attend(x[0], x[1], x[2], Scale, (_, _, row) => Seen(row)), LogSums(x[0], x[1], Seen));
            });
    }

    internal static Launch ByToken<T>(int places, int group, int block)
        where T : unmanaged
    {
        var random = new Random(places + group + block);
        var inputs = Inputs<T>(random, places * group, places);
        int[] shape = [Heads, places, group, ValueCols];
        return new Launch(
            $"Nsa.SelectedByToken {Element.Name<T>()} group {group} block {block}",
            [.. inputs, Choices(random, places, block)],
            Precision.Of<T>(),
            (device, x) => NsaLaunches.ByToken<T>(device, x, shape, block, Scale),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(shape)];
                Nsa.SelectedByTokenProgram(
                    Global.Of(x[0].ToArray<T>(), Heads, places, group, Cols), x[1].Eager<T>(), x[2].Eager<T>(), x[3].Eager<int>(), Global.Of(o, shape), block, Scale,
                    Launch.Tile(tiles), Launch.Tile(tiles), Cols, ValueCols);
                return o.Read();
            },
            x => ListedKeys.Attend(x[0], x[1], x[2], Scale, (_, n, row) => NsaReference.Selected(x[3], n, row / group, block)));
    }

    internal static Launch ByBlock<T>(int places, int group, int block)
        where T : unmanaged
    {
        var random = new Random(places + group + block);
        var inputs = Inputs<T>(random, places * group, places);
        var choices = Choices(random, places, block);
        var sorted = MoeReference.Sort(choices.ToArray<int>(), Heads, choices.Rows, places, (places + block - 1) / block);
        return new Launch(
            $"Nsa.SelectedByBlock {Element.Name<T>()} group {group} block {block}",
            [
                .. inputs, choices, Outputs.Integers([sorted.Offsets.Length], sorted.Offsets), Outputs.Integers([sorted.Tokens.Length], sorted.Tokens),
                Outputs.Integers(choices.Shape, sorted.Position),
            ],
            Precision.Of<T>(),
            (device, x) => NsaLaunches.ByBlock<T>(device, x, Shape(places, group), group, block, Scale),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(Shape(places, group))];
                Nsa.SelectedByBlockProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), x[4].Eager<int>(), x[5].Eager<int>(), x[6].Eager<int>(), Global.Of(o, Shape(places, group)),
                    group, block, Scale, Launch.Tile(tiles), Launch.Tile(tiles), Cols, ValueCols);
                return o.Read();
            },
            x => ListedKeys.Attend(x[0], x[1], x[2], Scale, (_, n, row) => NsaReference.Selected(x[3], n, row / group, block)));
    }

    internal static Launch Window<T>(int places, int group, int window)
        where T : unmanaged
    {
        var random = new Random(places + group + window);
        return new Launch(
            $"Nsa.Window {Element.Name<T>()} group {group} window {window}",
            Inputs<T>(random, places * group, places),
            Precision.Of<T>(),
            (device, x) => NsaLaunches.Window<T>(device, x, Shape(places, group), group, window, Scale),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(Shape(places, group))];
                Nsa.WindowProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), Global.Of(o, Shape(places, group)), group, window, Scale,
                    Launch.Tile(tiles), Launch.Tile(tiles), Cols, ValueCols);
                return o.Read();
            },
            x => ListedKeys.Attend(x[0], x[1], x[2], Scale, (_, _, row) => Enumerable.Range(0, (row / group) + 1).TakeLast(window)));
    }

    internal static Launch Gate<T>(int places, int group)
        where T : unmanaged
    {
        var random = new Random(places + group);
        var shape = Shape(places, group);
        return new Launch(
            $"Nsa.Gate {Element.Name<T>()}",
            [TestTensor.Draw<T>(random, shape), TestTensor.Draw<T>(random, shape), TestTensor.Draw<T>(random, shape), TestTensor.Draw<float>(random, Heads, 3, places * group)],
            Precision.Of<T>(),
            (device, x) => NsaLaunches.Gate<T>(device, x, shape),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(shape)];
                Nsa.GateProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), x[3].Eager<float>(), Global.Of(o, shape), Launch.Tile(tiles), Launch.Tile(tiles));
                return o.Read();
            },
            x =>
            {
                var o = new Expectation(shape);
                for (var i = 0; i < o.Values.Length; i++)
                {
                    var (n, row, col) = (i / ValueCols / shape[1], i / ValueCols % shape[1], i % ValueCols);
                    var (value, size) = MoeReference.Dot(3, branch => x[3][0, n, branch, row] * x[branch][0, n, row, col]);
                    o.Set(0, n, row, col, value, size);
                }

                return o;
            });
    }

    internal const int Heads = 2, Cols = 6, ValueCols = 5;
    internal const float Scale = 0.4f;

    internal static int[] Shape(int places, int group) => [Heads, places * group, ValueCols];

    private static TestTensor[] Inputs<T>(Random random, int rows, int keys)
        where T : unmanaged =>
        [TestTensor.Draw<T>(random, Heads, rows, Cols), TestTensor.Draw<T>(random, Heads, keys, Cols), TestTensor.Draw<T>(random, Heads, keys, ValueCols)];

    // the place's own block and others, each once, with gaps of -1
    private static TestTensor Choices(Random random, int places, int block)
    {
        const int Most = 4;
        var choices = new TestTensor([Heads, Most, places], new double[Heads * Most * places]);
        for (var n = 0; n < Heads; n++)
        {
            for (var t = 0; t < places; t++)
            {
                var own = t / block;
                var order = Enumerable.Range(0, own).OrderBy(_ => random.Next()).Prepend(own).Take(Most - random.Next(2)).OrderBy(_ => random.Next()).ToArray();
                for (var c = 0; c < Most; c++)
                {
                    choices.Values[(((n * Most) + c) * places) + t] = c < order.Length ? order[c] : -1;
                }
            }
        }

        return choices;
    }

    private static Expectation LogSums(TestTensor q, TestTensor k, Func<int, IEnumerable<int>> seen)
    {
        var lse = new Expectation([q.Depth, q.Rows, 1]);
        for (var n = 0; n < q.Depth; n++)
        {
            for (var row = 0; row < q.Rows; row++)
            {
                var scores = seen(row).Select(j => MoeReference.Dot(q.Cols, c => Scale * q[0, n, row, c] * k[0, n, j, c])).ToArray();
                lse.Set(0, n, row, 0, Math.Log(scores.Sum(s => Math.Exp(s.Value))), 1 + scores.Select(s => s.Scale).DefaultIfEmpty(0).Max());
            }
        }

        return lse;
    }
}
