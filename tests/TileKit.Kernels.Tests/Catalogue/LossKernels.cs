using System.Globalization;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The losses: the loss of each token first, then its log-sum-exp, as two rows.</summary>
internal static class LossKernels
{
    public const int Ignored = -100;

    public static IEnumerable<Kernel> All =>
    [
        new DrawnKernel(
            "Losses.CrossEntropy float", ["BN"], 1, [[19, 37], [1, 1], [129, 7], [5, 300], [65, 1030], [0, 5], [5, 0]],
            (name, sizes) => CrossEntropy(name, sizes.Random, sizes.Next(), sizes.Next())),
        new DrawnKernel(
            "Losses.LinearCrossEntropy float", ["BM", "BN", "BK"], 1,
            [[37, 35, 19], [1, 1, 1], [31, 129, 65], [129, 5, 33], [3, 131, 16], [0, 5, 3], [5, 0, 3]],
            (name, sizes) => LinearCrossEntropy(name, sizes.Random, sizes.Next(), sizes.Next(), Math.Max(sizes.Next(), 1))),
    ];

    private static Launch CrossEntropy(string name, Random random, int tokens, int classes)
    {
        var (smoothing, zLoss) = Scalars(random);
        return new Launch(
            Name(name, smoothing, zLoss),
            [TestTensor.Draw<float>(random, tokens, classes), Targets(random, tokens, classes)],
            Precision.Of<float>(),
            (device, inputs) =>
            {
                using var on = new Uploaded(device);
                var (loss, lse) = (on.Output<float>([tokens]), on.Output<float>([tokens]));
                Losses.CrossEntropy(device, on.Input<float>(inputs[0]), on.Input<int>(inputs[1]), loss, lse, Ignored, smoothing, zLoss);
                return [.. loss.ToArray().Concat(lse.ToArray()).Select(x => (double)x)];
            },
            (random, inputs) =>
            {
                var (loss, lse) = (new float[tokens], new float[tokens]);
                Losses.CrossEntropyProgram(
                    inputs[0].Eager<float>(), inputs[1].Eager<int>(), Global.Of(loss, tokens), Global.Of(lse, tokens), Ignored, smoothing, zLoss,
                    Launch.Tile(random));
                return [.. loss.Concat(lse).Select(x => (double)x)];
            },
            inputs => LossReference.Of(Exactly(inputs[0]), inputs[1], smoothing, zLoss));
    }

    private static Launch LinearCrossEntropy(string name, Random random, int tokens, int classes, int size)
    {
        var (smoothing, zLoss) = Scalars(random);
        return new Launch(
            Name(name, smoothing, zLoss),
            [TestTensor.Draw<float>(random, tokens, size), TestTensor.Draw<float>(random, classes, size), Targets(random, tokens, classes)],
            Precision.Of<float>(),
            (device, inputs) =>
            {
                using var on = new Uploaded(device);
                var (loss, lse) = (on.Output<float>([tokens]), on.Output<float>([tokens]));
                Losses.LinearCrossEntropy(
                    device, on.Input<float>(inputs[0]), on.Input<float>(inputs[1]), on.Input<int>(inputs[2]), loss, lse, Ignored, smoothing, zLoss);
                return [.. loss.ToArray().Concat(lse.ToArray()).Select(x => (double)x)];
            },
            (random, inputs) =>
            {
                var (loss, lse) = (new float[tokens], new float[tokens]);
                Losses.LinearCrossEntropyProgram(
                    inputs[0].Eager<float>(), inputs[1].Eager<float>(), inputs[2].Eager<int>(), Global.Of(loss, tokens), Global.Of(lse, tokens),
                    Ignored, smoothing, zLoss, Launch.Tile(random), Launch.Tile(random), Launch.Tile(random));
                return [.. loss.Concat(lse).Select(x => (double)x)];
            },
            inputs => LossReference.Of(Product.Of(inputs[0], false, inputs[1], true, [tokens, classes]), inputs[2], smoothing, zLoss));
    }

    private static Expectation Exactly(TestTensor logits) => new(logits.Shape, logits.Values, Array.ConvertAll(logits.Values, Math.Abs));

    private static string Name(string name, float smoothing, float zLoss)
        => string.Create(CultureInfo.InvariantCulture, $"{name} (smoothing {smoothing}, z-loss {zLoss})");

    private static (float Smoothing, float ZLoss) Scalars(Random random)
        => (random.Next(2) == 0 ? 0 : (float)random.NextDouble(), random.Next(2) == 0 ? 0 : (float)random.NextDouble() / 100);

    // now and then a token without a loss, and one whose target is no class
    private static TestTensor Targets(Random random, int tokens, int classes)
    {
        var targets = new double[tokens];
        for (var i = 0; i < tokens; i++)
        {
            targets[i] = random.Next(20) switch
            {
                0 or 1 => Ignored,
                2 => classes,
                3 => -1,
                _ => random.Next(Math.Max(classes, 1)),
            };
        }

        return new TestTensor([tokens], targets);
    }
}
