using TileKit.Cpu;
using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Each kernel: eager = generated = float64, whatever the tile sizes, the threads and the vectors.</summary>
public sealed class AgreementTests
{
    public static TheoryData<string> Kernels => Kernel.Names;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Eager_and_generated_agree_with_float64(string name)
    {
        var random = new Random(1);
        using var device = new CpuDevice(2);
        foreach (var most in (int[])[1, 5, 40])
        {
            var launch = Kernel.All[name].Draw(new Sizes(random, most, least: 1));
            launch.RequireGenerated(device, "chosen tiles");
            launch.RequireAgreement(launch.Expected(), launch.RunEager(random), "eager");
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Tiles_do_not_change_the_result(string name)
    {
        var kernel = Kernel.All[name];
        var launch = kernel.Draw(new Sizes(new Random(2), 90, least: 33));
        foreach (var size in (int[])[1, 7, 16, 64, 512])
        {
            using var device = new CpuDevice(1) { TileSelector = TileSelector.Fixed(Array.ConvertAll(kernel.Tunables, tunable => (tunable, size))) };
            launch.RequireGenerated(device, $"tiles of {size}");
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Vector_width_does_not_change_the_result(string name)
    {
        var launch = Kernel.All[name].Draw(new Sizes(new Random(3), 90, least: 33));
        using var device = new CpuDevice(1);
        try
        {
            foreach (var bits in (int[])[128, 256, 512])
            {
                CpuMachine.MaximumBits = bits;
                launch.RequireGenerated(device, $"vectors of {bits} bits");
            }
        }
        finally
        {
            CpuMachine.MaximumBits = 0;
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Empty_tensors_are_allowed(string name)
    {
        var random = new Random(4);
        using var device = new CpuDevice(2);
        for (var i = 0; i < 10; i++)
        {
            var launch = Kernel.All[name].Draw(new Sizes(random, most: 1));
            launch.RequireGenerated(device, "nearly empty");
            launch.RequireAgreement(launch.Expected(), launch.RunEager(random), "eager, nearly empty");
        }
    }
}
