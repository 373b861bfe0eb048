namespace TileKit.Kernels.Tests;

/// <summary>What the generator writes down of a kernel is true of the launch.</summary>
public class KernelInfoTests
{
    [Theory]
    [InlineData(512, 512, 512)]
    [InlineData(1000, 1003, 1001)]
    [InlineData(7, 1, 300)]
    public void Count_OfAProduct_IsTwoPerElementOfTheContraction(int m, int n, int k)
    {
        var work = Gemm.ABFloatFloatFloatInfo.Count(new[] { m, k }, new[] { k, n }, new[] { m, n });

        Assert.Equal(2.0 * m * n * k, work.Flops, tolerance: 1e-6 * m * n * k);
        Assert.Equal(4.0 * ((m * k) + (k * n)), work.BytesRead);
        Assert.Equal(4.0 * m * n, work.BytesWritten);
        Assert.Equal(work.Flops / (work.BytesRead + work.BytesWritten), work.Intensity);
    }

    [Fact]
    public void Count_OfCausalAttention_IsAboutHalf()
    {
        int[] shape = [2, 4, 2048, 64];
        var all = Count(causal: false);
        var half = Count(causal: true);

        Assert.InRange(half / all, 0.5, 0.6);
        Assert.InRange(all, 4.0 * 2 * 4 * 2048 * 2048 * 64, 4.5 * 2 * 4 * 2048 * 2048 * 64);

        double Count(bool causal) => Attention.ForwardFloatFloatFloatFloatFloatBoolInfo.Count(shape, shape, shape, shape, 0.125f, causal).Flops;
    }

    [Fact]
    public void Count_OfWrongArguments_Throws()
    {
        var info = Gemm.ABFloatFloatFloatInfo;

        Assert.Throws<ArgumentException>(() => info.Count(new[] { 1, 1 }));
        var exception = Assert.Throws<ArgumentException>(() => info.Count("a", new[] { 1, 1 }, new[] { 1, 1 }));
        Assert.Equal("a", exception.ParamName);
    }

    [Fact]
    public void Info_NamesParametersTunablesIrAndSource()
    {
        var info = Gemm.ABFloatFloatFloatInfo;

        Assert.Equal("AB", info.Name);
        Assert.Equal(["a", "b", "c"], info.Parameters.Select(p => p.Name));
        Assert.Equal([false, false, true], info.Parameters.Select(p => p.IsOutput));
        Assert.Equal(["BM", "BN", "BK"], info.Tunables.Select(t => t.Name));
        Assert.All(info.Tunables, t => Assert.NotEmpty(t.Values));
        Assert.Contains("mma_AB", info.Ir, StringComparison.Ordinal);
        Assert.Contains("Mma.Accumulate", info.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_RefusesASizeThatIsNotPositive() => Assert.Throws<ArgumentException>(() => TileSelector.Fixed(("BM", 0)));
}
