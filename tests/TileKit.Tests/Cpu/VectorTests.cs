using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public unsafe class VectorTests
{
    [Fact]
    public void Parts_touch_no_memory_past_their_lanes() => Widths.Each(default(Parts));

    [Fact]
    public void Lanes_behave_like_scalars() => Widths.Each(default(Lanes));

    private struct Parts : IAtWidth
    {
        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            for (var lanes = 0; lanes <= F.Count; lanes++)
            {
                Check<float>(lanes, F.Count, i => i + 1f, (from, to, n) => F.LoadPart(from, 0, n).StorePart(to, 0, n));
                Check<Half>(lanes, F.Count, i => (Half)(i + 1), (from, to, n) => F.LoadPart(from, 0, n).StorePart(to, 0, n));
                Check<BFloat16>(lanes, F.Count, i => (BFloat16)(i + 1f), (from, to, n) => F.LoadPart(from, 0, n).StorePart(to, 0, n));
                Check<int>(lanes, F.Count, i => i + 1, (from, to, n) => I.LoadPart(from, 0, n).StorePart(to, 0, n));
                Check<sbyte>(lanes, F.Count, i => (sbyte)(i + 1), (from, to, n) => I.LoadPart(from, 0, n).StorePart(to, 0, n));

                var zeroed = new float[F.Count];
                using var source = new GuardedMemory<float>(lanes);
                source.Span.Fill(7f);
                fixed (float* to = zeroed)
                {
                    F.LoadPart(source.Pointer, 0, lanes).Store(new Ptr<float>(to), 0);
                    Assert.Equal(Enumerable.Range(0, F.Count).Select(i => i < lanes ? 7f : 0f), zeroed);
                    F.And(F.FirstLanes(lanes), F.Broadcast(3f)).Store(new Ptr<float>(to), 0);
                    Assert.Equal(Enumerable.Range(0, F.Count).Select(i => i < lanes ? 3f : 0f), zeroed);
                }
            }
        }

        private static void Check<T>(int lanes, int count, Func<int, T> value, Action<Ptr<T>, Ptr<T>, int> copy)
            where T : unmanaged
        {
            using var source = new GuardedMemory<T>(lanes);
            using var destination = new GuardedMemory<T>(lanes);
            for (var i = 0; i < lanes; i++)
            {
                source.Span[i] = value(i);
            }

            copy(source.Pointer, destination.Pointer, lanes);
            Assert.Equal(source.Span.ToArray(), destination.Span.ToArray());
            destination.AssertGuards();

            // The lanes that a shorter write leaves keep what they held.
            if (lanes > 0)
            {
                destination.Span.Clear();
                copy(source.Pointer, destination.Pointer, lanes - 1);
                Assert.Equal(default, destination.Span[lanes - 1]);
            }
        }
    }

    private struct Lanes : IAtWidth
    {
        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            float[] cases = [0f, -0f, 1.5f, -2.5f, 3f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e-40f, 8388609f];
            foreach (var a in cases)
            {
                foreach (var b in cases)
                {
                    var (x, y) = (F.Broadcast(a), F.Broadcast(b));
                    Assert.Equal(MathF.Max(a, b), F.First(F.Max(x, y)));
                    Assert.Equal(MathF.Min(a, b), F.First(F.Min(x, y)));
                    Assert.Equal(MathF.Max(a, b), F.Maximum(Alternate<F, I>(x, y)));
                    Assert.Equal(MathF.Min(a, b), F.Minimum(Alternate<F, I>(x, y)));
                    Assert.Equal(a < b, Is<F, I>(F.Less(x, y)));
                    Assert.Equal(a <= b, Is<F, I>(F.LessEqual(x, y)));
                    Assert.Equal(a > b, Is<F, I>(F.Greater(x, y)));
                    Assert.Equal(a >= b, Is<F, I>(F.GreaterEqual(x, y)));
                    Assert.Equal(a == b, Is<F, I>(F.Equal(x, y)));
                    Assert.Equal(a != b, Is<F, I>(F.NotEqual(x, y)));
                    Assert.Equal(!(a < b), Is<F, I>(F.Not(F.Less(x, y))));
                    Assert.Equal(a / b, F.First(x / y));
                    Assert.Equal(MathF.FusedMultiplyAdd(a, b, a), F.First(F.MultiplyAdd(x, y, x)));
                }

                Assert.Equal(MathF.Abs(a), F.First(F.Abs(F.Broadcast(a))));
                Assert.Equal(MathF.Round(a), F.First(F.Round(F.Broadcast(a))));
                Assert.Equal(MathF.Floor(a), F.First(F.Floor(F.Broadcast(a))));
                Assert.Equal(MathF.Sqrt(a), F.First(F.Sqrt(F.Broadcast(a))));
                Assert.Equal(-a, F.First(-F.Broadcast(a)));
                Assert.Equal(float.IsNaN(a) ? a : Math.Min(a, 2f), F.First(F.AtMost(F.Broadcast(a), F.Broadcast(2f))));
                Assert.Equal(float.IsNaN(a) ? a : Math.Max(a, -2f), F.First(F.AtLeast(F.Broadcast(a), F.Broadcast(-2f))));
                Assert.Equal(float.IsNaN(a) ? a : Math.Clamp(a, -2f, 2f), F.First(F.Clamp(F.Broadcast(a), F.Broadcast(-2f), F.Broadcast(2f))));
            }

            for (var n = -150; n <= 129; n++)
            {
                Assert.Equal(MathF.ScaleB(1.25f, n), F.First(F.Scale(F.Broadcast(1.25f), F.Broadcast(n))));
            }

            var iota = I.ToFloat(I.Iota) + F.Broadcast(1f);
            Assert.Equal(F.Count * (F.Count + 1) / 2, F.Sum(iota));
            Assert.Equal(F.Count, F.Maximum(iota));
            Assert.Equal(1f, F.Minimum(iota));
            Assert.Equal(-F.Count, F.Minimum(-iota));
            var product = 1;
            for (var i = 1; i <= I.Count; i++)
            {
                product = unchecked(product * (2 * i - 1));
            }

            Assert.Equal(product, I.Product((I.Iota << 1) + I.Broadcast(1)));
            Assert.Equal(I.Count - 1, I.Maximum(I.Iota));
            Assert.Equal(1 - I.Count, I.Minimum(-I.Iota));
            Assert.Equal(16f, F.Product(F.Select(F.FirstLanes(4), F.Broadcast(2f), F.Broadcast(1f))));
            Assert.Equal(3, I.First(I.Select(I.Less(I.Broadcast(1), I.Broadcast(2)), I.Broadcast(3), I.Broadcast(4))));
            Assert.Equal(-3 >> 1, I.First(I.Broadcast(-3) >> 1));
            Assert.Equal(-3 << 3, I.First(I.Broadcast(-3) << 35));
            int[] bytes = [0, -1, int.MinValue, int.MaxValue, 0x7F80_FF01, 0x0F0E_0D0C, unchecked((int)0xFF00_80FF), 0x7F7F_7F7F, unchecked((int)0x8080_8080)];
            foreach (var a in bytes)
            {
                foreach (var b in bytes)
                {
                    var dot = Enumerable.Range(0, 4).Sum(i => (byte)(a >> (8 * i)) * (sbyte)(b >> (8 * i)));
                    Assert.Equal(dot, Ops.Dot4(a, b));
                    Assert.Equal((dot, dot), (I.Minimum(I.Dot4(I.Broadcast(a), I.Broadcast(b))), I.Maximum(I.Dot4(I.Broadcast(a), I.Broadcast(b)))));
                    var of7Bits = I.Dot4Of7Bits(I.Broadcast(a & 0x7F7F7F7F), I.Broadcast(b));
                    Assert.Equal(Ops.Dot4(a & 0x7F7F7F7F, b), I.Minimum(of7Bits));
                    Assert.Equal(Ops.Dot4(a & 0x7F7F7F7F, b), I.Maximum(of7Bits));

                    // as many as 16 bits hold for certain
                    var eight = I.Broadcast(0);
                    for (var i = 0; i < 8; i++)
                    {
                        eight = I.AddDot4(eight, I.Broadcast(a & 0x0F0F0F0F), I.Broadcast(b));
                    }

                    Assert.Equal(8 * Ops.Dot4(a & 0x0F0F0F0F, b), I.Minimum(I.EndDot4(eight)));
                    Assert.Equal(8 * Ops.Dot4(a & 0x0F0F0F0F, b), I.Maximum(I.EndDot4(eight)));
                }
            }
        }

        private static F Alternate<F, I>(F a, F b)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F> => F.Select(I.Equal(I.Iota & I.Broadcast(1), I.Broadcast(0)), a, b);

        private static bool Is<F, I>(F mask)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var bits = F.Bits(mask);
            Assert.Equal(I.Minimum(bits), I.Maximum(bits));
            return I.First(bits) == -1;
        }
    }
}
