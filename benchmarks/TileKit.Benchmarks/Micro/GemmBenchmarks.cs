using BenchmarkDotNet.Attributes;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Micro;

/// <summary>A square product of floats by itself: what to look at while working on the micro-kernel.</summary>
[Config(typeof(KernelConfig))]
[MemoryDiagnoser]
public class GemmBenchmarks : IDisposable
{
    private CpuDevice _device = null!;
    private DeviceTensor<float> _a = null!;
    private DeviceTensor<float> _b = null!;
    private DeviceTensor<float> _c = null!;

    /// <summary>Rows, columns and the length of the contraction.</summary>
    [Params(8, 64, 512, 1024)]
    public int Size { get; set; }

    /// <summary>Threads of the device.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Makes the tensors.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _device = new CpuDevice(Threads);
        (_a, _b) = (Values.Uniform(_device, Size, Size), Values.Uniform(_device, Size, Size));
        _c = _device.Allocate<float>(Size, Size);
    }

    /// <summary>Frees them.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
        _c.Dispose();
        _device.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>c = a·b.</summary>
    [Benchmark]
    public void Float() => Gemm.AB(_device, _a, _b, _c);
}
