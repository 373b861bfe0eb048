using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace TileKit.Benchmarks.Generator;

/// <summary>
/// In this process: a benchmark project of BenchmarkDotNet's own would be built inside this repository and by its rules. Twenty
/// iterations are enough to tell 1 ms from 2.
/// </summary>
internal sealed class GeneratorConfig : ManualConfig
{
    public GeneratorConfig()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(20));
        AddColumn(new PerKernelColumn());
    }
}
