#if ILGPU_PACKAGE
using TileKit.Benchmarks.Speed;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Gpu;

/// <content>What tensor cores compute, where the device uses them beside a device over the same accelerator that does not.</content>
internal static partial class Contests
{
    private const double RoundedOnce = 1.0 / 256;

    private static Contest BFloat16Product(IlgpuDevice device, int n)
    {
        var (left, right) = (Rounded(n * n), Rounded(n * n, Seed));
        var contest = new Contest($"GEMM {n} x {n} x {n} BFloat16", [.. Devices(device).Select(Enter)], []);
        return contest with { Tensors = [.. contest.Entries.SelectMany(static entry => entry.Owned)] };

        Entry Enter((string Name, IlgpuDevice Device) on)
        {
            var (a, b, c) = (on.Device.Upload<BFloat16>(left, n, n), on.Device.Upload<BFloat16>(right, n, n), on.Device.Allocate<BFloat16>(n, n));
            return new(on.Name, 2.0 * n * n * n, () => Gemm.AB(on.Device, a, b, c), () => References.Product(a, b).Error(c))
            {
                Tolerance = RoundedOnce, Device = on.Device, Owned = [a, b, c, .. on.Device == device ? Array.Empty<IDisposable>() : [on.Device]],
            };
        }
    }

    private static Contest BFloat16Attention(IlgpuDevice device, int length, bool causal)
    {
        var (scale, flops) = (1 / MathF.Sqrt(Depth), 4.0 * Heads * length * length * Depth / (causal ? 2 : 1));
        BFloat16[][] values = [.. Enumerable.Range(0, 3).Select(i => Rounded(Heads * length * Depth, i))];
        var contest = new Contest(
            $"Attention, {length} queries and keys, {Heads} heads of {Depth}, BFloat16{(causal ? ", causal" : "")}", [.. Devices(device).Select(Enter)], []);
        return contest with { Tensors = [.. contest.Entries.SelectMany(static entry => entry.Owned)] };

        Entry Enter((string Name, IlgpuDevice Device) on)
        {
            var inputs = Array.ConvertAll(values, x => on.Device.Upload<BFloat16>(x, Heads, length, Depth));
            var wide = Array.ConvertAll(values, x => on.Device.Upload<float>(Array.ConvertAll(x, static v => (float)v), Heads, length, Depth));
            var o = on.Device.Allocate<BFloat16>(Heads, length, Depth);
            return new(
                on.Name,
                flops,
                () => Kernels.Attention.Forward(on.Device, inputs[0], inputs[1], inputs[2], o, scale, causal),
                () => References.Attention(wide[0], wide[1], wide[2], scale, causal).Error(o))
            {
                Tolerance = RoundedOnce, Device = on.Device, Owned = [.. inputs, .. wide, o, .. on.Device == device ? Array.Empty<IDisposable>() : [on.Device]],
            };
        }
    }

    private static IEnumerable<(string Name, IlgpuDevice Device)> Devices(IlgpuDevice device)
    {
        yield return ("TileKit", device);
        if (device.Profile.TensorFmaPerCycle > 0)
        {
            yield return ("TileKit, without tensor cores", IlgpuDevice.Create(device.Accelerator.Accelerator));
        }
    }

    private static BFloat16[] Rounded(int length, int seed = 0)
    {
        var random = new Random(Seed + length + seed);
        return [.. Enumerable.Range(0, length).Select(_ => (BFloat16)((random.NextSingle() * 2) - 1))];
    }
}
#endif
