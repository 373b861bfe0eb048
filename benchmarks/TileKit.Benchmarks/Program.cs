using BenchmarkDotNet.Running;
using TileKit.Benchmarks.Generator;
using TileKit.Benchmarks.Speed;
using TileKit.Benchmarks.Tiles;

// "peers" measures the kernels beside other libraries, "gpu" those for GPUs, everything else is BenchmarkDotNet: --filter '*', --list flat, …
if (args is ["peers", .. var options])
{
    return PeersCommand.Run(options);
}

// the cost model's tile sizes beside the best of all
if (args is ["tiles", .. var tilesOptions])
{
    return TilesCommand.Run(tilesOptions);
}

#if ILGPU_PACKAGE
if (args is ["gpu", .. var gpuOptions])
{
    return TileKit.Benchmarks.Gpu.GpuCommand.Run(gpuOptions);
}
#else
if (args is ["gpu", ..])
{
    Console.Error.WriteLine("This build has only the stand-in for ILGPU, which is no device to measure: build with -p:Ilgpu=Package.");
    return 2;
}
#endif

BenchmarkSwitcher.FromAssembly(typeof(GeneratorBenchmarks).Assembly).Run(args);
return 0;
