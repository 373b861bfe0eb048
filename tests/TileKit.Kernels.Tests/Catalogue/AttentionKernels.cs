using System.Globalization;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>Attention, with and without the causal mask.</summary>
internal static class AttentionKernels
{
    public static IEnumerable<Kernel> All =>
    [
        .. Of<float>(Attention.Forward),
        .. Of<Half>(Attention.Forward),
        .. Of<BFloat16>(Attention.Forward),
    ];

    private static IEnumerable<Kernel> Of<T>(AttentionKernel<T>.Launcher launcher)
        where T : unmanaged => [new AttentionKernel<T>(causal: false, launcher), new AttentionKernel<T>(causal: true, launcher)];
}

/// <summary>o = softmax(scale·q·kᵀ)·v.</summary>
internal sealed class AttentionKernel<T>(bool causal, AttentionKernel<T>.Launcher launcher) : Kernel
    where T : unmanaged
{
    public delegate void Launcher(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<T> o, float scale, bool causal);

    public override string Name => $"Attention.Forward {(causal ? "causal " : "")}{Element.Name<T>()}";

    public override string[] Tunables => ["BM", "BN"];

    // queries, keys, and their and the values' columns: extents of 32, 64, 128 and 256 columns, tiles of up to 128 rows and 32 keys
    public override int[][] GpuShapes =>
    [
        [37, 35, 19, 21], [1, 1, 1, 1], [17, 40, 31, 33], [65, 31, 32, 64], [35, 67, 65, 3], [9, 17, 128, 127], [19, 5, 129, 256], [5, 7, 0, 3],
        [3, 0, 4, 4], [0, 3, 4, 4], [3, 5, 4, 0],
    ];

    // a masked value's weight is 0, and 0 times what is not finite is NaN: see the kernel's remarks
    public override bool SpoilsLastInput => !causal;

    public override Launch Draw(Sizes sizes)
    {
        var (queries, keys, size, valueSize) = (sizes.Next(), sizes.Next(), sizes.Next(), sizes.Next());
        var (batch, kvHeads, group) = (sizes.Matrices(), sizes.Matrices(), sizes.Random.Next(1, 4));
        var scale = (float)((0.5 + sizes.Random.NextDouble()) / Math.Sqrt(Math.Max(size, 1)));
        int[] shape = [batch, kvHeads * group, queries, valueSize];
        return new Launch(
            string.Create(CultureInfo.InvariantCulture, $"{Name} (scale {scale})"),
            [
                TestTensor.Draw<T>(sizes.Random, batch, kvHeads * group, queries, size),
                TestTensor.Draw<T>(sizes.Random, batch, kvHeads, keys, size),
                TestTensor.Draw<T>(sizes.Random, batch, kvHeads, keys, valueSize),
            ],
            Precision.Of<T>(),
            (device, inputs) =>
            {
                using var q = inputs[0].On<T>(device);
                using var k = inputs[1].On<T>(device);
                using var v = inputs[2].On<T>(device);
                using var o = device.Allocate<T>(shape);
                launcher(device, q, k, v, o, scale, causal);
                return Array.ConvertAll(o.ToArray(), Element.ToDouble);
            },
            (random, inputs) =>
            {
                var o = new T[TestTensor.Length(shape)];
                Attention.ForwardProgram(
                    inputs[0].Eager<T>(), inputs[1].Eager<T>(), inputs[2].Eager<T>(), Global.Of(o, shape), scale, causal,
                    Launch.Tile(random), Launch.Tile(random), Math.Max(size, 1), Math.Max(valueSize, 1));
                return Array.ConvertAll(o, Element.ToDouble);
            },
            inputs => AttentionReference.Of(inputs[0], inputs[1], inputs[2], scale, causal));
    }
}
