using System.Globalization;
using Xunit;
using static TileKit.Ops;

namespace TileKit.Tests.Language;

public class ElementTests
{
    [Fact]
    public void EveryBFloat16ComesBackFromFloat()
    {
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var x = BFloat16.FromBits((ushort)bits);
            Assert.Equal(bits << 16, BitConverter.SingleToInt32Bits(x));
            var (viaFloat, viaDouble) = ((BFloat16)(float)x, (BFloat16)(double)x);
            if (BFloat16.IsNaN(x))
            {
                Assert.True(float.IsNaN(x) && BFloat16.IsNaN(viaFloat) && BFloat16.IsNaN(viaDouble));
            }
            else
            {
                Assert.Equal((bits, bits), (viaFloat.Bits, viaDouble.Bits));
            }
        }
    }

    [Fact]
    public void BFloat16RoundsToTheNearestAndTiesToEven()
    {
        for (var bits = 0; bits < 0x7F80; bits++)
        {
            double low = BFloat16.FromBits((ushort)bits);
            double high = bits == 0x7F7F ? Math.ScaleB(1, 128) : BFloat16.FromBits((ushort)(bits + 1));
            var middle = (low + high) / 2;
            var even = (bits & 1) == 0 ? bits : bits + 1;
            Assert.Equal((even, even), (((BFloat16)middle).Bits, ((BFloat16)(float)middle).Bits));
            Assert.Equal((bits, bits + 1), (((BFloat16)Math.BitDecrement(middle)).Bits, ((BFloat16)Math.BitIncrement(middle)).Bits));
            Assert.Equal(bits, ((BFloat16)MathF.BitDecrement((float)middle)).Bits);
            Assert.Equal(bits + 1, ((BFloat16)MathF.BitIncrement((float)middle)).Bits);
            Assert.Equal(even | 0x8000, ((BFloat16)(-middle)).Bits);
        }

        Assert.Equal((BFloat16.PositiveInfinity, BFloat16.Zero), ((BFloat16)1e300, (BFloat16)1e-300));
        foreach (var nan in (uint[])[0x7F800001, 0xFF80FFFF, 0x7FFFFFFF]) // the first two have a payload in the lower half only
        {
            Assert.True(BFloat16.IsNaN((BFloat16)BitConverter.UInt32BitsToSingle(nan)));
        }
    }

    [Fact]
    public void BFloat16ComparesAndPrintsAsFloatDoes()
    {
        BFloat16[] values =
        [
            BFloat16.NaN, BFloat16.NegativeInfinity, BFloat16.MinValue, (BFloat16)(-1f), BFloat16.Zero, BFloat16.Epsilon,
            BFloat16.One, BFloat16.MaxValue, BFloat16.PositiveInfinity,
        ];
        Assert.Equal(values, values.Reverse().Order());
        Assert.Equal(BFloat16.NaN, BFloat16.NaN);
        Assert.False(BFloat16.NaN == values[0] || BFloat16.NaN < BFloat16.One || BFloat16.NaN >= BFloat16.One);
        Assert.True((BFloat16)(-0f) == BFloat16.Zero && BFloat16.MinValue == -BFloat16.MaxValue);
        Assert.Equal(BFloat16.Zero.GetHashCode(), BFloat16.Zero.GetHashCode());
        Assert.Equal("1.50", ((BFloat16)1.5f).ToString("F2", CultureInfo.InvariantCulture));
        Assert.Equal("1.5", string.Create(CultureInfo.InvariantCulture, $"{(BFloat16)1.5f}"));
        Assert.Equal(2f, BFloat16.One + BFloat16.One);
        Assert.Throws<ArgumentException>(() => BFloat16.One.CompareTo(1f));
    }

    [Fact]
    public void CastsRoundSaturateAndTakeNanToZero()
    {
        float[] numbers =
        [
            0.5f, 1.5f, 2.5f, -0.5f, -2.5f, 127.5f, -128.6f, 3e9f, -3e9f, float.NaN, float.PositiveInfinity, float.NegativeInfinity,
        ];
        var x = Make.RowVec(12, numbers);
        Assert.Equal([0, 2, 2, 0, -2, 128, -129, int.MaxValue, int.MinValue, 0, int.MaxValue, int.MinValue], Cast<int>(x).Elements());
        Assert.Equal([0, 2, 2, 0, -2, 127, -128, 127, -128, 0, 127, -128], Cast<sbyte>(x).Elements());
        Assert.Equal(numbers.Select(n => (Half)n), Cast<Half>(x).Elements());
        Assert.Equal(numbers.Select(n => (BFloat16)n), Cast<BFloat16>(x).Elements());
        Assert.Equal(numbers.Select(n => (float)(Half)n), Cast<float>(Cast<Half>(x)).Elements());
        Assert.Equal([127, -128, 5], Cast<sbyte>(Make.RowVec(3, 16777217, int.MinValue, 5)).Elements());
        Assert.Equal([16777217], Cast<int>(Make.ColVec(1, 16777217)).Elements()); // an int that float has not stays as it is
        Assert.Equal([-128f, 127f], Cast<float>(Make.ColVec<sbyte>(2, -128, 127)).Elements());
        Assert.Equal((2, 3, 1, 2), Shape(Cast<Half>(Make.Tile(2, 3, 1, 2, (_, _) => 1f))));
        static (int, int, int, int) Shape(Tile tile) => (tile.Rows, tile.Cols, tile.RealRows, tile.RealCols);
    }
}
