using TileKit.Tuning;

namespace TileKit.Ilgpu.Tests;

/// <summary>The cost model chooses as one who knows the device would, among variants of a matrix product.</summary>
public class CostTests
{
    private static readonly GpuProfile s_hopper = new()
    {
        Multiprocessors = 132,
        WarpSize = 32,
        ThreadsPerGroup = 1024,
        ThreadsPerMultiprocessor = 2048,
        SharedBytesPerGroup = 48 << 10,
        SharedBytesPerMultiprocessor = 228 << 10,
        RegistersPerGroup = 64 << 10,
        RegistersPerMultiprocessor = 64 << 10,
        FmaPerCycle = 128,
        ClockHertz = 1.8e9,
        BytesPerSecond = 4.8e12,
        L2Bytes = 50 << 20,
        MemoryBytes = 140L << 30,
        PreferredLanes = 4,
    };

    private static readonly GpuProfile s_pocl = s_hopper with
    {
        Multiprocessors = 2,
        WarpSize = 1,
        ThreadsPerGroup = 4096,
        ThreadsPerMultiprocessor = 4096,
        RegistersPerGroup = int.MaxValue,
        RegistersPerMultiprocessor = int.MaxValue,
        FmaPerCycle = 16,
        ClockHertz = 2.8e9,
        BytesPerSecond = 2e10,
        PreferredLanes = 16,
    };

    private static readonly IlgpuKernel<int> s_gemm = Kernel(
        (128, 128, 16, 256, 4), (64, 64, 16, 256, 4), (32, 32, 16, 64, 4), (16, 128, 16, 128, 4), (128, 128, 16, 256, 16), (64, 64, 16, 64, 16), (128, 128, 32, 256, 2), (32, 64, 32, 64, 2));

    [Fact]
    public void ALargeProductTakesLargeTiles() => Assert.Equal([128, 128, 16], Best(s_hopper, 4096, 4096, 4096, lanes: 4));

    /// <summary>Without them their variants do not fit: see the other tests.</summary>
    [Fact]
    public void TensorCoresAreTakenWhereTheyMayBe()
    {
        var profile = s_hopper with { TensorFmaPerCycle = 1024, TensorFloatFmaPerCycle = 512 };
        Assert.Equal([128, 128, 32], Best(profile, 4096, 4096, 4096, lanes: 2));
        Assert.Equal([32, 64, 32], Best(profile, 256, 256, 4096, lanes: 2));

        // 243 TFLOP/s is the peak of the profile
        Assert.InRange(2.0 * 4096 * 4096 * 4096 / Seconds(profile, 4096, 4096, 4096, variant: 6), 60e12, 240e12);
    }

    [Fact]
    public void WhereNothingElseFitsTheyAreNamed()
    {
        var gemm = new Gemm(64, 64, 64);
        var message = new VariantLaunch<Gemm>(Kernel((128, 128, 32, 256, 2)), "device", s_hopper, ref gemm).NoneFits().Message;
        Assert.Contains("on tensor cores", message, StringComparison.Ordinal);
        Assert.Contains("has no tensor cores or was made without", message, StringComparison.Ordinal);
    }

    /// <summary>Some GPUs multiply floats faster without them than in three products.</summary>
    [Fact]
    public void FloatUnitsAreTakenWhereTheyAreFaster() =>
        Assert.Equal([128, 128, 16], Best(s_hopper with { TensorFmaPerCycle = 256, TensorFloatFmaPerCycle = 256 / 2 / 3 }, 4096, 4096, 4096, lanes: 4));

    [Fact]
    public void AProductOfFewTilesTakesSmallOnes() => Assert.Equal([32, 32, 16], Best(s_hopper, 256, 256, 4096, lanes: 4));

    [Fact]
    public void AProductWithFewRowsTakesFlatTiles() => Assert.Equal(16, Best(s_hopper, 16, 16384, 1024, lanes: 4)[0]);

    [Fact]
    public void ACpuBehindOpenClTakesWideLanes() => Assert.Equal([128, 128, 16], Best(s_pocl, 1024, 1024, 1024, lanes: 16));

    [Fact]
    public void WhatDoesNotFitIsNeverChosen()
    {
        var small = s_hopper with { SharedBytesPerGroup = 9000, ThreadsPerGroup = 64 };
        Assert.Equal([32, 32, 16], Best(small, 4096, 4096, 4096, lanes: 4));
    }

    [Fact]
    public void TimesAreOfTheRightOrder()
    {
        // 60 TFLOP/s is the peak of the profile: a tiled product without tensor cores reaches a third to nine tenths of it.
        var seconds = Seconds(s_hopper, 4096, 4096, 4096, variant: 0);
        Assert.InRange(2.0 * 4096 * 4096 * 4096 / seconds, 20e12, 55e12);
    }

    [Fact]
    public void MoreWorkTakesLonger()
    {
        foreach (var profile in (GpuProfile[])[s_hopper, s_pocl])
        {
            for (var variant = 0; variant < s_gemm.Variants.Length; variant++)
            {
                var last = 0.0;
                foreach (var k in (int[])[16, 64, 256, 1024])
                {
                    var seconds = Seconds(profile, 1024, 1024, k, variant);
                    Assert.True(seconds > last, $"variant {variant}: {seconds} after {last}");
                    last = seconds;
                }
            }
        }

        Assert.Equal(0, Seconds(s_hopper, 0, 100, 100, variant: 0));
    }

    [Fact]
    public void MemoryIsCountedInTheBytesOfItsElements()
    {
        Assert.InRange(Copied(4) / Copied(2), 1.9, 2.0);
        Assert.InRange(Copied(1), 0, 0.7 * Copied(2));

        static double Copied(int bytes)
        {
            const int Tiles = 1 << 20;
            var cost = new IlgpuCost(s_hopper, s_gemm.Variants[0].Grids[0]);
            cost.Instances(Tiles);
            cost.Memory(Tiles, 128, 128, bytes);
            return cost.Seconds;
        }
    }

    private static int[] Best(GpuProfile profile, int m, int n, int k, int lanes)
    {
        var gemm = new Gemm(m, n, k);
        var launch = new VariantLaunch<Gemm>(s_gemm, "device", profile, ref gemm);
        var variant = s_gemm.Variants[VariantSearch.Best(ref launch)];
        Assert.Equal(lanes, variant.Grids[0].Lanes);
        return variant.Sizes;
    }

    private static double Seconds(GpuProfile profile, int m, int n, int k, int variant)
    {
        var gemm = new Gemm(m, n, k);
        return new VariantLaunch<Gemm>(s_gemm, "device", profile, ref gemm).Seconds(variant);
    }

    private static IlgpuKernel<int> Kernel(params ReadOnlySpan<(int BM, int BN, int BK, int Threads, int Lanes)> variants)
    {
        var made = new List<IlgpuVariant<int>>();
        foreach (var (bm, bn, bk, threads, lanes) in variants)
        {
            var shared = 2 * (bm + bn) * bk * (lanes == 2 ? sizeof(ushort) : sizeof(float));
            made.Add(new([bm, bn, bk], new IlgpuGrid<int>(threads, lanes, shared, 40 + (bm * bn / threads), static _ => { }, tensorCores: lanes == 2)));
        }

        Tunable[] tunables = [new("BM", [1]), new("BN", [1]), new("BK", [1])];
        return new(new("Gemm", [], tunables, 1, "", "", "", "", static _ => default), ["BM", "BN", "BK"], 3, [.. made]);
    }

    private struct Gemm(int m, int n, int k) : IIlgpuProgram
    {
        private int _bm, _bn, _bk;

        public void SetSizes(ReadOnlySpan<int> sizes) => (_bm, _bn, _bk) = (sizes[0], sizes[1], sizes[2]);

        public readonly int Extent(int index) => throw new InvalidOperationException("A matrix product has no extents.");

        public readonly bool IsExact(int index) => false;

        public readonly long Instances(int grid) => Tiles(m, _bm) * Tiles(n, _bn);

        public readonly void Describe(int grid, ref IlgpuCost cost)
        {
            var steps = (double)Instances(grid) * Tiles(k, _bk);
            cost.Instances(Instances(grid));
            cost.Stage(steps, _bm, _bk, sizeof(float), pipelined: true);
            cost.Stage(steps, _bk, _bn, sizeof(float), pipelined: true);
            cost.Mma(steps, _bm, _bn, _bk, sizeof(float));
            cost.Memory(Instances(grid), _bm, _bn, sizeof(float));
        }

        private static long Tiles(int length, int size) => (length + size - 1) / size;
    }
}
