using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public unsafe class ConversionTests
{
    [Fact]
    public void Every_Half_and_BFloat16_widens_exactly() => Widths.Each(default(WidenAll));

    [Fact]
    public void Narrowing_rounds_to_nearest_even() => Widths.Each(default(Narrow));

    [Fact]
    public void Floats_become_ints_rounded_and_saturated() => Widths.Each(default(ToInts));

    private struct WidenAll : IAtWidth
    {
        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var bits = new ushort[65536];
            for (var i = 0; i < bits.Length; i++)
            {
                bits[i] = (ushort)i;
            }

            var half = new float[bits.Length];
            var brain = new float[bits.Length];
            fixed (ushort* from = bits)
            {
                fixed (float* toHalf = half, toBrain = brain)
                {
                    for (var i = 0; i < bits.Length; i += F.Count)
                    {
                        F.Load(new Ptr<Half>((Half*)from), i).Store(new Ptr<float>(toHalf), i);
                        F.Load(new Ptr<BFloat16>((BFloat16*)from), i).Store(new Ptr<float>(toBrain), i);
                    }
                }
            }

            for (var i = 0; i < bits.Length; i++)
            {
                AssertSame((float)BitConverter.UInt16BitsToHalf(bits[i]), half[i]);
                AssertSame(BitConverter.UInt32BitsToSingle((uint)i << 16), brain[i]);
            }
        }
    }

    private struct Narrow : IAtWidth
    {
        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var random = new Random(2);
            var values = new List<float>();
            for (var i = 0; i < 65536; i++)
            {
                // Every value and its ties and their neighbours, for both formats, then any bits at all.
                var half = (float)BitConverter.UInt16BitsToHalf((ushort)i);
                var next = (float)BitConverter.UInt16BitsToHalf((ushort)(i ^ 1));
                var tie = (half + next) / 2;
                values.AddRange([half, tie, MathF.BitIncrement(tie), MathF.BitDecrement(tie)]);
                var brain = (uint)i << 16;
                values.AddRange(new[] { brain, brain | 0x8000, brain | 0x8001, brain | 0x7FFF }.Select(BitConverter.UInt32BitsToSingle));
                values.Add(BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
            }

            while (values.Count % F.Count != 0)
            {
                values.Add(65520f);
            }

            var inputs = values.ToArray();
            var halves = new Half[inputs.Length];
            var brains = new BFloat16[inputs.Length];
            var rounded = new float[inputs.Length];
            fixed (float* from = inputs, to = rounded)
            {
                fixed (Half* toHalf = halves)
                {
                    fixed (BFloat16* toBrain = brains)
                    {
                        for (var i = 0; i < inputs.Length; i += F.Count)
                        {
                            var x = F.Load(new Ptr<float>(from), i);
                            x.Store(new Ptr<Half>(toHalf), i);
                            x.Store(new Ptr<BFloat16>(toBrain), i);
                            F.RoundToHalf(x).Store(new Ptr<float>(to), i);
                        }
                    }
                }
            }

            for (var i = 0; i < inputs.Length; i++)
            {
                AssertSame((float)(Half)inputs[i], (float)halves[i]);
                AssertSame((float)(Half)inputs[i], rounded[i]);
                AssertSame((float)(BFloat16)inputs[i], (float)brains[i]);
            }
        }
    }

    private struct ToInts : IAtWidth
    {
        public readonly void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            float[] inputs = [0.5f, 1.5f, -0.5f, -2.5f, 2.5f, 1e20f, -1e20f, float.NaN, float.PositiveInfinity, 2147483520f, -2147483648f, 127.5f];
            int[] wanted = [0, 2, 0, -2, 2, int.MaxValue, int.MinValue, 0, int.MaxValue, 2147483520, int.MinValue, 128];
            var results = new int[inputs.Length];
            var bytes = new sbyte[inputs.Length];
            fixed (float* from = inputs)
            {
                fixed (int* to = results)
                {
                    fixed (sbyte* toBytes = bytes)
                    {
                        for (var i = 0; i < inputs.Length; i += F.Count)
                        {
                            var ints = F.ToInt(F.LoadPart(new Ptr<float>(from), i, inputs.Length - i));
                            ints.StorePart(new Ptr<int>(to), i, inputs.Length - i);
                            ints.StorePart(new Ptr<sbyte>(toBytes), i, inputs.Length - i);
                        }
                    }
                }
            }

            Assert.Equal(wanted, results);
            Assert.Equal(wanted.Select(value => (sbyte)Math.Clamp(value, -128, 127)), bytes);
        }
    }

    private static void AssertSame(float wanted, float result)
    {
        if (float.IsNaN(wanted) ? !float.IsNaN(result) : BitConverter.SingleToInt32Bits(wanted) != BitConverter.SingleToInt32Bits(result))
        {
            Assert.Fail($"{result:R} instead of {wanted:R}");
        }
    }
}
