using System.Runtime.InteropServices;
using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public unsafe class CpuLauncherTests
{
    [Theory]
    [InlineData(128, 8)]
    [InlineData(256, 16)]
    [InlineData(512, 32)]
    public void A_launch_uses_the_widest_vectors_allowed(int bits, int lanes)
    {
        using var device = new CpuDevice(2);
        var result = new float[64];
        CpuMachine.MaximumBits = bits;
        try
        {
            fixed (float* to = result)
            {
                var kernel = new LanesKernel { To = new(to), Units = result.Length };
                CpuLauncher.Run(device, ref kernel);
            }

            var wanted = CpuMachine.Bits == bits ? lanes : CpuMachine.Bits / 16;
            Assert.All(result, value => Assert.Equal(wanted, value));
        }
        finally
        {
            CpuMachine.MaximumBits = 0;
        }
    }

    [Fact]
    public void A_disposed_device_refuses()
    {
        var device = new CpuDevice(2);
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() =>
        {
            var kernel = default(LanesKernel);
            CpuLauncher.Run(device, ref kernel);
        });
    }

    [Fact]
    public void PinAll_gives_every_address_before_it_runs()
    {
        byte[] first = [1, 2], second = [3];
        var launch = new SpanLaunch { First = first, Second = second };
        CpuLauncher.PinAll(ref launch);
        Assert.Equal([3, 2], first);
        Assert.Equal([1], second);
    }

    [Fact]
    public void Views_of_tensors_have_their_shapes_and_strides()
    {
        using var device = new CpuDevice(1);
        using var tensor = device.Upload<float>([.. Enumerable.Range(0, 24).Select(i => (float)i)], 2, 3, 4);
        var view = CpuView.Of(tensor);
        Assert.Equal((1, 2, 3, 4), (view.Batch, view.Depth, view.Rows, view.Cols));
        Assert.Equal(17f, view.At(0, 1).Data[view.RowStride + 1]);
        Assert.Equal((0, 0), (view.At(0, 2).Rows, view.At(-1, 0).Cols));

        var span = tensor.AsReadOnlyTensorSpan();
        var same = CpuView.Of(in span, (nint)tensor.Pointer);
        Assert.Equal((view.Depth, view.Rows, view.Cols, view.DepthStride, view.RowStride), (same.Depth, same.Rows, same.Cols, same.DepthStride, same.RowStride));
    }

    [Theory]
    [InlineData(10, 4, 0, 4)]
    [InlineData(10, 4, 2, 2)]
    [InlineData(10, 4, 3, 0)]
    [InlineData(10, 4, -1, 0)]
    [InlineData(0, 4, 0, 0)]
    [InlineData(int.MaxValue, 1 << 30, 1, (1 << 30) - 1)]
    [InlineData(10, 1 << 30, int.MaxValue, 0)]
    public void Elements_past_the_edge_do_not_exist(int dimension, int size, int index, int real) =>
        Assert.Equal(real, Extents.Real(dimension, size, index));

    [Fact]
    public void Counts_round_up_without_overflow()
    {
        Assert.Equal(3, Extents.Count(10, 4));
        Assert.Equal(0, Extents.Count(0, 4));
        Assert.Equal(2, Extents.Count(int.MaxValue, 1 << 30));
    }

    private struct LanesKernel : ICpuKernel
    {
        public Ptr<float> To;
        public int Units;
        private int _lanes;

        public readonly int Grids => 1;

        public readonly long PlaceTemps(Ptr<byte> memory) => 0;

        public CpuWork Plan(int index, int lanes, CpuProfile profile)
        {
            _lanes = lanes;
            return new CpuWork(Units, 1024);
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F> => To[(nint)unit] = F.Count == _lanes ? _lanes : -1;
    }

    private ref struct SpanLaunch : ITensorSpanLaunch
    {
        public Span<byte> First;
        public Span<byte> Second;
        private nint _first;
        private nint _second;

        public readonly int TensorCount => 2;

        public readonly ref byte Tensor(int index) => ref MemoryMarshal.GetReference(index == 0 ? First : Second);

        public void SetAddress(int index, nint address)
        {
            if (index == 0)
            {
                _first = address;
            }
            else
            {
                _second = address;
            }
        }

        public readonly void Run() => (*(byte*)_first, *(byte*)_second) = (*(byte*)_second, *(byte*)_first);
    }
}
