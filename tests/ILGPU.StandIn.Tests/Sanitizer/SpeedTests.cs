using System.Diagnostics;
using Xunit.Abstractions;

namespace ILGPU.StandIn.Tests;

public class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void ALaunchWithManyBarriersTakesMilliseconds()
    {
        using var bench = new Bench();
        var view = bench.View<float>(1024);
        bench.Run<Arguments>(Rotate, 4, 256, new() { Data = view, Rounds = 10 });
        var clock = Stopwatch.StartNew();
        const int Launches = 10;
        for (var i = 0; i < Launches; i++)
            bench.Run<Arguments>(Rotate, 4, 256, new() { Data = view, Rounds = 10 });

        output.WriteLine($"{clock.Elapsed.TotalMilliseconds / Launches:F2} ms for 4 x 256 threads with 20 barriers");
        Assert.True(clock.Elapsed.TotalMilliseconds / Launches < 100);
    }

    private static void Rotate(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(256);
        var t = Group.IdxX;
        var global = (Grid.IdxX * Group.DimX) + t;
        var value = a.Data[global];
        for (var round = 0; round < a.Rounds; round++)
        {
            shared[t] = value;
            Group.Barrier();
            value = shared[(t + 1) % 256] + 1;
            Group.Barrier();
        }

        a.Data[global] = value;
    }

    private struct Arguments
    {
        public ArrayView<float> Data;
        public int Rounds;
    }
}
