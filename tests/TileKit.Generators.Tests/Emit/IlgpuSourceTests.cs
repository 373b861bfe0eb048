using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Emit;

/// <summary>What is generated for GPUs: the kernels of <see cref="CpuSourceTests"/> with tiles of one small size, and what only GPUs have.</summary>
public class IlgpuSourceTests
{
    [Fact]
    public void Maps() => Verify(Programs.Body("Y[i, j] = Silu(Fma(X[i, j], s, 1f)) + Where(X[i, j] > 0f, X[i, j], -1f);"));

    [Fact]
    public void Reductions() => Verify(KernelSources.Softmax);

    [Fact]
    public void Reductions_OfLongRows() => Golden.Verify(GeneratedText.Ilgpu(GpuSources.Sized(KernelSources.Softmax, "1", "1024")), "cs");

    [Fact]
    public void Masks() => Verify(Programs.Body("Y[i, j] = RightFill(Tril(X[i, j], n), n, s);"));

    [Fact]
    public void Mma() => Verify(KernelSources.LinearGelu);

    [Fact]
    public void Mma_WithSixteenLanes() => Golden.Verify(GeneratedText.Ilgpu(GpuSources.Sized(KernelSources.LinearGelu, "64", "64").Replace("[Tune(64)] int BK", "[Tune(16)] int BK", StringComparison.Ordinal), lanes: 16), "cs");

    [Fact]
    public void Fragments() => Golden.Verify(GeneratedText.Ilgpu(GpuSources.Sized(GpuSources.OfBFloat16(KernelSources.LinearGelu), "32", "32"), lanes: 2), "cs");

    [Fact]
    public void Fragments_OutOfRegisters() => Golden.Verify(GeneratedText.Ilgpu(GpuSources.Sized(GpuSources.OfBFloat16(KernelSources.Attention), "32", "32"), lanes: 2), "cs");

    [Fact]
    public void Fragments_OfFloats() => Golden.Verify(GeneratedText.Ilgpu(GpuSources.Sized(KernelSources.Attention, "32", "32"), lanes: 2), "cs");

    /// <summary>Weights that are floats meet Halves: those become floats on their way out of shared memory.</summary>
    [Fact]
    public void Fragments_OfWidenedHalves()
    {
        var text = GeneratedText.Ilgpu(GpuSources.Sized(GpuSources.OfBFloat16(KernelSources.Attention).Replace("BFloat16", "Half", StringComparison.Ordinal), "32", "32"), lanes: 2);
        Assert.Contains("var b0_1 = Fragments.WidenF16(q0.V1, q0.V3);", text, StringComparison.Ordinal);
        Assert.Contains("Fragments.MmaF16(", text, StringComparison.Ordinal);
        Assert.Contains("Fragments.MmaTF32(d0_1, b0_1.V0, b0_1.V1, ", text, StringComparison.Ordinal);
    }

    /// <summary>Only GPUs with tensor cores copy by themselves: groups for others never ask for it.</summary>
    [Fact]
    public void Copies_AreOfGroupsForTensorCores()
    {
        var source = GpuSources.Sized(GpuSources.OfBFloat16(KernelSources.LinearGelu), "32", "32");
        Assert.Contains("Copies.Start(", GeneratedText.Ilgpu(source, lanes: 2), StringComparison.Ordinal);
        Assert.DoesNotContain("Copies.", GeneratedText.Ilgpu(source, lanes: 4), StringComparison.Ordinal);
        Assert.DoesNotContain("Copies.", GeneratedText.Ilgpu(source, lanes: 16), StringComparison.Ordinal);
    }

    [Fact]
    public void Fragments_OfBytes() => Golden.Verify(GeneratedText.Ilgpu(GpuSources.Sized(GpuSources.OfSByte(KernelSources.Gemm("AB")), "32", "32"), lanes: 2), "cs");

    [Fact]
    public void Layout() => Verify(Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]) + Subtile(x.Tiles(2 * BM, BN)[i, j], BM, 0, BM, BN);"));

    [Fact]
    public void Layout_OfOddTiles() => Golden.Verify(
        GeneratedText.Ilgpu(GpuSources.Sized(Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]) * RowSum(X[i, j]);"), "6", "6")), "cs");

    [Fact]
    public void Vectors() => Verify(Programs.Body("y[i, 0].RowVecs(BN)[j] = x.RowVecs(BN)[j] * s + ColSum(X[i, j]);"));

    [Fact]
    public void Formats() => Verify(
        Programs.Body("Y[i, j] = Cast<Half>(Cast<float>(X[i, j]) * s);")
            .Replace("DeviceTensor<float>", "DeviceTensor<Half>", StringComparison.Ordinal).Replace("Global<float>", "Global<Half>", StringComparison.Ordinal));

    [Fact]
    public void CausalAttention() => Verify(KernelSources.Attention);

    [Fact]
    public void Memory() => Verify(KernelSources.GroupedGemm);

    [Fact]
    public void Grids() => Verify(KernelSources.SplitSum);

    [Fact]
    public void Branches() => Verify(Programs.Body("var t = X[i, j]; if (n > 0) t = t * s; else t = t - RowMax(t); Y[i, j] = t;"));

    /// <summary>A consumer without the reference gets what it got before there were GPU kernels.</summary>
    [Fact]
    public void WithoutTheReference_NothingIsGenerated()
    {
        var text = GeneratorRun.Of(KernelSources.LinearGelu).AssertCompiles().Text;
        Assert.DoesNotContain("ilgpu", text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All but the dispatch on the device's type is the same with the reference and without it.</summary>
    [Fact]
    public void WithTheReference_TheCpuKernelStaysTheSame()
    {
        var text = GeneratorRun.Of(KernelSources.LinearGelu, ilgpu: true).Text;
        Assert.Contains(GeneratedText.Cpu(KernelSources.LinearGelu).TrimEnd(), text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Sources =>
    [
        KernelSources.LinearGelu, KernelSources.Attention, KernelSources.Softmax, KernelSources.Gemm("AB"), KernelSources.Gemm("ABt"), KernelSources.Gemm("AtB"),
        KernelSources.Gemm("AtBt"), KernelSources.GroupedGemm, KernelSources.SplitSum, Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]) + Subtile(x.Tiles(2 * BM, BN)[i, j], BM, 0, BM, BN);"),
    ];

    /// <summary>With the sizes that the generator picks itself: nullable on, every warning an error, cached the second time.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void WithTheReference_CompilesWithoutWarnings(string source) => GeneratorRun.Of(source, ilgpu: true).AssertCompiles();

    /// <summary>No group has room for such tiles: the kernel has no variants, which the user is told, and runs on the CPU.</summary>
    [Fact]
    public void WithoutAnyVariant_ItStillCompiles()
    {
        var run = GeneratorRun.Of(GpuSources.Sized(KernelSources.Gemm("AB"), "512", "512"), ilgpu: true);
        Assert.Equal("TK4001", Assert.Single(run.Diagnostics).Id);
        Assert.DoesNotContain(run.Output.GetDiagnostics(), static d => d.Severity >= DiagnosticSeverity.Warning);
    }

    private static void Verify(string source, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(GeneratedText.Ilgpu(GpuSources.Small(source)), "cs", file: file, method: method);
}
