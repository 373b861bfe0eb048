using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public unsafe class MmaTests
{
    [Fact]
    public void Accumulate_agrees_with_double_at_every_tail() => Widths.Each(default(Tails));

    private struct Tails : IAtWidth
    {
        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var random = new Random(3);
            foreach (var k in new[] { 0, 1, 2, 3, 4, 5, 7, 8, 33, 1100 }) // the longest more than a copy of few lanes has room for
            {
                for (var rows = 0; rows <= 23; rows++)
                {
                    var lanes = random.Next(1, (3 * F.Count) + 1);
                    foreach (var overwrite in new[] { false, true })
                    {
                        var transposed = random.Next(2) == 0;
                        Check<F, float>(rows, lanes, k, overwrite, transposed, () => random.NextSingle() - 0.5f, x => x, 1e-6);
                        Check<I, int>(rows, lanes, k, overwrite, transposed, () => random.Next(-128, 128), x => x, 0);
                    }
                }
            }
        }

        private static void Check<V, T>(
            int rows, int lanes, int k, bool overwrite, bool transposed, Func<T> next, Func<T, double> value, double tolerance)
            where V : struct, IVec<V, T>
            where T : unmanaged, IEquatable<T>
        {
            var paddedRows = (rows + 3 + 7) / 8 * 8;
            var bundles = (lanes + V.Count - 1) / V.Count;
            var (xr, xk) = transposed ? (1, rows + 3) : (k + 5, 1);
            var (yk, yv) = (V.Count + (overwrite ? 0 : rows & 1), k + 2);
            var x = Fill(Math.Max(rows, 1) * (k + 5) + ((k + 1) * (rows + 3)), next);
            var y = Fill((bundles * V.Count * yv) + (k * yk) + V.Count, next);
            var (cr, cv) = (V.Count, paddedRows);
            var c = Fill((bundles * V.Count * paddedRows) + V.Count, next);
            var before = (T[])c.Clone();
            fixed (T* px = x, py = y, pc = c)
            {
                // what is asked for on the way changes nothing, even if it lies outside
                var upcoming = transposed ? Upcoming.Tile(new Ptr<T>(py), 1000, k, lanes) : default;
                Mma.Accumulate<V, T>(new(px), xr, xk, new(py), yk, yv, new(pc), cr, cv, rows, lanes, k, overwrite, upcoming);
            }

            for (var r = 0; r < rows; r++)
            {
                for (var lane = 0; lane < lanes; lane++)
                {
                    var v = lane / V.Count * V.Count;
                    var at = (v * cv) + (r * cr) + lane - v;
                    var sum = overwrite ? 0 : value(before[at]);
                    var size = Math.Abs(sum);
                    for (var i = 0; i < k; i++)
                    {
                        var product = value(x[(r * xr) + (i * xk)]) * value(y[(v * yv) + (i * yk) + lane - v]);
                        sum += product;
                        size += Math.Abs(product);
                    }

                    Assert.InRange(value(c[at]), sum - (tolerance * size), sum + (tolerance * size));
                }
            }

            // Nothing past the padded tile.
            for (var i = bundles * V.Count * paddedRows; i < c.Length; i++)
            {
                Assert.Equal(before[i], c[i]);
            }
        }

        private static T[] Fill<T>(int length, Func<T> next)
        {
            var array = new T[length];
            for (var i = 0; i < length; i++)
            {
                array[i] = next();
            }

            return array;
        }
    }
}
