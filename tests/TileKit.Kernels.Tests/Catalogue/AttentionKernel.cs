using System.Globalization;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>One draw of a form of attention: what it takes beside q, k, v, o and scale, and what a query sees.</summary>
/// <param name="Scalars">Its scalars, in words.</param>
/// <param name="More">What it reads beside q, k and v.</param>
/// <param name="Launch">Runs the launcher; returns the log-sum-exps where they are an output.</param>
/// <param name="Program">Runs the program as it stands.</param>
/// <param name="Score">The formula of a score, given the further inputs.</param>
/// <param name="HasLse">Whether the log-sum-exp is an output.</param>
internal sealed record AttentionForm<T>(
    string Scalars,
    TestTensor[] More,
    AttentionForm<T>.Launcher Launch,
    AttentionForm<T>.Tiles Program,
    Func<TestTensor[], Score> Score,
    bool HasLse = false)
    where T : unmanaged
{
    public delegate float[]? Launcher(
        DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, TestTensor[] more, DeviceTensor<T> o, float scale);

    public delegate float[]? Tiles(
        Global<T> q, Global<T> k, Global<T> v, TestTensor[] more, Global<T> o, float scale, int BM, int BN, int D, int DV);
}

/// <summary>o = softmax(score(scale·q·kᵀ))·v.</summary>
/// <param name="name">The launcher's name.</param>
/// <param name="finite">How many of the last inputs must be finite.</param>
/// <param name="draw">Draws the form for scores of a shape.</param>
internal sealed class AttentionKernel<T>(string name, int finite, Func<Random, int[], AttentionForm<T>> draw) : Kernel
    where T : unmanaged
{
    public override string Name => $"Attention.{name} {Element.Name<T>()}";

    public override string[] Tunables => ["BM", "BN"];

    // queries, keys, and their and the values' columns: extents of 32, 64, 128 and 256 columns, tiles of up to 128 rows and 32 keys
    public override int[][] GpuShapes =>
    [
        [37, 35, 19, 21], [1, 1, 1, 1], [17, 40, 31, 33], [65, 31, 32, 64], [35, 67, 65, 3], [9, 17, 128, 127], [24, 40, 24, 40], [19, 5, 129, 256], [5, 7, 0, 3],
        [3, 0, 4, 4], [0, 3, 4, 4], [3, 5, 4, 0],
    ];

    public override int FiniteInputs => finite;

    public override Launch Draw(Sizes sizes)
    {
        var (queries, keys, size, valueSize) = (sizes.Next(), sizes.Next(), sizes.Next(), sizes.Next());
        var (batch, kvHeads, group) = (sizes.Matrices(), sizes.Matrices(), sizes.Random.Next(1, 4));
        var scale = (float)((0.5 + sizes.Random.NextDouble()) / Math.Sqrt(Math.Max(size, 1)));
        int[] shape = [batch, kvHeads * group, queries, valueSize];
        var form = draw(sizes.Random, [batch, kvHeads * group, queries, keys]);
        return new Launch(
            string.Create(CultureInfo.InvariantCulture, $"{Name} (scale {scale}{form.Scalars})"),
            [
                TestTensor.Draw<T>(sizes.Random, batch, kvHeads * group, queries, size),
                TestTensor.Draw<T>(sizes.Random, batch, kvHeads, keys, size),
                TestTensor.Draw<T>(sizes.Random, batch, kvHeads, keys, valueSize),
                .. form.More,
            ],
            Precision.Of<T>(),
            (device, inputs) =>
            {
                using var q = inputs[0].On<T>(device);
                using var k = inputs[1].On<T>(device);
                using var v = inputs[2].On<T>(device);
                using var o = device.Allocate<T>(shape);
                return Columns(form.Launch(q, k, v, inputs[3..], o, scale), o.ToArray(), valueSize);
            },
            (random, inputs) =>
            {
                var o = new T[TestTensor.Length(shape)];
                var lse = form.Program(
                    inputs[0].Eager<T>(), inputs[1].Eager<T>(), inputs[2].Eager<T>(), inputs[3..], Global.Of(o, shape), scale,
                    Harness.Launch.Tile(random), Harness.Launch.Tile(random), Math.Max(size, 1), Math.Max(valueSize, 1));
                return Columns(lse, o, valueSize);
            },
            inputs => AttentionReference.Of(inputs[0], inputs[1], inputs[2], scale, form.Score(inputs[3..]), form.HasLse ? LseScale : null));
    }

    // a log-sum-exp is float whatever o is
    private static double LseScale => Precision.Of<float>().Relative / Precision.Of<T>().Relative;

    // o, and where there are log-sum-exps, each as one more column of its row
    private static double[] Columns(float[]? lse, T[] o, int cols)
    {
        var values = Array.ConvertAll(o, Element.ToDouble);
        return lse is null ? values : [.. lse.SelectMany((sum, row) => values.Skip(row * cols).Take(cols).Append(sum))];
    }
}
