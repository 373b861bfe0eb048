using System.Runtime.InteropServices;
using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>Warps: whose value a thread gets.</summary>
public class WarpTests
{
    [Fact]
    public void AThreadKnowsItsWarpAndLane()
    {
        using var bench = new Bench();
        var y = bench.View<float>(80);

        bench.Run<Arguments>(Names, 1, 80, new() { Y = y });

        Assert.Equal(Enumerable.Range(0, 80).Select(static t => (t / 32 * 1000) + (t % 32) + 0.5f), bench.Read(y));
    }

    [Fact]
    public void AShuffleTakesFromALaneOfTheSameWarp()
    {
        using var bench = new Bench();
        var y = bench.View<float>(192);

        bench.Run<Arguments>(Reverse, 2, 96, new() { Y = y });

        Assert.Equal(Enumerable.Range(0, 192).Select(static i => (float)((i / 32 * 32) + 31 - (i % 32))), bench.Read(y));
    }

    [Fact]
    public void ShufflesInALoopSumAWarp()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(SumOfWarp, 1, 64, new() { Y = y, N = 16 });

        Assert.Equal(Enumerable.Range(0, 64).Select(static t => t < 32 ? 496f : 1520f), bench.Read(y));
    }

    [Fact]
    public void ManyShufflesKeepTheirOrder()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(Rounds, 1, 64, new() { Y = y, N = 50 });

        // Every round a lane further away brings its index and the round.
        Assert.Equal(
            Enumerable.Range(0, 64).Select(static t => (float)Enumerable.Range(0, 50).Sum(n => (2 * ((t / 32 * 32) + ((t + n) % 32))) + (3 * n))),
            bench.Read(y));
    }

    [Fact]
    public void AShuffleMayBeInAGenericHelper()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(InHelper<Wide>, 1, 64, new() { Y = y });

        Assert.Equal(Enumerable.Range(0, 64).Select(static t => (float)(10 + (t ^ 1) + (t ^ 3) + t)), bench.Read(y));
    }

    [Fact]
    public void AnInstructionOfAWarpIsPutTogether()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(Products, 1, 64, new() { Y = y, N = 3 });

        var expected = Enumerable.Range(0, 64).Select(static t => 3f * Enumerable.Range(0, 32).Sum(lane => (t % 32) * ((t / 32 * 32) + lane)));
        Assert.Equal(expected, bench.Read(y));
    }

    [Fact]
    public void ValuesOfManySizesArePut()
    {
        using var bench = new Bench();
        var y = bench.View<float>(32);

        bench.Run<Arguments>(Sizes, 1, 32, new() { Y = y });

        Assert.Equal(Enumerable.Range(0, 32).Select(static t => 4f * ((t + 1) % 32)), bench.Read(y));
    }

    [Fact]
    public void AnotherGroupPutsNothingForThisOne()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(FirstGroupPuts, 2, 32, new() { Y = bench.View<float>(64) }));

        Assert.Equal((FaultKind.Undefined, 1), (report.Kind, report.Group));
        Assert.Contains("nothing", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(-1)]
    [InlineData(8)]
    public void ALaneThatIsNotThereIsReported(int lane)
    {
        using var bench = new Bench();
        var arguments = new Arguments { Y = bench.View<float>(40), N = lane };

        var report = Assert.Single(bench.Reports<Arguments>(TakeFrom, 1, 40, arguments));

        // The second warp has eight lanes.
        Assert.Equal((FaultKind.Undefined, lane == 8 ? 32 : 0), (report.Kind, report.Thread));
        Assert.Contains("WarpTests.cs:", report.Where, StringComparison.Ordinal);
        bench.Run<Arguments>(TakeFrom, 1, 40, arguments with { N = 7 });
    }

    [Fact]
    public void AnotherSizeIsReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(PutLess, 1, 32, new() { Y = bench.View<float>(32) }));

        Assert.Equal(FaultKind.Undefined, report.Kind);
        Assert.Contains("8 bytes of lane 3", report.Message, StringComparison.Ordinal);
        Assert.Contains("WarpTests.cs:", report.Where, StringComparison.Ordinal);
    }

    private static void Names(Arguments a) =>
        a.Y[Group.IdxX] = (Warp.WarpIdx * 1000) + Warp.LaneIdx + (Warp.WarpSize / 64f);

    private static void Reverse(Arguments a)
    {
        var i = (Grid.IdxX * Group.DimX) + Group.IdxX;
        var value = Warp.Shuffle(i, 31 - Warp.LaneIdx);
        a.Y[i] = value;
    }

    private static void SumOfWarp(Arguments a)
    {
        float sum = Group.IdxX;
        for (var mask = a.N; mask > 0; mask /= 2)
            sum += Warp.ShuffleXor(sum, mask);

        a.Y[Group.IdxX] = sum;
    }

    private static void Rounds(Arguments a)
    {
        var t = Group.IdxX;
        var sum = 0f;
        for (var n = 0; n < a.N; n++)
        {
            var lane = (Warp.LaneIdx + n) % 32;
            sum += Warp.Shuffle((float)(t + n), lane) + Warp.Shuffle(new Pair { A = -1, B = t + (2 * n) }, lane).B;
        }

        a.Y[t] = sum;
    }

    private static void InHelper<T>(Arguments a)
        where T : unmanaged, IBrings<T>
    {
        var once = Neighbour(T.Of(Group.IdxX), 1);
        var twice = Neighbour(T.Of(Group.IdxX), 3);
        var sum = 10 + once.Value + twice.Value + Neighbour(T.Of(Group.IdxX), 0).Value;
        a.Y[Group.IdxX] = sum;
    }

    private static T Neighbour<T>(T value, int mask)
        where T : unmanaged
    {
        var other = Warp.ShuffleXor(value, mask);
        return other;
    }

    // each thread brings a pair, and takes all of its warp: what a tensor core does
    private static void Products(Arguments a)
    {
        var sum = 0f;
        for (var n = 0; n < a.N; n++)
            sum += Product(Warp.LaneIdx, Group.IdxX);

        a.Y[Group.IdxX] = sum;
    }

    private static float Product(float left, float right)
    {
        Bring(left, right);
        if (left < 0)
            Bring(0, 0);

        Warp.Meet();
        return TakeAll(left);
    }

    private static void Bring(float left, float right) => Warp.Put(new Pair { A = left, B = right });

    private static float TakeAll(float left)
    {
        var sum = 0f;
        for (var lane = 0; lane < 32; lane++)
            sum += left * Warp.Get<Pair>(lane).B;

        return sum;
    }

    private static void Sizes(Arguments a)
    {
        var lane = (Warp.LaneIdx + 1) % 32;
        var small = Warp.Shuffle((byte)Group.IdxX, lane);
        var half = Warp.Shuffle((ushort)Group.IdxX, lane);
        var wide = Warp.Shuffle(Wide.Of(Group.IdxX), lane);
        var wider = Warp.Shuffle(new Wider { Last = Group.IdxX }, lane);
        a.Y[Group.IdxX] = small + half + wide.Value + wider.Last;
    }

    private static void FirstGroupPuts(Arguments a)
    {
        if (Grid.IdxX == 0)
            Warp.Put(1f);

        Warp.Meet();
        a.Y[(Grid.IdxX * 32) + Group.IdxX] = Warp.Get<float>(0);
    }

    private static void TakeFrom(Arguments a)
    {
        var value = Warp.Shuffle(1f, Warp.WarpIdx == 0 && a.N == 8 ? 0 : a.N);
        a.Y[Group.IdxX] = value;
    }

    private static void PutLess(Arguments a)
    {
        if (Warp.LaneIdx == 3)
            Warp.Put(1f);
        else
            Warp.Put(new Pair { A = 1 });

        Warp.Meet();
        var sum = 0f;
        for (var lane = 0; lane < 32; lane++)
            sum += Warp.Get<Pair>(lane).A;

        a.Y[Group.IdxX] = sum;
    }

    private interface IBrings<TSelf>
    {
        static abstract TSelf Of(float value);

        float Value { get; }
    }

    private struct Pair
    {
        public float A, B;
    }

    [StructLayout(LayoutKind.Explicit, Size = 64)]
    private struct Wide : IBrings<Wide>
    {
        [FieldOffset(60)]
        private float last;

        public readonly float Value => last;

        public static Wide Of(float value) => new() { last = value };
    }

    [StructLayout(LayoutKind.Explicit, Size = 132)]
    private struct Wider
    {
        [FieldOffset(128)]
        public float Last;
    }

    private record struct Arguments
    {
        public ArrayView<float> Y;
        public int N;
    }
}
