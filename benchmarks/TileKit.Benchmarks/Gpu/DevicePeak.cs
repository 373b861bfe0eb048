#if ILGPU_PACKAGE
using System.Diagnostics;
using ILGPU;
using ILGPU.Runtime;
using TileKit.Ilgpu;
using Kernel = System.Action<ILGPU.Runtime.AcceleratorStream, ILGPU.KernelConfig, TileKit.Benchmarks.Gpu.DevicePeak.Arguments>;

namespace TileKit.Benchmarks.Gpu;

/// <summary>What a device can do at most, measured by kernels that do nothing else: multiply-adds in registers, and a copy of memory.</summary>
internal sealed class DevicePeak : IDisposable
{
    private const int Threads = 64;
    private const int Groups = 1024;
    private const int Steps = 2048;
    private const int Chains = 6; // of 16 lanes each: enough to hide the latency of a multiply-add, and they fit into registers
    private const int Elements = 16 << 20; // more than a cache holds

    private readonly IlgpuDevice _device;
    private readonly DeviceTensor<float> _from;
    private readonly DeviceTensor<float> _to;
    private readonly Kernel _multiply;
    private readonly Kernel _copy;
    private readonly IDisposable? _loadedMultiply;
    private readonly IDisposable? _loadedCopy;

    public DevicePeak(IlgpuDevice device)
    {
        _device = device;
        _from = device.Allocate<float>(Elements);
        _to = device.Allocate<float>(Elements);
        _multiply = KernelCompiler.Load<Arguments>(device.Accelerator.Accelerator, Multiply, out _loadedMultiply);
        _copy = KernelCompiler.Load<Arguments>(device.Accelerator.Accelerator, Copy, out _loadedCopy);
    }

    /// <summary>Multiply-adds in a second, each counted as two.</summary>
    public double Gflops() => 2.0 * Groups * Threads * Steps * Chains * 16 / Seconds(_multiply, Groups) / 1e9;

    /// <summary>Bytes read and written in a second.</summary>
    public double CopyGigabytes() => 2.0 * Elements * sizeof(float) / Seconds(_copy, Elements / (4 * Threads)) / 1e9;

    public void Dispose()
    {
        _loadedMultiply?.Dispose();
        _loadedCopy?.Dispose();
        _from.Dispose();
        _to.Dispose();
    }

    public static void Multiply(Arguments arguments)
    {
        var index = ((Grid.IdxX * Threads) + Group.IdxX) * 16;
        var factor = F32.Load16(arguments.From, index);
        var (a, b, c) = (factor, factor + factor, -factor);
        var (d, e, f) = (a * b, b * c, c * a);
        for (var i = 0; i < Steps; i++)
        {
            a = Lanes.Fma(a, factor, factor);
            b = Lanes.Fma(b, factor, factor);
            c = Lanes.Fma(c, factor, factor);
            d = Lanes.Fma(d, factor, factor);
            e = Lanes.Fma(e, factor, factor);
            f = Lanes.Fma(f, factor, factor);
        }

        F32.Store16(arguments.To, index, a + b + c + d + e + f);
    }

    public static void Copy(Arguments arguments)
    {
        var index = ((Grid.IdxX * Threads) + Group.IdxX) * 4;
        F32.Store4(arguments.To, index, F32.Load4(arguments.From, index));
    }

    private double Seconds(Kernel kernel, int groups)
    {
        var arguments = new Arguments { From = IlgpuView.Of<float, float>(_from).Data, To = IlgpuView.Of<float, float>(_to).Data };
        var start = Stopwatch.GetTimestamp();
        kernel(_device.Accelerator.Stream, new KernelConfig(groups, Threads), arguments);
        _device.Synchronize();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public struct Arguments
    {
        public ArrayView<float> From;
        public ArrayView<float> To;
    }
}
#endif
