namespace TileKit.Ilgpu.Tests.Kernels;

public class ConversionTests
{
    [Fact]
    public void Every_Half_becomes_its_float()
    {
        for (var bits = 0; bits <= 0xFFFF; bits++)
        {
            Assert.Equal((float)BitConverter.UInt16BitsToHalf((ushort)bits), HalfBits.ToFloat((ushort)bits));
        }
    }

    [Fact]
    public void Every_Half_comes_back()
    {
        for (var bits = 0; bits <= 0xFFFF; bits++)
        {
            var half = BitConverter.UInt16BitsToHalf((ushort)bits);
            var back = HalfBits.FromFloat((float)half);
            Assert.True(Half.IsNaN(half) ? Half.IsNaN(BitConverter.UInt16BitsToHalf(back)) : back == bits, $"{bits:X4} {back:X4}");
        }
    }

    [Fact]
    public void Halves_round_to_nearest_even()
    {
        // Between every Half and the next: the middle, and the floats on both sides of it.
        for (var bits = 0; bits < 0x7C00; bits++)
        {
            var low = (float)BitConverter.UInt16BitsToHalf((ushort)bits);
            var high = bits == 0x7BFF ? 65536f : (float)BitConverter.UInt16BitsToHalf((ushort)(bits + 1));
            var middle = (low + high) / 2;
            foreach (var x in new[] { middle, MathF.BitDecrement(middle), MathF.BitIncrement(middle) })
            {
                Assert.Equal(BitConverter.HalfToUInt16Bits((Half)x), HalfBits.FromFloat(x));
                Assert.Equal(BitConverter.HalfToUInt16Bits((Half)(-x)), HalfBits.FromFloat(-x));
                Assert.Equal((float)(Half)x, Lanes.RoundToHalf(x));
            }
        }
    }

    [Fact]
    public void Floats_round_to_Half_and_BFloat16_as_on_the_host()
    {
        foreach (var x in AnyFloats())
        {
            Assert.Equal((float)(Half)x, Lanes.RoundToHalf(x));
            Assert.Equal((float)(BFloat16)x, Lanes.RoundToBFloat16(x));
            Assert.Equal(float.IsNaN(x), float.IsNaN(Lanes.RoundToBFloat16(x)));
            Assert.Equal(((BFloat16)x).Bits, BFloat16Bits.FromFloat(x));
        }
    }

    [Fact]
    public void Every_BFloat16_becomes_its_float_and_ties_go_to_the_even_one()
    {
        for (var bits = 0; bits <= 0xFFFF; bits++)
        {
            Assert.Equal((float)BFloat16.FromBits((ushort)bits), BFloat16Bits.ToFloat(bits));
            var tie = BitConverter.Int32BitsToSingle((bits << 16) | 0x8000);
            Assert.Equal(((BFloat16)tie).Bits, BFloat16Bits.FromFloat(tie));
        }
    }

    [Fact]
    public void Floats_become_ints_as_in_a_cast()
    {
        float[] edges =
        [
            0.5f, 1.5f, 2.5f, -0.5f, -1.5f, -2.5f, 0.49999997f, 4194303.5f, 4194304.5f, 8388607.5f, 8388606.5f, -8388607.5f, 8388609f, 16777217f,
            2147483520f, 2147483648f, -2147483648f, -2147483904f, float.MaxValue, float.MinValue, float.NaN, float.PositiveInfinity,
            float.NegativeInfinity, -0f,
        ];
        foreach (var x in edges.Concat(AnyFloats()))
        {
            Assert.Equal(int.CreateSaturating(MathF.Round(x, MidpointRounding.ToEven)), Lanes.ToInt(x));
        }
    }

    [Fact]
    public void Ints_saturate_to_sbyte()
    {
        foreach (var x in new[] { int.MinValue, -129, -128, -127, 0, 126, 127, 128, int.MaxValue })
        {
            Assert.Equal((int)sbyte.CreateSaturating(x), Lanes.ToSByte(x));
        }
    }

    [Fact]
    public void Conditions_become_one_and_zero()
    {
        Assert.Equal((1f, 0f, 1, 0), (Lanes.ToFloat(true), Lanes.ToFloat(false), Lanes.ToInt(true), Lanes.ToInt(false)));
    }

    private static IEnumerable<float> AnyFloats()
    {
        var random = new Random(3);
        for (var i = 0; i < 100_000; i++)
        {
            yield return BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            yield return (random.NextSingle() - 0.5f) * MathF.Pow(2, random.Next(-30, 36));
        }
    }
}
