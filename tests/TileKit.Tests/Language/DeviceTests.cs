using System.Runtime.CompilerServices;
using Xunit;

namespace TileKit.Tests.Language;

public class DeviceTests
{
    private static int[] Count(int length) => [.. Enumerable.Range(1, length)];

    [Fact]
    public unsafe void ATensorKeepsItsElements()
    {
        using var device = new CpuDevice(1);
        using var tensor = device.Upload(Count(6), 2, 3);
        Assert.Equal((2, 6L, device), (tensor.Rank, tensor.Length, tensor.Device));
        Assert.Equal([2, 3], tensor.Shape);
        Assert.Equal(0, (nint)tensor.Pointer % 64);
        Assert.Equal(Count(6), tensor.ToArray());

        var larger = new int[8];
        tensor.CopyFrom([6, 5, 4, 3, 2, 1]);
        tensor.CopyTo(larger);
        Assert.Equal([6, 5, 4, 3, 2, 1, 0, 0], larger);
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => tensor.CopyTo(new int[5])).Message);
        Assert.Throws<ArgumentException>(() => tensor.CopyFrom(new int[7]));
    }

    [Fact]
    public void AllocatedMemoryIsZeroAndMayBeEmpty()
    {
        for (var i = 0; i < 20; i++)
        {
            using var tensor = Device.Default.Allocate<int>(1000);
            Assert.All(tensor.ToArray(), x => Assert.Equal(0, x));
            tensor.CopyFrom([.. Enumerable.Repeat(-1, 1000)]); // what the next one may be given
        }

        using var empty = Device.Default.Allocate<Half>(4, 0, 7);
        Assert.Empty(empty.ToArray());
        Assert.Equal(4, empty.AsGlobal().Depth);
        using var uploaded = Device.Default.Upload(Array.Empty<float>(), 0);
        Assert.Equal(0, uploaded.Length);
    }

    [Fact]
    public void ShapesAndTypesThatCannotBeAreRefused()
    {
        Assert.Throws<ArgumentException>(() => Device.Default.Upload(Count(5), 2, 3));
        Assert.Throws<ArgumentException>(() => Device.Default.Allocate<int>());
        Assert.Throws<ArgumentException>(() => Device.Default.Allocate<int>(1, 1, 1, 1, 1));
        Assert.Throws<ArgumentException>(() => Device.Default.Allocate<int>(2, -3));
        Assert.Throws<ArgumentException>(() => Device.Default.Allocate<int>(int.MaxValue, int.MaxValue, int.MaxValue));
        Assert.Throws<NotSupportedException>(() => Device.Default.Allocate<double>(1));
        Assert.Throws<ArgumentException>(() => Device.Default.AllocateUninitialized<int>(2, -3));
        Assert.Throws<NotSupportedException>(() => Device.Default.AllocateUninitialized<double>(1));
        Assert.Throws<ArgumentNullException>(() => Device.Default.Upload((float[])null!, 1));
    }

    [Fact]
    public void AWrappedArrayIsTheTensor()
    {
        using var device = new CpuDevice(1);
        var array = Count(6);
        var tensor = device.Wrap(array, 2, 3);
        tensor.AsGlobal().Tiles(1, 1)[1, 2] = Ops.Full(1, 1, 99);
        array[0] = -1;
        Assert.Equal([-1, 2, 3, 4, 5, 99], array);
        Assert.Equal(array, tensor.ToArray());
        tensor.Dispose();
        Assert.Equal(99, array[5]);
        using var part = device.Wrap(array.AsMemory(1, 4), 4);
        Assert.Equal([2, 3, 4, 5], part.ToArray());
        Assert.Throws<ArgumentException>(() => device.Wrap(array, 7));
    }

    [Fact]
    public void ATensorSpanIsTheTensor()
    {
        using var tensor = Device.Default.Upload(Count(6), 1, 2, 3);
        var span = tensor.AsTensorSpan();
        Assert.Equal([1, 2, 3], span.Lengths.ToArray());
        span[0, 1, 2] = 99;
        Assert.Equal([1, 2, 3, 4, 5, 99], tensor.ToArray());
        using var empty = Device.Default.Allocate<float>(0, 3);
        Assert.True(empty.AsReadOnlyTensorSpan().IsEmpty);
    }

    [Fact]
    public void ADisposedTensorIsRefusedEverywhere()
    {
        var tensor = Device.Default.Upload(Count(4), 4);
        var view = tensor.AsGlobal().RowVecs(4);
        tensor.Dispose();
        tensor.Dispose();
        Assert.True(tensor.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => tensor.ToArray());
        Assert.Throws<ObjectDisposedException>(() => tensor.CopyTo(new int[4]));
        Assert.Throws<ObjectDisposedException>(() => tensor.CopyFrom(new int[4]));
        Assert.Throws<ObjectDisposedException>(() => tensor.AsGlobal());
        Assert.Throws<ObjectDisposedException>(() => { _ = tensor.AsTensorSpan(); });
        Assert.Throws<ObjectDisposedException>(() => view[0]);
        Assert.Throws<ObjectDisposedException>(() => view[0] = RowVec.Zeros<int>(4));
    }

    [Fact]
    public void AViewKeepsItsMemoryAlive()
    {
        var (view, tensor) = MakeView();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.True(tensor.IsAlive);
        Assert.Equal(Count(1000), view.RowVecs(1000)[0].Elements());

        // The tensor is out of sight when this returns, and nothing but the view refers to it.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static (Global<int> View, WeakReference Tensor) MakeView()
        {
            var tensor = Device.Default.Upload(Count(1000), 1000);
            return (tensor.AsGlobal(), new WeakReference(tensor));
        }
    }

    [Fact]
    public void ADisposedDeviceMakesNothingAndTheDefaultOneIsNever()
    {
        var device = new CpuDevice(2);
        using var tensor = device.Upload(Count(2), 2);
        _ = device.Workers;
        device.Dispose();
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.Allocate<int>(1));
        Assert.Throws<ObjectDisposedException>(() => device.Wrap(new int[1], 1));
        Assert.Throws<ObjectDisposedException>(device.Synchronize);
        Assert.Equal(Count(2), tensor.ToArray());

        Device.Default.Dispose();
        Assert.False(Device.Default.IsDisposed);
        Device.Default.Synchronize();
        Assert.Throws<ArgumentOutOfRangeException>(() => new CpuDevice(0));
    }

    [Fact]
    public void TheProfileIsOfThisMachine()
    {
        Assert.Equal(3, new CpuDevice(3).Profile.Threads);
        Assert.Contains(Device.Default.Profile.VectorBytes, (int[])[16, 32, 64]);
    }

    [Fact]
    public void Reshape_SharesTheMemoryAndItsLife()
    {
        using var tensor = Device.Default.Upload([1f, 2f, 3f, 4f, 5f, 6f], 2, 3);
        var other = tensor.Reshape(3, 1, 2);
        Assert.Equal([3, 1, 2], other.Shape.ToArray());
        other.CopyFrom([6f, 5f, 4f, 3f, 2f, 1f]);
        Assert.Equal([6f, 5f, 4f, 3f, 2f, 1f], tensor.ToArray());

        other.Dispose();
        Assert.True(other.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => other.ToArray());
        Assert.Equal(6f, tensor.ToArray()[0]);

        var last = tensor.Reshape(6);
        Assert.Throws<ArgumentException>(() => tensor.Reshape(7));
        tensor.Dispose();
        Assert.True(last.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => last.Reshape(2, 3));
    }
}
