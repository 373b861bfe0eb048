using System.Diagnostics;
using TileKit.Cpu;
using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Benchmarks.Tiles;

/// <summary>A kernel that does nothing but note when its first tile begins, launched as a generated launcher does it.</summary>
internal struct ClockKernel : ICpuKernel, ITileProgram
{
    private static readonly KernelInfo s_info = new("Clock", [], [new Tunable("BM", [1])], 1, "", "", "", "", static _ => default);

    private Ptr<long> _clock;
    private int _tiles;
    private int _size;

    public readonly int Grids => 1;

    /// <summary>Launches the kernel with a tile for each element of <paramref name="x"/>.</summary>
    /// <returns>Ticks of the stopwatch from here to the first tile.</returns>
    public static long Launch(CpuDevice device, DeviceTensor<float> x, DeviceTensor<float> y)
    {
        var called = Stopwatch.GetTimestamp();
        var arguments = new LaunchArguments("Clock", device);
        arguments.Input(x, "x");
        arguments.Output(y, "y");
        arguments.CheckAliasing();
        var shape = new LaunchShape();
        shape.Add((int)x.Length);
        shape.Add((int)y.Length);
        var begun = 0L;
        unsafe
        {
            var kernel = new ClockKernel { _clock = new(&begun), _tiles = (int)x.Length };
            KernelLauncher.Run(device, s_info, shape, ref kernel);
        }

        GC.KeepAlive(x);
        GC.KeepAlive(y);
        return begun - called;
    }

    public readonly long PlaceTemps(Ptr<byte> memory) => 0;

    public readonly CpuWork Plan(int index, int lanes, CpuProfile profile) => new(_tiles, 64);

    public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        if (unit == 0)
        {
            _clock[0] = Stopwatch.GetTimestamp();
        }
    }

    public void SetTiles(ReadOnlySpan<int> tiles) => _size = tiles[0];

    public readonly void Describe(ref TileCost cost) => cost.Instances(_tiles, _size, _tiles, reuses: false);
}
