using ILGPU;
using Group = ILGPU.Group;
using Half = System.Half;

namespace TileKit.Ilgpu.Tests.Kernels;

/// <summary>What a device makes of the functions that are written for each of them.</summary>
public class IntrinsicsTests
{
    private const int Threads = 64;

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void Every_Half_becomes_its_float(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        var halves = Enumerable.Range(0, 1 << 16).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)).ToArray();
        using var from = device.Upload<Half>(halves, halves.Length);
        using var to = device.Allocate<float>(halves.Length);
        Run(device, Widen, halves.Length / Threads, new() { Halves = IlgpuView.Of<Half, ushort>(from).Data, Floats = IlgpuView.Of<float, float>(to).Data });
        Assert.Equal(halves.Select(half => (float)half), to.ToArray());
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void Floats_round_to_the_nearest_Half_and_BFloat16(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        var floats = Floats();
        using var from = device.Upload<float>(floats, floats.Length);
        using var halves = device.Allocate<Half>(floats.Length);
        using var brains = device.Allocate<BFloat16>(floats.Length);
        Run(device, Narrow, floats.Length / Threads, new()
        {
            Floats = IlgpuView.Of<float, float>(from).Data,
            Halves = IlgpuView.Of<Half, ushort>(halves).Data,
            Brains = IlgpuView.Of<BFloat16, ushort>(brains).Data,
        });
        Assert.Equal(floats.Select(x => (Half)x), halves.ToArray());
        Assert.Equal(floats.Select(x => (float)(BFloat16)x), brains.ToArray().Select(x => (float)x));
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void No_addition_is_lost(IlgpuBackend backend)
    {
        const int Groups = 50;
        using var device = TestDevices.Create(backend);
        using var sum = device.Upload<float>([-0.5f, 0.25f], 2);
        using var count = device.Upload<int>([7], 1);
        Run(device, Add, Groups, new() { Floats = IlgpuView.Of<float, float>(sum).Data, Ints = IlgpuView.Of<int, int>(count).Data });
        Assert.Equal([(Groups * Threads * 1.5f) - 0.5f, 0.25f - (Groups * Threads)], sum.ToArray());
        Assert.Equal([7 - (3 * Groups * Threads)], count.ToArray());
    }

    private static void Widen(Buffers x)
    {
        var i = (Grid.IdxX * Threads) + Group.IdxX;
        F32.Store(x.Floats, i, F16.Load(x.Halves, i));
    }

    private static void Narrow(Buffers x)
    {
        var i = (Grid.IdxX * Threads) + Group.IdxX;
        F16.Store(x.Halves, i, F32.Load(x.Floats, i));
        BF16.Store(x.Brains, i, F32.Load(x.Floats, i));
    }

    private static void Add(Buffers x)
    {
        Atomics.Add(x.Floats, 0, 1.5f);
        Atomics.Add(x.Floats, 1, -1f);
        Atomics.Add(x.Ints, 0, -3);
    }

    private static void Run(IlgpuDevice device, Action<Buffers> entry, int groups, Buffers buffers)
    {
        var kernel = KernelCompiler.Load(device.Accelerator.Accelerator, entry, out var loaded);
        using (loaded)
        {
            kernel(device.Accelerator.Stream, new KernelConfig(groups, Threads), buffers);
            device.Synchronize();
        }
    }

    // around every 16th Half the middle to the next and what is next to that, then anything
    private static float[] Floats()
    {
        var floats = new List<float>();
        for (var bits = 0; bits < 0x7C00; bits += 16)
        {
            var middle = ((float)BitConverter.UInt16BitsToHalf((ushort)bits) + (float)BitConverter.UInt16BitsToHalf((ushort)(bits + 1))) / 2;
            floats.AddRange([middle, -MathF.BitDecrement(middle), MathF.BitIncrement(middle)]);
        }

        floats.AddRange([65519.996f, 65520f, -65536f, float.MaxValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, -0f, float.Epsilon]);
        var random = new Random(8);
        while (floats.Count % Threads != 0 || floats.Count < 20_000)
        {
            floats.Add(BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
        }

        return [.. floats];
    }

    internal struct Buffers
    {
        public ArrayView<float> Floats;
        public ArrayView<ushort> Halves, Brains;
        public ArrayView<int> Ints;
    }
}
