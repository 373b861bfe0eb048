using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>
/// Kernels made at random: a list of steps, each of which moves the threads' values through memory along a permutation. All of them are
/// right, and none may be reported; one with a step that is no permutation is wrong, and must be.
/// </summary>
public class RandomKernelTests
{
    private const int Kinds = 4;

    [Fact]
    public void RightKernelsAreNotReported()
    {
        var random = new Random(1);
        for (var kernel = 0; kernel < 200; kernel++)
        {
            var threads = 4 * random.Next(1, 17);
            var groups = random.Next(1, 5);
            var (steps, expected) = Steps(random, threads, random.Next(1, 8));
            using var bench = new Bench();
            var values = bench.View<int>(groups * threads);

            bench.Run<Arguments>(Interpret, groups, threads, new() { Steps = bench.View(steps), Values = values, Counter = bench.View<int>(1) });

            var actual = bench.Read(values);
            for (var group = 0; group < groups; group++)
                Assert.Equal(expected.Select(value => value + (group * threads)), actual[(group * threads)..((group + 1) * threads)]);
        }
    }

    [Fact]
    public void AStepThatIsNoPermutationIsReported()
    {
        var random = new Random(2);
        for (var kernel = 0; kernel < 100; kernel++)
        {
            var threads = 4 * random.Next(1, 17);
            var (steps, _) = Steps(random, threads, 3);
            var step = random.Next(3) * (threads + 1);
            steps[step] = random.Next(2);
            var one = random.Next(threads);
            steps[step + 1 + one] = steps[step + 1 + ((one + 1) % threads)];
            using var bench = new Bench();
            var arguments = new Arguments { Steps = bench.View(steps), Values = bench.View<int>(threads), Counter = bench.View<int>(1) };

            Assert.Contains(bench.Reports<Arguments>(Interpret, 1, threads, arguments), static report => report.Kind == FaultKind.Race);
        }
    }

    /// <summary>Steps, each a kind and a target for every thread; and what the values are after them.</summary>
    private static (int[] Steps, int[] Expected) Steps(Random random, int threads, int count)
    {
        List<int> steps = [];
        int[] values = [.. Enumerable.Range(0, threads)];
        for (var step = 0; step < count; step++)
        {
            int[] targets = [.. Enumerable.Range(0, threads)];
            random.Shuffle(targets);
            steps.Add(random.Next(Kinds));
            steps.AddRange(targets);
            var moved = new int[threads];
            for (var t = 0; t < threads; t++)
                moved[targets[t]] = values[t];

            values = moved;
        }

        return ([.. steps], values);
    }

    private static void Interpret(Arguments a)
    {
        var shared = SharedMemory.Allocate<int>(64);
        var quads = SharedMemory.Allocate<int>(64).Cast<Quad>();
        var t = Group.IdxX;
        var size = Group.DimX;
        var own = a.Values.SubView(Grid.IdxX * size, size);
        var value = (Grid.IdxX * size) + t;
        var steps = (int)a.Steps.Length / (size + 1);
        for (var step = 0; step < steps; step++)
        {
            var first = step * (size + 1);
            var kind = a.Steps[first];
            var target = a.Steps[first + 1 + t];
            if (kind == 0)
            {
                shared[target] = value;
                Group.Barrier();
                value = shared[t];
            }
            else if (kind == 1)
            {
                own[target] = value;
                Group.Barrier();
                value = own[t];
            }
            else if (kind == 2)
            {
                // Every value alone, then four at a time by a quarter of the threads.
                shared[target] = value;
                Group.Barrier();
                if (t < size / 4)
                    quads[t] = new() { A = shared[4 * t], B = shared[(4 * t) + 1], C = shared[(4 * t) + 2], D = shared[(4 * t) + 3] };

                Group.Barrier();
                value = Pick(quads, t);
            }
            else
            {
                Atomic.Add(ref a.Counter[0], 1);
                ref var element = ref shared[target];
                element = value - 1;
                element += 1;
                Group.Barrier();
                value = shared[t];
            }

            Group.Barrier();
        }

        own[t] = value;
    }

    private static int Pick(ArrayView<Quad> quads, int index)
    {
        var quad = quads[index / 4];
        return (index % 4) switch { 0 => quad.A, 1 => quad.B, 2 => quad.C, _ => quad.D };
    }

    private struct Quad
    {
        public int A, B, C, D;
    }

    private struct Arguments
    {
        public ArrayView<int> Steps, Values, Counter;
    }
}
