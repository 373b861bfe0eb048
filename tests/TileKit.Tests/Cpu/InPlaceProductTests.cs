using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

/// <summary>Products that read their vector operand where it is: right at every tail, and nothing beyond its last element is read.</summary>
public unsafe class InPlaceProductTests
{
    private delegate void Product<T, S>(
        Ptr<T> x, nint xr, nint xk, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where T : unmanaged
        where S : unmanaged;

    [Theory]
    [InlineData((int)ProcessorKind.Other)]
    [InlineData((int)ProcessorKind.Zen3)]
    [InlineData((int)ProcessorKind.Zen4)]
    [InlineData((int)ProcessorKind.Zen5)]
    public void Agree_with_double_at_every_tail_on_every_kind_of_processor(int kind)
    {
        CpuMachine.AssumedKind = (ProcessorKind)kind;
        try
        {
            Widths.Each(default(Tails));
        }
        finally
        {
            CpuMachine.AssumedKind = null;
        }
    }

    private struct Tails : IAtWidth
    {
        private const int Long = 700; // only some of whose lanes the nearest caches keep

        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var random = new Random(7);
            foreach (var k in new[] { 0, 1, 3, 7, 8, 9, 16, 32, 33, 64, 70, Long })
            {
                foreach (var rows in k == Long ? [1, 6, 9] : new[] { 0, 1, 2, 3, 4, 5, 7, 8, 9, 16, 33 })
                {
                    var lanes = random.Next(0, 3) == 0 ? 4 * F.Count : random.Next(1, (7 * F.Count) + 1); // whole blocks, too, as wide as memory's rows
                    foreach (var overwrite in new[] { false, true })
                    {
                        Float<F, I, float>(
                            random, rows, lanes, k, overwrite, f => f, f => f,
                            (x, xr, xk, y, ld, c, cr, cv, r, l, n, o) => Mma.AccumulateInPlace<F, I>(x, xr, xk, y, ld, c, cr, cv, r, l, n, o), Mma.AccumulateTransposed<F, I>);
                        Float<F, I, Half>(random, rows, lanes, k, overwrite, f => (Half)f, h => (float)h, Mma.AccumulateInPlace<F, I>, Mma.AccumulateTransposed<F, I>);
                        Float<F, I, BFloat16>(
                            random, rows, lanes, k, overwrite, f => (BFloat16)f, h => (float)h, Mma.AccumulateInPlace<F, I>, Mma.AccumulateTransposed<F, I>);
                        Int<F, I, int>(random, rows, lanes, k, overwrite, i => i, i => i, Mma.AccumulateInPlace<F, I>, Mma.AccumulateTransposed<F, I>);
                        Int<F, I, sbyte>(random, rows, lanes, k, overwrite, i => (sbyte)i, i => i, Mma.AccumulateInPlace<F, I>, Mma.AccumulateTransposed<F, I>);
                    }
                }
            }
        }

        private delegate void Transposed<T, S>(
            Ptr<T> x, nint xr, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
            where T : unmanaged
            where S : unmanaged;

        private static void Float<F, I, S>(
            Random random, int rows, int lanes, int k, bool overwrite, Func<float, S> store, Func<S, float> read, Product<float, S> product, Transposed<float, S> transposed)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
            where S : unmanaged =>
            Both(F.Count, rows, lanes, k, overwrite, () => random.NextSingle() - 0.5f, () => store(random.NextSingle() - 0.5f), x => x, y => read(y), product, transposed, 1e-5);

        private static void Int<F, I, S>(
            Random random, int rows, int lanes, int k, bool overwrite, Func<int, S> store, Func<S, int> read, Product<int, S> product, Transposed<int, S> transposed)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
            where S : unmanaged =>
            Both(F.Count, rows, lanes, k, overwrite, () => random.Next(-128, 128), () => store(random.Next(-128, 128)), x => x, y => read(y), product, transposed, 0);

        private static void Both<T, S>(
            int bundle, int rows, int lanes, int k, bool overwrite, Func<T> nextX, Func<S> nextY, Func<T, double> x, Func<S, double> y, Product<T, S> product,
            Transposed<T, S> transposed, double tolerance)
            where T : unmanaged
            where S : unmanaged
        {
            Check(bundle, rows, lanes, k, overwrite, false, nextX, nextY, x, y, product, tolerance);
            Check(bundle, rows, lanes, k, overwrite, true, nextX, nextY, x, y, (a, ar, _, b, ld, c, cr, cv, r, l, n, o) => transposed(a, ar, b, ld, c, cr, cv, r, l, n, o), tolerance);
        }

        private static void Check<T, S>(
            int bundle, int rows, int lanes, int k, bool overwrite, bool isTransposed, Func<T> nextX, Func<S> nextY, Func<T, double> valueX, Func<S, double> valueY,
            Product<T, S> product, double tolerance)
            where T : unmanaged
            where S : unmanaged
        {
            var (steps, width) = isTransposed ? (lanes, k) : (k, lanes);
            int[] gaps = [0, 3, 300]; // rows without a gap are one stream, rows close together are walked down in blocks, others are not
            var ld = width + gaps[(rows + k) % 3];
            using var x = new GuardedMemory<T>((Math.Max(rows, 1) * (k + 5)) - 5);
            using var y = new GuardedMemory<S>(Math.Max(0, (steps * ld) - (ld - width)));
            var bundles = (lanes + bundle - 1) / bundle;
            var (cr, cv) = (bundle, rows + 3);
            using var c = new GuardedMemory<T>(bundles * bundle * cv);
            Fill(x.Span, nextX);
            Fill(y.Span, nextY);
            Fill(c.Span, nextX);
            var before = c.Span.ToArray();

            product(x.Pointer, k + 5, 1, y.Pointer, ld, c.Pointer, cr, cv, rows, lanes, k, overwrite);

            for (var r = 0; r < rows; r++)
            {
                for (var lane = 0; lane < lanes; lane++)
                {
                    var v = lane / bundle * bundle;
                    var at = (v * cv) + (r * cr) + lane - v;
                    var sum = overwrite ? 0 : valueX(before[at]);
                    for (var i = 0; i < k; i++)
                    {
                        sum += valueX(x.Span[(r * (k + 5)) + i]) * valueY(y.Span[isTransposed ? (lane * ld) + i : (i * ld) + lane]);
                    }

                    Assert.InRange(valueX(c.Span[at]), sum - tolerance, sum + tolerance);
                }
            }

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
