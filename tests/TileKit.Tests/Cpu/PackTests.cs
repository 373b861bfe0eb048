using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public unsafe class PackTests
{
    [Fact]
    public void Packing_moves_every_element_and_touches_nothing_else() => Widths.Each(default(All));

    private delegate void Pack<S, T>(Ptr<S> src, nint ld, int k, int lanes, Ptr<T> dst, nint dk, nint dv)
        where S : unmanaged
        where T : unmanaged;

    private delegate void Rows<S, T>(Ptr<S> src, nint ld, int rows, int cols, Ptr<T> dst, nint dld)
        where S : unmanaged
        where T : unmanaged;

    private delegate void Unpack<T, S>(Ptr<T> src, nint sr, nint sv, int rows, int lanes, Ptr<S> dst, nint ld)
        where S : unmanaged
        where T : unmanaged;

    private struct All : IAtWidth
    {
        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var random = new Random(4);
            for (var i = 0; i < 60; i++)
            {
                // rows close together, and so far apart that they are written in whole cache lines
                var (k, gap) = i % 10 > 0 ? (random.Next(0, 20), 3) : (random.Next(0, 80), 1029);
                var lanes = random.Next(1, (3 * F.Count) + 2);
                Check<float, float>(k, lanes, gap, F.Count, x => x, x => x, Pack.Panels<F, I>, Pack.PanelsTransposed<F, I>, Pack.Rows<F, I>, Pack.StoreTransposed<F, I>);
                Check<Half, float>(k, lanes, gap, F.Count, x => (Half)x, x => (float)x, Pack.Panels<F, I>, Pack.PanelsTransposed<F, I>, Pack.Rows<F, I>, Pack.StoreTransposed<F, I>);
                Check<BFloat16, float>(k, lanes, gap, F.Count, x => (BFloat16)(float)(x % 256), x => (float)x, Pack.Panels<F, I>, Pack.PanelsTransposed<F, I>, Pack.Rows<F, I>, Pack.StoreTransposed<F, I>);
                Check<int, int>(k, lanes, gap, F.Count, x => x, x => x, Pack.Panels<F, I>, Pack.PanelsTransposed<F, I>, Pack.Rows<F, I>, Pack.StoreTransposed<F, I>);
                Check<sbyte, int>(k, lanes, gap, F.Count, x => (sbyte)x, x => x, Pack.Panels<F, I>, Pack.PanelsTransposed<F, I>, Pack.Rows<F, I>, Pack.StoreTransposed<F, I>);
                CheckCopy<F, float>(random, transpose: false);
                CheckCopy<F, float>(random, transpose: true);
            }
        }

        private static void Check<S, T>(
            int k, int lanes, int gap, int count, Func<int, S> store, Func<S, T> widen, Pack<S, T> panels, Pack<S, T> transposed, Rows<S, T> rows, Unpack<T, S> unpack)
            where S : unmanaged, IEquatable<S>
            where T : unmanaged, IEquatable<T>
        {
            var bundles = (lanes + count - 1) / count;
            var dk = count + 3;
            var dv = (2 * k) + 4;
            foreach (var byLanes in new[] { false, true })
            {
                var (height, width) = byLanes ? (lanes, k) : (k, lanes);
                var ld = width + gap;
                var last = Math.Max(0, ((height - 1) * ld) + width);
                using var source = new GuardedMemory<S>(last);
                for (var i = 0; i < last; i++)
                {
                    source.Span[i] = store(i + 1);
                }

                using var tile = new GuardedMemory<T>((bundles * count * dv) + (k * dk) + count);
                (byLanes ? transposed : panels)(source.Pointer, ld, k, lanes, tile.Pointer, dk, dv);
                for (var i = 0; i < k; i++)
                {
                    for (var lane = 0; lane < bundles * count; lane++)
                    {
                        var v = lane / count * count;
                        var wanted = lane >= lanes ? default : widen(source.Span[byLanes ? (lane * ld) + i : (i * ld) + lane]);
                        Assert.Equal(wanted, tile.Span[(v * dv) + (i * dk) + lane - v]);
                    }
                }

                if (byLanes)
                {
                    // And back: only the block itself may change.
                    using var back = new GuardedMemory<S>(last);
                    var before = back.Span.ToArray();
                    unpack(tile.Pointer, dk, dv, k, lanes, back.Pointer, ld);
                    back.AssertGuards();
                    for (var i = 0; i < last; i++)
                    {
                        Assert.Equal(i % ld < width ? source.Span[i] : before[i], back.Span[i]);
                    }
                }

                using var copy = new GuardedMemory<T>(last);
                var untouched = copy.Span.ToArray();
                rows(source.Pointer, ld, height, width, copy.Pointer, ld);
                copy.AssertGuards();
                for (var i = 0; i < last; i++)
                {
                    Assert.Equal(i % ld < width ? widen(source.Span[i]) : untouched[i], copy.Span[i]);
                }
            }
        }

        private static void CheckCopy<V, T>(Random random, bool transpose)
            where V : struct, IVec<V, float>
            where T : unmanaged
        {
            var (rows, lanes) = (random.Next(0, 12), random.Next(1, 2 * V.Count));
            var (rowStart, laneStart) = (random.Next(0, 5), random.Next(0, V.Count));
            var (height, width) = transpose ? (lanes, rows) : (rows, lanes);
            var (srcRows, srcBundles) = (rowStart + height, ((laneStart + width) / V.Count) + 1);
            var dstBundles = (lanes + V.Count - 1) / V.Count;
            var source = Enumerable.Range(0, srcRows * srcBundles * V.Count).Select(i => (float)i).ToArray();
            var result = new float[rows * dstBundles * V.Count];
            fixed (float* from = source, to = result)
            {
                Pack.Copy<V, float>(
                    new(from), V.Count, srcRows, rowStart, laneStart, new(to), V.Count, rows, rows, lanes, transpose);
            }

            for (var r = 0; r < rows; r++)
            {
                for (var lane = 0; lane < lanes; lane++)
                {
                    var (sr, sl) = transpose ? (rowStart + lane, laneStart + r) : (rowStart + r, laneStart + lane);
                    Assert.Equal(
                        source[(sl / V.Count * V.Count * srcRows) + (sr * V.Count) + (sl % V.Count)],
                        result[(lane / V.Count * V.Count * rows) + (r * V.Count) + (lane % V.Count)]);
                }
            }
        }
    }
}
