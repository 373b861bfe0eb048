using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The matrix products.</summary>
internal static class GemmKernels
{
    public static IEnumerable<Kernel> All =>
    [
        .. Floats<float>(
            Gemm.AB, Gemm.ABt, Gemm.AtB, Gemm.AtBt, Gemm.ABBias, Gemm.ABBiasGelu, Gemm.ABBiasSilu, Gemm.ABResidual),
        .. Floats<Half>(
            Gemm.AB, Gemm.ABt, Gemm.AtB, Gemm.AtBt, Gemm.ABBias, Gemm.ABBiasGelu, Gemm.ABBiasSilu, Gemm.ABResidual),
        .. Floats<BFloat16>(
            Gemm.AB, Gemm.ABt, Gemm.AtB, Gemm.AtBt, Gemm.ABBias, Gemm.ABBiasGelu, Gemm.ABBiasSilu, Gemm.ABResidual),
        new GemmKernel<sbyte, int>("AB", false, false, Gemm.AB, Gemm.ABIntProgram),
        new GemmKernel<sbyte, int>("ABt", false, true, Gemm.ABt, Gemm.ABtIntProgram),
        new GemmKernel<sbyte, int>("AtB", true, false, Gemm.AtB, Gemm.AtBIntProgram),
        new GemmKernel<sbyte, int>("AtBt", true, true, Gemm.AtBt, Gemm.AtBtIntProgram),
    ];

    private static IEnumerable<Kernel> Floats<T>(
        GemmKernel<T, T>.Launcher ab, GemmKernel<T, T>.Launcher abt, GemmKernel<T, T>.Launcher atb, GemmKernel<T, T>.Launcher atbt,
        FusedGemmKernel<T>.Launcher bias, FusedGemmKernel<T>.Launcher gelu, FusedGemmKernel<T>.Launcher silu, FusedGemmKernel<T>.Launcher residual)
        where T : unmanaged =>
    [
        new GemmKernel<T, T>("AB", false, false, ab, Gemm.ABProgram),
        new GemmKernel<T, T>("ABt", false, true, abt, Gemm.ABtProgram),
        new GemmKernel<T, T>("AtB", true, false, atb, Gemm.AtBProgram),
        new GemmKernel<T, T>("AtBt", true, true, atbt, Gemm.AtBtProgram),
        new FusedGemmKernel<T>("ABBias", false, x => x, bias, Gemm.ABBiasProgram),
        new FusedGemmKernel<T>("ABBiasGelu", false, Gelu, gelu, Gemm.ABBiasGeluProgram),
        new FusedGemmKernel<T>("ABBiasSilu", false, x => x / (1 + Math.Exp(-x)), silu, Gemm.ABBiasSiluProgram),
        new FusedGemmKernel<T>("ABResidual", true, x => x, residual, Gemm.ABResidualProgram),
    ];

    private static double Gelu(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));
}

/// <summary>c = op(a)·op(b).</summary>
internal sealed class GemmKernel<TIn, TOut>(
    string name, bool transposeA, bool transposeB, GemmKernel<TIn, TOut>.Launcher launcher, GemmKernel<TIn, TOut>.Program program) : Kernel
    where TIn : unmanaged
    where TOut : unmanaged
{
    public delegate void Launcher(Device device, DeviceTensor<TIn> a, DeviceTensor<TIn> b, DeviceTensor<TOut> c);

    public delegate void Program(Global<TIn> a, Global<TIn> b, Global<TOut> c, int BM, int BN, int BK);

    public override string Name => $"Gemm.{name} {Element.Name<TIn>()}";

    public override string[] Tunables => ["BM", "BN", "BK"];

    public override int[][] GpuShapes => GemmShape.OfGpus;

    public override Launch Draw(Sizes sizes)
    {
        var shape = GemmShape.Draw(sizes, transposeA, transposeB);
        return new Launch(
            Name,
            [TestTensor.Draw<TIn>(sizes.Random, shape.A), TestTensor.Draw<TIn>(sizes.Random, shape.B)],
            Precision.Of<TOut>(),
            (device, inputs) =>
            {
                using var a = inputs[0].On<TIn>(device);
                using var b = inputs[1].On<TIn>(device);
                using var c = device.Allocate<TOut>(shape.C);
                launcher(device, a, b, c);
                return Array.ConvertAll(c.ToArray(), Element.ToDouble);
            },
            (random, inputs) =>
            {
                var c = new TOut[TestTensor.Length(shape.C)];
                program(
                    inputs[0].Eager<TIn>(), inputs[1].Eager<TIn>(), Global.Of(c, shape.C),
                    Launch.Tile(random), Launch.Tile(random), Launch.Tile(random));
                return Array.ConvertAll(c, Element.ToDouble);
            },
            inputs => Product.Of(inputs[0], transposeA, inputs[1], transposeB, shape.C));
    }
}

/// <summary>c = f(a·b + what is added).</summary>
internal sealed class FusedGemmKernel<T>(
    string name, bool addsTensor, Func<double, double> activation, FusedGemmKernel<T>.Launcher launcher, FusedGemmKernel<T>.Program program) : Kernel
    where T : unmanaged
{
    public delegate void Launcher(Device device, DeviceTensor<T> a, DeviceTensor<T> b, DeviceTensor<T> added, DeviceTensor<T> c);

    public delegate void Program(Global<T> a, Global<T> b, Global<T> added, Global<T> c, int BM, int BN, int BK);

    public override string Name => $"Gemm.{name} {Element.Name<T>()}";

    public override string[] Tunables => ["BM", "BN", "BK"];

    public override int[][] GpuShapes => GemmShape.OfGpus;

    public override Launch Draw(Sizes sizes)
    {
        var shape = GemmShape.Draw(sizes, transposeA: false, transposeB: false);
        return new Launch(
            Name,
            [
                TestTensor.Draw<T>(sizes.Random, shape.A),
                TestTensor.Draw<T>(sizes.Random, shape.B),
                TestTensor.Draw<T>(sizes.Random, addsTensor ? shape.C : [shape.C[^1]]),
            ],
            Precision.Of<T>(),
            (device, inputs) =>
            {
                using var a = inputs[0].On<T>(device);
                using var b = inputs[1].On<T>(device);
                using var added = inputs[2].On<T>(device);
                using var c = device.Allocate<T>(shape.C);
                launcher(device, a, b, added, c);
                return Array.ConvertAll(c.ToArray(), Element.ToDouble);
            },
            (random, inputs) =>
            {
                var c = new T[TestTensor.Length(shape.C)];
                program(
                    inputs[0].Eager<T>(), inputs[1].Eager<T>(), inputs[2].Eager<T>(), Global.Of(c, shape.C),
                    Launch.Tile(random), Launch.Tile(random), Launch.Tile(random));
                return Array.ConvertAll(c, Element.ToDouble);
            },
            inputs => Reference(Product.Of(inputs[0], false, inputs[1], false, shape.C), inputs[2]));
    }

    private Expectation Reference(Expectation product, TestTensor added)
    {
        for (var i = 0; i < product.Values.Length; i++)
        {
            var term = added.Values[addsTensor ? i : i % product.Cols];
            product.Values[i] = activation(product.Values[i] + term);
            product.Scales[i] += Math.Abs(term);
        }

        return product;
    }
}
