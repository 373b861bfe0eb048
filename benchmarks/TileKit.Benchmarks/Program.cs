using BenchmarkDotNet.Running;
using TileKit.Benchmarks.Generator;
using TileKit.Benchmarks.Speed;

// "speed" measures the kernels, everything else is BenchmarkDotNet: --filter '*', --list flat, …
if (args is ["speed", .. var options])
{
    return SpeedCommand.Run(options);
}

BenchmarkSwitcher.FromAssembly(typeof(GeneratorBenchmarks).Assembly).Run(args);
return 0;
