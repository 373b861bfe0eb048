namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>Kernels that follow lists of numbers, on an ILGPU device: each variant computes what float64 does.</summary>
public sealed class IlgpuListTests(IlgpuTestDevice gpu) : IClassFixture<IlgpuTestDevice>
{
    [Fact]
    public void Dora_Norm()
    {
        gpu.RequireEveryVariant(DoraNormTests.Draw(40, 70, 17, 0.5f));
        gpu.RequireEveryVariant(DoraNormTests.Draw(3, 5, 0, 1));
    }

    [Fact]
    public void Dora_Linear()
    {
        gpu.RequireEveryVariant(DoraLinearTests.Draw<float>(33, 40, 50, 5));
        gpu.RequireEveryVariant(DoraLinearTests.Draw<Half>(9, 10, 11, 2));
        gpu.RequireEveryVariant(DoraLinearTests.Draw<BFloat16>(9, 10, 11, 2));
    }

    [Fact]
    public void Quantized_LinearInt4()
    {
        foreach (var dynamic in (bool[])[false, true])
        {
            gpu.RequireEveryVariant(LinearInt4Tests.Draw<float>(2, 9, 140, dynamic));
            gpu.RequireEveryVariant(LinearInt4Tests.Draw<Half>(1, 2, 30, dynamic));
            gpu.RequireEveryVariant(LinearInt4Tests.DrawZeroPoints(1, 3, 129, dynamic));
        }
    }

    [Fact]
    public void Moe_Route()
    {
        gpu.RequireEveryVariant(MoeRouteTests.Draw<float>(37, 20, 8, 3));
        gpu.RequireEveryVariant(MoeRouteTests.Draw<float>(5, 9, 70, 2));
        gpu.RequireEveryVariant(MoeRouteTests.Draw<Half>(9, 12, 8, 2));
        gpu.RequireEveryVariant(MoeRouteTests.Draw<BFloat16>(9, 12, 8, 2));
    }

    [Fact]
    public void Moe_Sort()
    {
        gpu.RequireEveryVariant(MoeSortTests.Draw(2, 3, 70, 33, -2));
        gpu.RequireEveryVariant(MoeSortTests.Draw(1, 1, 1, 1, 0));
        gpu.RequireEveryVariant(MoeSortTests.Draw(2, 1, 0, 3, 0));
    }

    [Fact]
    public void Moe_products()
    {
        gpu.RequireEveryVariant(MoeProductTests.SwiGlu<float>([5, 0, 40, 1], 33, 17));
        gpu.RequireEveryVariant(MoeProductTests.SwiGlu<Half>([3, 0, 7], 20, 9));
        gpu.RequireEveryVariant(MoeProductTests.SwiGlu<BFloat16>([3, 0, 7], 20, 9));
        gpu.RequireEveryVariant(MoeProductTests.Down<float>([5, 0, 40, 1], 33, 17));
        gpu.RequireEveryVariant(MoeProductTests.Down<Half>([3, 0, 7], 20, 9));
        gpu.RequireEveryVariant(MoeProductTests.Down<BFloat16>([3, 0, 7], 20, 9));
        gpu.RequireEveryVariant(MoeProductTests.Combine<float>(40, 33, 3));
        gpu.RequireEveryVariant(MoeProductTests.Combine<Half>(9, 12, 2));
        gpu.RequireEveryVariant(MoeProductTests.Combine<BFloat16>(9, 12, 2));
    }

    [Fact]
    public void Moe_rounding()
    {
        gpu.RequireEveryVariant(MoeRoundTests.Scores(40, 9));
        gpu.RequireEveryVariant(MoeRoundTests.Round(40, 5, 2, 8, 1));
        gpu.RequireEveryVariant(MoeRoundTests.Round(20, 3, 1, 4, -1));
        gpu.RequireEveryVariant(MoeRoundTests.Lists(40, 5));
        gpu.RequireEveryVariant(MoeRoundTests.Combine<float>(20, 4));
        gpu.RequireEveryVariant(MoeRoundTests.Combine<BFloat16>(20, 4));
    }

    [Fact]
    public void Attention_VarLen()
    {
        gpu.RequireEveryVariant(VarLenTests.Draw<float>([5, 0, 37], [7, 3, 40], 8, 1, 2, causal: true));
        gpu.RequireEveryVariant(VarLenTests.Draw<Half>([5, 0, 17], [7, 3, 17], 8, 1, 2, causal: true));
        gpu.RequireEveryVariant(VarLenTests.Draw<BFloat16>([5, 0, 17], [7, 3, 17], 8, 1, 2, causal: false));
    }

    [Fact]
    public void Attention_Decode()
    {
        gpu.RequireEveryVariant(DecodeTests.Draw<float>([37, 5, 0], 40, 8, 2, 3));
        gpu.RequireEveryVariant(DecodeTests.Draw<float>([1030], 1040, 3, 1, 2));
        gpu.RequireEveryVariant(DecodeTests.Draw<Half>([37, 5], 40, 8, 1, 3));
        gpu.RequireEveryVariant(DecodeTests.Draw<BFloat16>([37, 5], 40, 8, 1, 3));
    }

    [Fact]
    public void Attention_BlockSparse()
    {
        gpu.RequireEveryVariant(BlockSparseTests.Draw<float>(70, 60, 16, ofHeads: true, causal: true));
        gpu.RequireEveryVariant(BlockSparseTests.Draw<Half>(20, 30, 16, ofHeads: false, causal: false));
        gpu.RequireEveryVariant(BlockSparseTests.Draw<BFloat16>(20, 30, 16, ofHeads: false, causal: false));
    }

    [Fact]
    public void Attention_Neighborhood()
    {
        gpu.RequireEveryVariant(NeighborhoodTests.Line<float>(40, 7, 3, causal: false));
        gpu.RequireEveryVariant(NeighborhoodTests.Line<Half>(20, 5, 1, causal: true));
        gpu.RequireEveryVariant(NeighborhoodTests.Line<BFloat16>(20, 5, 2, causal: false));
        gpu.RequireEveryVariant(NeighborhoodTests.Image<float>(5, 12, 3, 4, 1, 2, causalY: true, causalX: false));
        gpu.RequireEveryVariant(NeighborhoodTests.Image<Half>(4, 9, 3, 5, 1, 1, causalY: false, causalX: false));
        gpu.RequireEveryVariant(NeighborhoodTests.Image<BFloat16>(4, 9, 3, 5, 1, 1, causalY: false, causalX: false));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(200)]
    public void Wide_heads(int cols)
    {
        gpu.RequireEveryVariant(VarLenTests.Draw<float>([5, 0, 9], [7, 3, 20], cols, 1, 2, causal: true));
        gpu.RequireEveryVariant(DecodeTests.Draw<float>([37], 40, cols, 1, 3));
        gpu.RequireEveryVariant(BlockSparseTests.Draw<float>(9, 20, 16, ofHeads: false, causal: false, cols));
        gpu.RequireEveryVariant(NeighborhoodTests.Line<float>(12, 5, 2, causal: false, cols));
    }

    [Fact]
    public void Nsa_branches()
    {
        Check<float>(40, 2);
        Check<float>(9, 5);
        Check<BFloat16>(20, 2);

        void Check<T>(int places, int group)
            where T : unmanaged
        {
            gpu.RequireEveryVariant(NsaBranchTests.Compressed<T>(places, group, 6, 2));
            gpu.RequireEveryVariant(NsaBranchTests.ByToken<T>(places, group, 8));
            gpu.RequireEveryVariant(NsaBranchTests.ByBlock<T>(places, group, 8));
            gpu.RequireEveryVariant(NsaBranchTests.Window<T>(places, group, 10));
            gpu.RequireEveryVariant(NsaBranchTests.Gate<T>(places, group));
        }
    }

    [Fact]
    public void Nsa_selection()
    {
        Check<float>(40, 2);
        Check<BFloat16>(20, 3);
        gpu.RequireEveryVariant(NsaSelectionTests.Select(40, 4, 4));

        void Check<T>(int places, int group)
            where T : unmanaged
        {
            gpu.RequireEveryVariant(NsaSelectionTests.Mean<T>(places, 8, 4));
            gpu.RequireEveryVariant(NsaSelectionTests.Linear<T>(places, 8, 4));
            gpu.RequireEveryVariant(NsaSelectionTests.Scores<T>(places, group, 6, 2, 8));
        }
    }
}
