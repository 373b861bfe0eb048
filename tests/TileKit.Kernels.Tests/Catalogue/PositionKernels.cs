using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The position embeddings.</summary>
internal static class PositionKernels
{
    // tokens, and half the size of a head: extents of 16 to 256 columns, tiles of up to 256 rows
    private static readonly int[][] GpuShapes =
        [[19, 13], [1, 1], [257, 7], [129, 20], [17, 32], [3, 33], [65, 64], [33, 128], [5, 129], [19, 256], [0, 5], [5, 0]];

    public static IEnumerable<Kernel> All =>
    [
        Rope<float>(Positions.Rope), Rope<Half>(Positions.Rope), Rope<BFloat16>(Positions.Rope),
        RopeAt<float>(Positions.RopeAt), RopeAt<Half>(Positions.RopeAt), RopeAt<BFloat16>(Positions.RopeAt),
    ];

    private delegate void Launcher<T>(
        DeviceTensor<T> x, DeviceTensor<float> cos, DeviceTensor<float> sin, Func<DeviceTensor<int>> places, DeviceTensor<T> y)
        where T : unmanaged;

    private delegate void Program<T>(Global<T> x, Global<float> cos, Global<float> sin, TestTensor[] places, Global<T> y, int BM, int H)
        where T : unmanaged;

    private static DrawnKernel Rope<T>(Action<Device, DeviceTensor<T>, DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<T>> launcher)
        where T : unmanaged => new($"Positions.Rope {Element.Name<T>()}", ["BM"], 0, GpuShapes, (name, sizes) =>
        {
            var (tokens, half) = (sizes.Next(), Math.Min(sizes.Next(), 256));
            return Draw<T>(
                name, sizes, sizes.Shape(tokens, 2 * half), Tables(sizes.Random, tokens, half),
                (x, cos, sin, _, y) => launcher(x.Device, x, cos, sin, y),
                (x, cos, sin, _, y, bm, h) => Positions.RopeProgram(x, cos, sin, y, bm, h));
        });

    private static DrawnKernel RopeAt<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<int>, DeviceTensor<T>> launcher)
        where T : unmanaged => new($"Positions.RopeAt {Element.Name<T>()}", ["BM"], 1, GpuShapes, (name, sizes) =>
        {
            var (tokens, half) = (sizes.Next(), Math.Min(sizes.Next(), 256));
            var shape = sizes.Shape(tokens, 2 * half);
            var rows = sizes.Random.Next(1, 30);
            int[] ofPlaces = shape.Length == 4 && sizes.Random.Next(2) == 0 ? [shape[0], tokens] : [tokens];

            // now and then a place that the tables do not have
            var places = TestTensor.Draw<int>(sizes.Random, ofPlaces);
            places = places with { Values = Array.ConvertAll(places.Values, _ => (double)sizes.Random.Next(-1, rows + 2)) };
            return Draw<T>(
                name, sizes, shape, [.. Tables(sizes.Random, rows, half), places],
                (x, cos, sin, places, y) => launcher(x.Device, x, cos, sin, places(), y),
                (x, cos, sin, places, y, bm, h) => Positions.RopeAtProgram(x, cos, sin, places[0].Eager<int>(), y, bm, h));
        });

    private static Launch Draw<T>(string name, Sizes sizes, int[] shape, TestTensor[] more, Launcher<T> launcher, Program<T> program)
        where T : unmanaged => new(
            name,
            [TestTensor.Draw<T>(sizes.Random, shape), .. more],
            Precision.Of<T>(),
            (device, inputs) =>
            {
                using var on = new Uploaded(device);
                var y = on.Output<T>(shape);
                launcher(on.Input<T>(inputs[0]), on.Input<float>(inputs[1]), on.Input<float>(inputs[2]), () => on.Input<int>(inputs[3]), y);
                return Array.ConvertAll(y.ToArray(), Element.ToDouble);
            },
            (random, inputs) =>
            {
                var y = new T[TestTensor.Length(shape)];
                program(
                    inputs[0].Eager<T>(), inputs[1].Eager<float>(), inputs[2].Eager<float>(), inputs[3..], Global.Of(y, shape), Launch.Tile(random),
                    Math.Max(shape[^1] / 2, 1));
                return Array.ConvertAll(y, Element.ToDouble);
            },
            inputs => Reference(inputs[0], inputs[1], inputs[2], inputs.Length > 3 ? inputs[3] : null));

    // each place and each pair of columns has an angle of its own
    private static TestTensor[] Tables(Random random, int places, int half)
    {
        var (cos, sin) = (TestTensor.Draw<float>(random, places, half), TestTensor.Draw<float>(random, places, half));
        for (var i = 0; i < cos.Values.Length; i++)
        {
            var angle = random.NextDouble() * Math.Tau;
            (cos.Values[i], sin.Values[i]) = ((float)Math.Cos(angle), (float)Math.Sin(angle));
        }

        return [cos, sin];
    }

    private static Expectation Reference(TestTensor x, TestTensor cos, TestTensor sin, TestTensor? places)
    {
        var y = new Expectation(x.Shape);
        var half = x.Cols / 2;
        for (var i = 0; i < y.Values.Length; i++)
        {
            var (batch, token, col) = (i / (x.Depth * x.Rows * x.Cols), i / x.Cols % x.Rows, i % x.Cols);
            var place = places is null ? token : (int)places[0, 0, places.Rows == 1 ? 0 : batch, token];
            var isThere = place >= 0 && place < cos.Rows;
            var angle = (place * half) + (col % Math.Max(half, 1));
            var (c, s) = isThere ? (cos.Values[angle], sin.Values[angle]) : (0, 0);
            var straight = x.Values[i] * c;
            var turned = col < half ? -x.Values[i + half] * s : x.Values[i - half] * s;
            (y.Values[i], y.Scales[i]) = (straight + turned, Math.Abs(straight) + Math.Abs(turned));
        }

        return y;
    }
}
