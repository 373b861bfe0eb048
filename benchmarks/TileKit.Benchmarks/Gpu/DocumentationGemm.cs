#if ILGPU_PACKAGE
using ILGPU;
using ILGPU.Runtime;
using TileKit.Ilgpu;
using Kernel = System.Action<ILGPU.Runtime.AcceleratorStream, ILGPU.KernelConfig, TileKit.Benchmarks.Gpu.DocumentationGemm.Arguments>;

namespace TileKit.Benchmarks.Gpu;

/// <summary>The matrix product as one writes it after ILGPU's documentation: groups of 16 x 16 threads, a tile of each operand in shared memory, one element a thread.</summary>
internal sealed class DocumentationGemm : IDisposable
{
    private const int Tile = 16;

    private readonly IlgpuDevice _device;
    private readonly Kernel _kernel;
    private readonly IDisposable? _loaded;

    public DocumentationGemm(IlgpuDevice device)
    {
        _device = device;
        _kernel = KernelCompiler.Load<Arguments>(device.Accelerator.Accelerator, Multiply, out _loaded);
    }

    /// <param name="a">[n, n], n a multiple of 16.</param>
    /// <param name="b">[n, n].</param>
    /// <param name="c">[n, n].</param>
    /// <param name="n">The number of rows and columns.</param>
    public void Run(DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, int n)
    {
        var arguments = new Arguments { A = IlgpuView.Of<float, float>(a).Data, B = IlgpuView.Of<float, float>(b).Data, C = IlgpuView.Of<float, float>(c).Data, N = n };
        _kernel(_device.Accelerator.Stream, new KernelConfig(new Index3D(n / Tile, n / Tile, 1), new Index3D(Tile, Tile, 1)), arguments);
    }

    public void Dispose() => _loaded?.Dispose();

    public static void Multiply(Arguments arguments)
    {
        var (x, y) = (Group.IdxX, Group.IdxY);
        var (col, row) = ((Grid.IdxX * Tile) + x, (Grid.IdxY * Tile) + y);
        var a = SharedMemory.Allocate<float>(Tile * Tile);
        var b = SharedMemory.Allocate<float>(Tile * Tile);
        var sum = 0f;
        for (var k0 = 0; k0 < arguments.N; k0 += Tile)
        {
            a[(y * Tile) + x] = arguments.A[(row * arguments.N) + k0 + x];
            b[(y * Tile) + x] = arguments.B[((k0 + y) * arguments.N) + col];
            Group.Barrier();
            for (var k = 0; k < Tile; k++)
            {
                sum += a[(y * Tile) + k] * b[(k * Tile) + x];
            }

            Group.Barrier();
        }

        arguments.C[(row * arguments.N) + col] = sum;
    }

    public struct Arguments
    {
        public ArrayView<float> A;
        public ArrayView<float> B;
        public ArrayView<float> C;
        public int N;
    }
}
#endif
