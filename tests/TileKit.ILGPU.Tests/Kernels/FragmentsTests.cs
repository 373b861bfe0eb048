#if !ILGPU_PACKAGE
namespace TileKit.Ilgpu.Tests.Kernels;

/// <summary>Floats as two TF32s each.</summary>
public class FragmentsTests
{
    private const int LowBits = 0x1FFF;

    private static readonly float[] s_numbers = [0f, -0f, 1f, -1f, 1f / 3, -MathF.PI, 1e-30f, -3.3e37f, float.MaxValue, float.MinValue, 16777215f, 1.9999999f];

    public static TheoryData<float> Numbers => [.. s_numbers];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Two_TF32s_keep_22_bits(float value)
    {
        var (upper, lower) = Split(value);
        Assert.InRange(Math.Abs((double)upper + lower - value), 0, Math.Abs((double)value) / (1 << 22));
        Assert.True(Math.Abs(upper) <= Math.Abs(value));
        Assert.Equal(float.IsNegative(value), float.IsNegative(upper));
        Assert.Equal(float.IsNegative(value), float.IsNegative(lower));
        Assert.Equal((0, 0), (BitConverter.SingleToInt32Bits(upper) & LowBits, BitConverter.SingleToInt32Bits(lower) & LowBits));
    }

    /// <summary>Three products of infinities and other numbers are infinite or nothing, of one sign; one of them with a rest that was nothing would be no number.</summary>
    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void An_infinity_is_infinite_in_both(float value)
    {
        Assert.Equal((value, value), Split(value));
        Assert.All(s_numbers.Where(static number => number != 0), number =>
        {
            var (upper, lower) = Split(number);
            Assert.Equal(value * number, (value * upper) + (value * lower) + (value * upper));
        });
    }

    [Fact]
    public void No_number_stays_none()
    {
        var (upper, lower) = Split(float.NaN);
        Assert.True(float.IsNaN(upper + lower));
        Assert.True(float.IsNaN(Float(Fragments.RoundTF32(Of(float.NaN)).V2)));
    }

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(1f + (1f / 2048), 1f + (1f / 1024))] // a tie, away from zero
    [InlineData(-1f - (1f / 2048), -1f - (1f / 1024))]
    [InlineData(1f + (1f / 2049), 1f)]
    [InlineData(float.MaxValue, float.PositiveInfinity)]
    public void A_float_rounds_to_the_nearest(float value, float expected) => Assert.Equal(expected, Float(Fragments.RoundTF32(Of(value)).V1));

    /// <summary>A thread's two rows and two columns of an accumulator become the four numbers of an A of half the width.</summary>
    [Fact]
    public void What_comes_out_of_an_accumulator_goes_into_an_A_column_by_column()
    {
        var floats = Fragments.Floats(new() { V0 = 1, V1 = 2 }, new() { V0 = 3, V1 = 4 });
        Assert.Equal((1f, 3f, 2f, 4f), (Float(floats.V0), Float(floats.V1), Float(floats.V2), Float(floats.V3)));
    }

    [Fact]
    public void Halves_widen_in_order()
    {
        var floats = Fragments.WidenF16(Pair((Half)1.5f, (Half)(-2f)), Pair(Half.Epsilon, Half.NegativeInfinity));
        Assert.Equal((1.5f, -2f, (float)Half.Epsilon, float.NegativeInfinity), (Float(floats.V0), Float(floats.V1), Float(floats.V2), Float(floats.V3)));

        static int Pair(Half low, Half high) => BitConverter.HalfToUInt16Bits(low) | (BitConverter.HalfToUInt16Bits(high) << 16);
    }

    private static (float Upper, float Lower) Split(float value) => (Float(Fragments.UpperTF32(Of(value)).V0), Float(Fragments.LowerTF32(Of(value)).V0));

    private static Int4 Of(float value) => Int4.All(BitConverter.SingleToInt32Bits(value));

    private static float Float(int bits) => BitConverter.Int32BitsToSingle(bits);
}
#endif
