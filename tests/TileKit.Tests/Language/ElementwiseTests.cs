using Xunit;
using static TileKit.Ops;

namespace TileKit.Tests.Language;

public class ElementwiseTests
{
    // A 4×5 tile with 3×4 real elements, vectors with one element fewer than it has: the results must shrink to those.
    private static readonly Tile<float> A = Make.Tile(4, 5, 3, 4, (r, c) => r + (10f * c) + 0.5f);
    private static readonly Tile<float> B = Make.Tile(4, 5, 4, 3, (r, c) => 2f - r + (c * c));
    private static readonly ColVec<float> Col = Make.ColVec(4, 7f, -3f);
    private static readonly RowVec<float> Row = Make.RowVec(5, 1.5f, -2f);

    public static TheoryData<string, Tile<float>, Func<int, int, double>, int, int> Broadcasts => new()
    {
        { "tile + tile", A + B, (r, c) => (double)A[r, c] + B[r, c], 3, 3 },
        { "tile - col", A - Col, (r, c) => (double)A[r, c] - Col[r], 2, 4 },
        { "col - tile", Col - A, (r, c) => (double)Col[r] - A[r, c], 2, 4 },
        { "tile / row", A / Row, (r, c) => (double)A[r, c] / Row[c], 3, 2 },
        { "row / tile", Row / A, (r, c) => (double)Row[c] / A[r, c], 3, 2 },
        { "tile * scalar", A * 3, (r, c) => A[r, c] * 3.0, 3, 4 },
        { "scalar - tile", 3 - A, (r, c) => 3.0 - A[r, c], 3, 4 },
        { "- tile", -A, (r, c) => -A[r, c], 3, 4 },
        { "max tile row", Max(B, Row), (r, c) => Math.Max(B[r, c], Row[c]), 4, 2 },
        { "min col tile", Min(Col, B), (r, c) => Math.Min(Col[r], B[r, c]), 2, 3 },
        { "max scalar", Max(B, 1), (r, c) => Math.Max(B[r, c], 1), 4, 3 },
        { "fma tile col row", Fma(A, Col, Row), (r, c) => ((double)A[r, c] * Col[r]) + Row[c], 2, 2 },
        { "fma tile scalar tile", Fma(A, 2, B), (r, c) => (A[r, c] * 2.0) + B[r, c], 3, 3 },
        { "where", Where(A > B, A, B), (r, c) => A[r, c] > B[r, c] ? A[r, c] : B[r, c], 3, 3 },
        { "where scalars", Where(A <= Col, 1f, 0f), (r, c) => A[r, c] <= Col[r] ? 1 : 0, 2, 4 },
        { "masks", Where((A > 1) & !(B < 3) | Equal(A, B), 1f, 0f), (r, c) => (A[r, c] > 1 && B[r, c] >= 3) || A[r, c] == B[r, c] ? 1 : 0, 3, 3 },
    };

    [Theory]
    [MemberData(nameof(Broadcasts))]
    public void ResultExistsWhereAllOperandsDo(string what, Tile<float> actual, Func<int, int, double> expected, int realRows, int realCols)
    {
        Assert.NotNull(what);
        Assert.Equal((4, 5, realRows, realCols), (actual.Rows, actual.Cols, actual.RealRows, actual.RealCols));
        for (var r = 0; r < realRows; r++)
        {
            for (var c = 0; c < realCols; c++)
            {
                Assert.Equal(expected(r, c), actual[r, c], Math.Abs(expected(r, c)) * 1e-6);
            }
        }
    }

    [Fact]
    public void VectorsCombineWithTheirKindAndScalars()
    {
        var longer = Make.ColVec(4, 1f, 2f, 3f);
        Assert.Equal([8f, -1f], (Col + longer).Elements());
        Assert.Equal([-6f, 4f], (1 - Col).Elements());
        Assert.Equal([7f, 2f], Max(Col, longer).Elements());
        Assert.Equal([false, true], (Col < 0).Elements());
        Assert.Equal([3f, -4f], (Row * 2).Elements());
        Assert.Equal([1f, -1f], Where(Row >= 0, 1f, -1f).Elements());
        Assert.Equal([2.5f, -1f], Fma(Row, 1, RowVec.Ones<float>(5)).Elements());
    }

    [Fact]
    public void IntegersWrapAround()
    {
        var x = Full(1, 1, int.MaxValue);
        Assert.Equal(int.MinValue, (x + 1)[0, 0]);
        Assert.Equal(int.MinValue, Abs(Full(1, 1, int.MinValue))[0, 0]);
        Assert.Equal(-2, (x * 2)[0, 0]);
    }

    [Fact]
    public void IntegersHaveBits()
    {
        var x = Make.Tile(2, 3, 2, 2, (r, c) => (r * 2000) - 1000 - (c * 77));
        var row = Make.RowVec(3, 15, -16);
        var col = Make.ColVec(2, 255, 1 << 20);
        Assert.Equal((2, 2), ((x & row).RealRows, (x & row).RealCols));
        for (var r = 0; r < 2; r++)
        {
            for (var c = 0; c < 2; c++)
            {
                var value = x[r, c];
                Assert.Equal(
                    [value & row[c], row[c] | value, value | col[r], col[r] & value, value & 12, 3 | value, value & ~value, value | (value << 3)],
                    [(x & row)[r, c], (row | x)[r, c], (x | col)[r, c], (col & x)[r, c], (x & 12)[r, c], (3 | x)[r, c], (x & (-x - 1))[r, c], (x | (x << 3))[r, c]]);
                Assert.Equal([value << 28, value >> 4, value << 33, value >> -1], [(x << 28)[r, c], (x >> 4)[r, c], (x << 33)[r, c], (x >> -1)[r, c]]);
            }
        }

        Assert.Equal([15 << 4, -256], (row << 4).Elements());
        Assert.Equal([127, 1 << 19], (col >> 1).Elements());
    }

    [Fact]
    public void MasksCombineWithVectorsAndScalars()
    {
        Assert.Equal((2, 2), ((A > 3 & Col > 0).RealRows, (B > 3 | Row > 0).RealCols));
        Assert.False((A > 3 & Col > 0)[1, 0]);
        Assert.True((Row > 0 | A > 1e6f)[2, 0]);
        Assert.Equal([true, false], (Col > 0 & true).Elements());
        Assert.Equal([true, true], (true | Row > 0).Elements());
    }

    public static TheoryData<string, Func<float, float>, Func<double, double>> Functions => new()
    {
        { "Exp", Exp, Math.Exp },
        { "Exp2", Exp2, x => Math.Pow(2, x) },
        { "Log", Log, Math.Log },
        { "Log2", Log2, Math.Log2 },
        { "Sqrt", Sqrt, Math.Sqrt },
        { "Rsqrt", Rsqrt, x => 1 / Math.Sqrt(x) },
        { "Tanh", Tanh, Math.Tanh },
        { "Sigmoid", Sigmoid, x => 1 / (1 + Math.Exp(-x)) },
        { "Silu", Silu, x => x * (1 / (1 + Math.Exp(-x))) },
        { "Gelu", Gelu, x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))) },
        { "Abs", Abs, Math.Abs },
        { "Relu", Relu, x => double.IsNaN(x) ? x : Math.Max(x, 0) },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void FunctionsAgreeWithDouble(string name, Func<float, float> function, Func<double, double> reference)
    {
        Assert.NotNull(name);
        float[] special = [0f, -0f, 1e-40f, 1e-6f, 4f, -4f, 100f, -100f, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        foreach (var x in special.Concat(Make.Numbers(200, seed: 1)))
        {
            var (actual, expected) = (function(x), (float)reference(x));
            if (!float.IsFinite(expected))
            {
                Assert.Equal(expected, actual);
                continue;
            }

            // The reference Gelu itself cancels for negative x: 1e-16·|x| is as good as it gets there.
            var allowed = (3e-7 * Math.Abs(expected)) + (1e-14 * Math.Abs(x));
            Assert.True(Math.Abs(actual - expected) <= allowed, $"{name}({x}) is {actual}, not {expected}");
        }
    }

    [Fact]
    public void FunctionsActOnTilesAndVectors()
    {
        Assert.Equal(Gelu(B[2, 1]), Gelu(B)[2, 1]);
        Assert.Equal((4, 3), (Gelu(B).RealRows, Gelu(B).RealCols));
        Assert.Equal([Exp(7f), Exp(-3f)], Exp(Col).Elements());
        Assert.Equal([0f, 3f], Relu(Make.RowVec(2, -1f, 3f)).Elements());
        Assert.Equal([1, 3], Abs(Make.RowVec(2, -1, 3)).Elements());
    }

    [Fact]
    public void NanIsKeptByMaxAndMinAndEqualsNothing()
    {
        var nan = Full(1, 1, float.NaN);
        Assert.True(float.IsNaN(Max(nan, 1)[0, 0]) && float.IsNaN(Max(1, nan)[0, 0]));
        Assert.True(float.IsNaN(Min(nan, 1)[0, 0]) && float.IsNaN(Min(1f, float.NaN)));
        Assert.False(Equal(nan, nan)[0, 0]);
        Assert.True(NotEqual(nan, nan)[0, 0]);
        Assert.False((nan <= 0)[0, 0] | (nan > 0)[0, 0]);
    }

    [Fact]
    public void SizesThatDifferAreRefused()
    {
        Assert.Contains("[4, 5] and [4, 6]", Assert.Throws<ArgumentException>(() => A + Zeros<float>(4, 6)).Message);
        Assert.Contains("[4, 5] and [5, any]", Assert.Throws<ArgumentException>(() => A * ColVec.Ones<float>(5)).Message);
        Assert.Throws<ArgumentException>(() => A * RowVec.Ones<float>(4));
        Assert.Throws<ArgumentException>(() => Col + ColVec.Ones<float>(5));
        Assert.Throws<ArgumentException>(() => Where(A > 0, B, Zeros<float>(5, 4)));
    }

    [Fact]
    public void StorageTypesHaveNoArithmetic()
    {
        var half = Ones<Half>(2, 2);
        var message = Assert.Throws<NotSupportedException>(() => half + half).Message;
        Assert.Equal("'+' is not defined on Half, which is a storage type: Cast<float>(x) first.", message);
        Assert.StartsWith("'Max'", Assert.Throws<NotSupportedException>(() => Max(half, half)).Message);
        Assert.StartsWith("'RowSum'", Assert.Throws<NotSupportedException>(() => RowSum(Ones<BFloat16>(2, 2))).Message);
        Assert.StartsWith("'Tril'", Assert.Throws<NotSupportedException>(() => Tril(Ones<sbyte>(2, 2))).Message);
        Assert.Throws<NotSupportedException>(() => half < Half.One);
        Assert.Throws<NotSupportedException>(() => half & half);
        Assert.Throws<NotSupportedException>(() => Ones<float>(0, 0) | 1f);
        Assert.Throws<NotSupportedException>(() => Ones<float>(0, 0) << 1);
        Assert.Throws<NotSupportedException>(() => Ones<sbyte>(1, 1) >> 1);
        Assert.Throws<NotSupportedException>(() => (A > 0) << 1);
        Assert.Throws<NotSupportedException>(() => Ones<int>(0, 0) / 2); // even where there is nothing to divide
        Assert.Throws<NotSupportedException>(() => Zeros<double>(1, 1));
        Assert.Throws<NotSupportedException>(() => Cast<float>(Zeros<float>(2, 2) > 0));
    }
}
