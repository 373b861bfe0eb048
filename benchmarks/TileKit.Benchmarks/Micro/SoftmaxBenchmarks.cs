using BenchmarkDotNet.Attributes;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Micro;

/// <summary>Softmax of rows: a few, where the launch counts, and as many as no cache holds.</summary>
[Config(typeof(KernelConfig))]
[MemoryDiagnoser]
public class SoftmaxBenchmarks : IDisposable
{
    private const int Cols = 1024;

    private CpuDevice _device = null!;
    private DeviceTensor<float> _x = null!;
    private DeviceTensor<float> _y = null!;

    /// <summary>Rows of 1024 floats.</summary>
    [Params(1, 256, 16384)]
    public int Rows { get; set; }

    /// <summary>Makes the tensors.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _device = new CpuDevice(1);
        (_x, _y) = (Values.Uniform(_device, Rows, Cols), _device.Allocate<float>(Rows, Cols));
    }

    /// <summary>Frees them.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _x.Dispose();
        _y.Dispose();
        _device.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>y = softmax(x), row by row.</summary>
    [Benchmark]
    public void Float() => Norms.Softmax(_device, _x, _y);
}
