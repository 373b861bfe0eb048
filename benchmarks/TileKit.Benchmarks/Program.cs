using BenchmarkDotNet.Running;
using TileKit.Benchmarks.Generator;
using TileKit.Benchmarks.Speed;

// "speed" measures the kernels, "gpu" those for GPUs, everything else is BenchmarkDotNet: --filter '*', --list flat, …
if (args is ["speed", .. var options])
{
    return SpeedCommand.Run(options);
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
