using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

/// <summary>Products that write their sums to a matrix: right at every tail, and nothing else of the matrix is written.</summary>
public unsafe class StoredSumsTests
{
    [Fact]
    public void Packed_and_in_place_they_agree_with_double_at_every_tail() => Widths.Each(default(Tails));

    [Fact]
    public void There_is_no_target_before_the_last_product_and_where_the_processor_is_slower_with_one()
    {
        using var memory = new GuardedMemory<float>(12);
        try
        {
            foreach (var (kind, isLast, exists) in new[] { (ProcessorKind.Zen5, true, true), (ProcessorKind.Zen5, false, false), (ProcessorKind.Other, true, false) })
            {
                CpuMachine.AssumedKind = kind;
                Assert.Equal(exists, Target.Of(isLast, memory.Pointer, 4, 3, 4).Exists);
            }
        }
        finally
        {
            CpuMachine.AssumedKind = null;
        }
    }

    private struct Tails : IAtWidth
    {
        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var random = new Random(11);
            foreach (var k in new[] { 0, 1, 4, 7, 33 })
            {
                foreach (var rows in new[] { 1, 2, 4, 5, 6, 7, 8, 11, 12, 19, 24, 31, 35 })
                {
                    foreach (var overwrite in new[] { false, true })
                    {
                        var lanes = random.Next(0, 4) == 0 ? 4 * F.Count : random.Next(1, (5 * F.Count) + 1);
                        Packed<F, float>(random, rows, lanes, k, overwrite, () => random.NextSingle() - 0.5f, x => x, 1e-5);
                        Packed<I, int>(random, rows, lanes, k, overwrite, () => random.Next(-128, 128), x => x, 0);
                        InPlace<F, I>(random, rows, lanes, k, overwrite);

                        // past whole blocks, by a lane and by all but one
                        var block = SixRows.Bundles(F.Registers) * F.Count;
                        InPlace<F, I>(random, rows, (2 * block) - 1, k, overwrite);
                        InPlace<F, I>(random, rows, block + 1, k, overwrite);
                    }
                }
            }
        }

        private static void Packed<V, T>(Random random, int rows, int lanes, int k, bool overwrite, Func<T> next, Func<T, double> value, double tolerance)
            where V : struct, IVec<V, T>
            where T : unmanaged
        {
            var bundles = (lanes + V.Count - 1) / V.Count;
            using var y = new GuardedMemory<T>(bundles * V.Count * (k + 2));
            Fill(y.Span, next);
            var isTurned = random.Next(2) == 0;
            Check(
                V.Count, rows, lanes, k, overwrite, isTurned, next, value, tolerance,
                (i, lane) => y.Span[(lane / V.Count * V.Count * (k + 2)) + (i * V.Count) + (lane % V.Count)],
                (x, xr, xk, c, cr, cv, target) => Mma.Accumulate<V, T>(x, xr, xk, y.Pointer, V.Count, k + 2, c, cr, cv, rows + 1, lanes, k, overwrite, default, target));
        }

        private static void InPlace<F, I>(Random random, int rows, int lanes, int k, bool overwrite)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            int[] gaps = [0, 3, 300];
            var ld = lanes + gaps[random.Next(3)];
            using var y = new GuardedMemory<float>(Math.Max(0, (k * ld) - (ld - lanes)));
            Fill(y.Span, () => random.NextSingle() - 0.5f);
            Check(
                F.Count, rows, lanes, k, overwrite, random.Next(2) == 0, () => random.NextSingle() - 0.5f, x => x, 1e-5, (i, lane) => y.Span[(i * ld) + lane],
                (x, xr, xk, c, cr, cv, target) => Mma.AccumulateInPlace<F, I>(x, xr, xk, y.Pointer, ld, c, cr, cv, rows + 1, lanes, k, overwrite, target));
        }

        private delegate void Product<T>(Ptr<T> x, nint xr, nint xk, Ptr<T> c, nint cr, nint cv, Target<T> target)
            where T : unmanaged;

        // the product has a row more than are stored
        private static void Check<T>(
            int bundle, int rows, int lanes, int k, bool overwrite, bool isTurned, Func<T> next, Func<T, double> value, double tolerance, Func<int, int, T> y, Product<T> product)
            where T : unmanaged
        {
            var (xr, xk) = isTurned ? (1, rows + 1) : (k + 5, 1);
            using var x = new GuardedMemory<T>((rows + 1) * (k + 5));
            var bundles = (lanes + bundle - 1) / bundle;
            var (cr, cv) = (bundle, rows + 12);
            using var c = new GuardedMemory<T>(bundles * bundle * cv);
            var stride = lanes + (rows % 3);
            using var to = new GuardedMemory<T>((rows * stride) - (stride - lanes));
            Fill(x.Span, next);
            Fill(c.Span, next);
            Fill(to.Span, next);
            var (sums, before) = (c.Span.ToArray(), to.Span.ToArray());

            product(x.Pointer, xr, xk, c.Pointer, cr, cv, new Target<T>(to.Pointer, stride, rows, lanes));

            for (var i = 0; i < before.Length; i++)
            {
                var (r, lane) = (i / stride, i % stride);
                var sum = value(before[i]);
                if (lane < lanes)
                {
                    sum = overwrite ? 0 : value(sums[(lane / bundle * bundle * cv) + (r * cr) + (lane % bundle)]);
                    for (var step = 0; step < k; step++)
                    {
                        sum += value(x.Span[(r * xr) + (step * xk)]) * value(y(step, lane));
                    }
                }

                Assert.InRange(value(to.Span[i]), sum - tolerance, sum + tolerance);
            }

            to.AssertGuards();
            c.AssertGuards();
        }

        private static void Fill<T>(Span<T> span, Func<T> next)
        {
            foreach (ref var element in span)
            {
                element = next();
            }
        }
    }
}
