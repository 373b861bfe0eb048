using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace TileKit.Benchmarks.Micro;

/// <summary>In this process, as for the generator: a project of BenchmarkDotNet's own would be built by this repository's rules.</summary>
internal sealed class KernelConfig : ManualConfig
{
    public KernelConfig() =>
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(20));
}
