namespace ILGPU.StandIn.Tests;

/// <summary>What a kernel keeps over suspensions: locals of all types, also of methods whose text is part of the kernel's several times.</summary>
public class FrameTests
{
    private const int Threads = 64;
    private const int Groups = 3;

    [Fact]
    public void LocalsOfAllTypesOutliveSuspensions()
    {
        using var bench = new Bench();
        var y = bench.View<float>(Groups * Threads);

        bench.Run<Arguments>(ManyTypes, Groups, Threads, new() { Y = y, N = 3 });

        Assert.Equal(
            Enumerable.Range(0, Groups * Threads).Select(static i => (i % Threads * 4f) + (i / Threads * 1000f) + (i % Threads % 3 == 0 ? 3.5f : 1.5f)),
            bench.Read(y));
    }

    [Fact]
    public void EachCallOfAMethodHasItsLocals()
    {
        using var bench = new Bench();
        var y = bench.View<float>(Groups * Threads);

        bench.Run<Arguments>(CallsInCalls, Groups, Threads, new() { Y = y, N = 4 });

        Assert.Equal(Enumerable.Range(0, Groups * Threads).Select(static i => Expected(i % Threads)), bench.Read(y));
    }

    [Fact]
    public void ALocalThatIsKeptOnSomePathsOnlyIsKept()
    {
        using var bench = new Bench();
        var y = bench.View<float>(Threads);

        bench.Run<Arguments>(TwoPaths, 1, Threads, new() { Y = y, N = 5 });

        Assert.Equal(Enumerable.Range(0, Threads).Select(static t => t + 2 + 4 + 100f), bench.Read(y));
    }

    private static void ManyTypes(Arguments a)
    {
        var t = Group.IdxX;
        long wide = t * 2L;
        double precise = t + 0.5;
        byte small = (byte)t;
        var flag = t % 3 == 0;
        var own = a.Y.SubView(Grid.IdxX * Threads, Threads);
        var pair = new Pair { A = t };
        Change(ref pair, out var half, flag);
        for (var round = 0; round < a.N; round++)
        {
            Warp.Meet();
            Change(ref pair, out half, flag);
            if (round == 1)
                Group.Barrier();
        }

        Warp.Meet();
        own[t] = wide + (float)precise + small + pair.A + pair.B + half + (Grid.IdxX * 1000f) - t - 4;
    }

    private static void Change(ref Pair pair, out float half, bool flag)
    {
        pair.B += 1;
        half = flag ? 3 : 1;
    }

    private static float Expected(int t)
    {
        return Enumerable.Range(0, 4).Sum(n => Neighbours(1, n) - (3 * Neighbours(2, n + 1)));

        float Neighbours(int scale, int n) => scale * ((t * n) + (t ^ 1) + (2 * (t ^ 2)));
    }

    private static void CallsInCalls(Arguments a)
    {
        var t = Group.IdxX;
        var sum = 0f;
        for (var n = 0; n < a.N; n++)
        {
            var first = Neighbours(t, n);
            var second = Neighbours(2 * t, n + 1);
            sum += first - (3 * second);
        }

        a.Y[(Grid.IdxX * Threads) + t] = sum;
    }

    private static float Neighbours(float value, int n)
    {
        var scaled = value * n;
        var other = Other(value, 1);
        var far = Other(value, 2);
        return scaled + other + (2 * far);
    }

    private static float Other(float value, int mask)
    {
        var half = value / 2;
        var other = Warp.ShuffleXor(value, mask);
        return other + half - (value / 2);
    }

    private static void TwoPaths(Arguments a)
    {
        var t = Group.IdxX;
        float sum = t;
        var late = 0f;
        for (var n = 0; n < a.N; n++)
        {
            if (n % 2 == 0)
            {
                late = n;
            }
            else
            {
                Group.Barrier();
                sum += late;
            }

            Warp.Meet();
        }

        a.Y[t] = sum + late + 100;
    }

    private struct Pair
    {
        public float A, B;
    }

    private record struct Arguments
    {
        public ArrayView<float> Y;
        public int N;
    }
}
