using System.Runtime.InteropServices;

namespace TileKit.Ilgpu.Tests;

public class TensorTests
{
    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void EveryElementTypeComesBackAsItWent(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        foreach (var length in (int[])[0, 1, 3, 16, 17, 1000, 100_003])
        {
            RoundTrip(device, length, static i => (i * 0.25f) - 7);
            RoundTrip(device, length, static i => (Half)(i % 999));
            RoundTrip(device, length, static i => (BFloat16)(float)(i % 250));
            RoundTrip(device, length, static i => (sbyte)i);
            RoundTrip(device, length, static i => i * 12345);
        }

        Assert.Equal(0, device.LiveBuffers);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void LargeCopiesThroughPinnedBlocksAreExact(IlgpuBackend backend)
    {
        const int Block = 4 << 20;
        using var device = TestDevices.Create(backend);
        device.Accelerator.UsesStaging = true;
        foreach (var length in (int[])[1 << 20, Block - 1, Block, Block + 1, (2 * Block) + 5, (3 * Block) + (1 << 19)])
        {
            RoundTrip(device, length, static i => (sbyte)(i * 31));
        }
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void AllocatedTensorsAreZero(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        using (var dirty = device.Upload<int>(Enumerable.Repeat(-1, 5000).ToArray(), 5000))
        {
            Assert.Equal(-1, dirty.ToArray()[4999]);
        }

        using var tensor = device.Allocate<int>(50, 100);
        Assert.All(tensor.ToArray(), static value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void SingleElementsAreReadAndWrittenInPlace(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        using var tensor = device.Upload<float>([0, 1, 2, 3, 4, 5], 2, 3);
        IElements<float> elements = tensor;
        Assert.Equal(5, elements.Read(5));
        elements.Write(4, 40);
        Assert.Equal([0, 1, 2, 3, 40, 5], tensor.ToArray());
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void TheCpuCannotReachTheMemory(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        using var tensor = device.Allocate<float>(4);
        Assert.Throws<NotSupportedException>(() => tensor.AsTensorSpan().IsEmpty);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void ThreadsCopyAtTheSameTime(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        Parallel.For(0, 16, i => RoundTrip(device, 10_000 + i, k => k + i));
        Assert.Equal(0, device.LiveBuffers);
    }

    private static void RoundTrip<T>(IlgpuDevice device, int length, Func<int, T> value)
        where T : unmanaged
    {
        var data = new T[length];
        for (var i = 0; i < length; i++)
        {
            data[i] = value(i);
        }

        using var uploaded = device.Upload(data, length);
        AssertSame(data, uploaded.ToArray());
        Array.Reverse(data);
        uploaded.CopyFrom(data);
        var roomy = new T[length + 3];
        uploaded.CopyTo(roomy);
        AssertSame(data, roomy.AsSpan(0, length));
        AssertSame(new T[3], roomy.AsSpan(length));
    }

    // As bytes: comparing millions of elements one by one takes its time.
    private static void AssertSame<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged
        => Assert.True(MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)), $"{expected.Length} elements of {typeof(T)}");
}
