using Xunit;
using static TileKit.Ops;

namespace TileKit.Tests.Language;

public class MmaTests
{
    private const int M = 4, N = 6, K = 5;

    private static float Value(int r, int c) => ((r * 7) + (c * 3) + 1) % 11 / 4f - 1;

    /// <summary>The product over the real elements, in double; the operands as they are stored.</summary>
    private static void AssertProduct(
        Tile<float> actual, int realM, int realN, int realK, Func<int, int, float> a, Func<int, int, float> b, Func<int, int, float> acc)
    {
        Assert.Equal((M, N, realM, realN), (actual.Rows, actual.Cols, actual.RealRows, actual.RealCols));
        for (var r = 0; r < realM; r++)
        {
            for (var c = 0; c < realN; c++)
            {
                var expected = (double)acc(r, c);
                for (var k = 0; k < realK; k++)
                {
                    expected += (double)a(r, k) * b(k, c);
                }

                Assert.Equal((float)expected, actual[r, c]);
            }
        }
    }

    [Fact]
    public void TakesRowsFromAColumnsFromBAndSkipsWhatIsMissingBetween()
    {
        var a = Make.Tile(M, K, 3, 4, Value); // k: 4 real in a, 3 real in b
        var b = Make.Tile(K, N, 3, 5, (r, c) => Value(c, r + 2));
        var acc = Make.Tile(M, N, 2, 4, (r, c) => 100f * Value(r, c));
        Func<int, int, float> bAt = (r, c) => Value(c, r + 2);
        AssertProduct(MmAB(a, b), 3, 5, 3, Value, bAt, (_, _) => 0);
        AssertProduct(MmaAB(a, b, acc), 2, 4, 3, Value, bAt, (r, c) => 100f * Value(r, c));
        AssertProduct(MmaABt(a, Transpose(b), acc), 2, 4, 3, Value, bAt, (r, c) => 100f * Value(r, c));
        AssertProduct(MmaAtB(Transpose(a), b, acc), 2, 4, 3, Value, bAt, (r, c) => 100f * Value(r, c));
        AssertProduct(MmaAtBt(Transpose(a), Transpose(b), acc), 2, 4, 3, Value, bAt, (r, c) => 100f * Value(r, c));
        AssertProduct(MmABt(a, Transpose(b)), 3, 5, 3, Value, bAt, (_, _) => 0);
        AssertProduct(MmAtB(Transpose(a), b), 3, 5, 3, Value, bAt, (_, _) => 0);
        AssertProduct(MmAtBt(Transpose(a), Transpose(b)), 3, 5, 3, Value, bAt, (_, _) => 0);
    }

    [Fact]
    public void AnEmptyContractionAddsNothing()
    {
        var a = Make.Tile(M, K, 4, 0, Value);
        var b = Make.Tile(K, N, 5, 6, Value);
        AssertProduct(MmaAB(a, b, Full(M, N, 3f)), 4, 6, 0, Value, Value, (_, _) => 3);
        AssertProduct(MmAB(a, b), 4, 6, 0, Value, Value, (_, _) => 0);
    }

    [Fact]
    public void HalfAndBFloat16AreExactOperands()
    {
        var (a, b) = (Make.Tile(M, K, M, K, Value), Make.Tile(K, N, K, N, Value));
        AssertProduct(MmAB(Cast<Half>(a), Cast<Half>(b)), M, N, K, Value, Value, (_, _) => 0);
        AssertProduct(MmAB(Cast<BFloat16>(a), Cast<BFloat16>(b)), M, N, K, Value, Value, (_, _) => 0);
    }

    [Fact]
    public void BytesMultiplyIntoInt()
    {
        var a = Full<sbyte>(1, 3, -128);
        Assert.Equal(3 * 128 * 128, MmABt(a, a)[0, 0]);
        Assert.Equal(unchecked(int.MaxValue + (3 * 128 * 128)), MmaABt(a, a, Full(1, 1, int.MaxValue))[0, 0]);
    }

    [Fact]
    public void NanAndInfinityTravel()
    {
        var a = Make.Tile(2, 2, 2, 2, (r, c) => r == 0 && c == 0 ? float.PositiveInfinity : 1);
        var product = MmAB(a, Make.Tile(2, 2, 2, 2, (r, c) => r == 0 && c == 1 ? 0f : 1f));
        Assert.Equal(float.PositiveInfinity, product[0, 0]);
        Assert.True(float.IsNaN(product[0, 1]));
        Assert.Equal((2f, 1f), (product[1, 0], product[1, 1]));
    }

    [Fact]
    public void SizesAndTypesThatDoNotFitAreRefused()
    {
        var (a, b) = (Zeros<float>(2, 3), Zeros<float>(3, 2));
        Assert.Contains("2×3 and 2×3", Assert.Throws<ArgumentException>(() => MmAB(a, a)).Message);
        Assert.Contains("accumulator is 2×3", Assert.Throws<ArgumentException>(() => MmaAB(a, b, a)).Message);
        Assert.Throws<NotSupportedException>(() => MmAB(Zeros<int>(2, 2), Zeros<int>(2, 2)));
    }
}
