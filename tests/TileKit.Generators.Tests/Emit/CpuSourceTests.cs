using System.Runtime.CompilerServices;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Emit;

/// <summary>What is generated for the CPU, one small kernel for each family of ops.</summary>
public class CpuSourceTests
{
    [Fact]
    public void Maps() => Verify(Programs.Body("Y[i, j] = Silu(Fma(X[i, j], s, 1f)) + Where(X[i, j] > 0f, X[i, j], -1f);"));

    [Fact]
    public void Reductions() => Verify(KernelSources.Softmax);

    /// <summary>A row's differences from its mean, which the last loop computes again.</summary>
    [Fact]
    public void Rows() => Verify(Programs.Program(
        """
                foreach (var i in Grid(CeilDiv(y.Rows, BM)))
                {
                    var t = x.Tiles(BM, BN)[i, 0];
                    t -= RowSum(t) / n;
                    y.Tiles(BM, BN)[i, 0] = t * Rsqrt(RowSum(t * t) + s);
                }
        """));

    /// <summary>Rows side by side, which a vector multiplies that is computed once for all of them.</summary>
    [Fact]
    public void Columns() => Verify(Programs.Body("Y[i, j] = X[i, j] * Sqrt(x.RowVecs(BN)[j]);"));

    [Fact]
    public void Masks() => Verify(Programs.Body("Y[i, j] = RightFill(Tril(X[i, j], n), n, s);"));

    [Fact]
    public void Mma() => Verify(KernelSources.LinearGelu);

    /// <summary>Sums that the last product of a loop stores.</summary>
    [Fact]
    public void Sums() => Verify(Programs.Body(
        """
        var sums = Zeros<float>(BM, BN);
        for (var k = 0; k < X.Cols; k++)
        {
            sums = MmaABt(X[i, k], x.Tiles(BN, BN)[j, k], sums);
        }
        Y[i, j] = sums;
        """));

    [Fact]
    public void Layout() => Verify(Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]) + Subtile(x.Tiles(2 * BM, BN)[i, j], BM, 0, BM, BN);"));

    [Fact]
    public void Vectors() => Verify(Programs.Body("y[i, 0].RowVecs(BN)[j] = x.RowVecs(BN)[j] * s + ColSum(X[i, j]);"));

    [Fact]
    public void CausalAttention() => Verify(KernelSources.Attention);

    [Fact]
    public void Memory() => Verify(KernelSources.GroupedGemm);

    [Fact]
    public void Grids() => Verify(KernelSources.SplitSum);

    [Fact]
    public void Branches() => Verify(Programs.Body("var t = X[i, j]; if (n > 0) t = t * s; else t = t - RowMax(t); Y[i, j] = t;"));

    /// <summary>Sums of products in registers, down a matrix whose next tiles are fetched; bytes under a mask.</summary>
    [Fact]
    public void Bits() => Verify(Programs.Body(
        """
        var sum = RowVec.Zeros<float>(BN);
        for (var k = 0; k < n; k++)
        {
            var q = Cast<int>(x.Tiles(4, BN)[k, j]);
            sum += ColSum(x.ColVecs(4)[i, k] * Cast<float>(Dot4(q >> 4 & 0x0F0F0F0F, n) + Dot4(q << n, q | 1)));
        }
        y.RowVecs(BN)[i, j] = sum;
        """));

    /// <summary>Products of bytes added in 16 bits, over rows few enough to be written out; where one more bit would not fit, in 32.</summary>
    [Fact]
    public void Bytes() => Verify(Programs.Body(
        """
        var (few, more) = (RowVec.Zeros<float>(BN), RowVec.Zeros<float>(BN));
        for (var k = 0; k < n; k++)
        {
            var q = Cast<int>(x.Tiles(4, BN)[k, j]);
            few += Cast<float>(ColSum(Dot4(q & 0x0F0F0F0F, n) + Dot4(q >> 4 & 0x0F0F0F0F, q)));
            more += Cast<float>(ColSum(Dot4(q & 0x1F1F1F1F, n) + Dot4(q >> 3 & 0x0F0F0F0F, q)));
        }
        y.RowVecs(BN)[i, j] = few * more;
        """));

    private static void Verify(string source, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(GeneratedText.Cpu(source), "cs", file: file, method: method);
}
