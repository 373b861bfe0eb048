using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;
using TileKit.Kernels.Tests.Programs;

namespace TileKit.Kernels.Tests;

/// <summary>Products whose operands an earlier step computed.</summary>
public abstract class ComputedOperandTests
{
    public static TheoryData<int, int, int> Sizes => new() { { 7, 5, 3 }, { 33, 50, 17 }, { 100, 90, 40 }, { 1, 1, 1 }, { 200, 3, 70 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_computed_second_operand(int rows, int cols, int size)
    {
        Check(
            [[rows, size], [cols, size], [cols, 19]], [rows, 19], 0.1,
            (device, x, y) => ComputedOperands.Second(device, x[0], x[1], x[2], y),
            inputs =>
            {
                var weights = Product.Of(inputs[0], false, inputs[1], true, [rows, cols]);
                var p = new TestTensor([rows, cols], Array.ConvertAll(weights.Values, s => Math.Pow(2, s)));
                return Product.Of(p, false, inputs[2] with { Values = Array.ConvertAll(inputs[2].Values, v => 2 * v) }, false, [rows, 19]);
            });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_computed_first_operand(int rows, int cols, int size)
    {
        Check(
            [[rows, size], [cols, size], [rows]], [rows, cols], 1,
            (device, x, y) => ComputedOperands.First(device, x[0], x[1], x[2], y),
            inputs =>
            {
                var c = Product.Of(inputs[0], false, inputs[1], true, [rows, cols]);
                for (var i = 0; i < c.Values.Length; i++)
                {
                    var bias = inputs[2].Values[i / cols];
                    (c.Values[i], c.Scales[i]) = ((2 * c.Values[i]) + bias, (2 * c.Scales[i]) + Math.Abs(bias));
                }

                return c;
            });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Two_computed_operands(int rows, int cols, int size)
    {
        Check(
            [[size, rows], [size, cols]], [rows, cols], 1,
            (device, x, y) => ComputedOperands.Both(device, x[0], x[1], y),
            inputs =>
            {
                var raised = Array.ConvertAll(inputs, input => input with { Values = Array.ConvertAll(input.Values, v => (double)((float)v + 1)) });
                return Product.Of(raised[0], true, raised[1], false, [rows, cols]);
            });
    }

    /// <summary>What comes out of a product is rounded and goes into the next: on tensor cores out of registers.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_rounded_first_operand(int rows, int cols, int size)
    {
        Check<Half>(
            [[rows, size], [cols, size], [cols, 19]], [rows, 19], 1,
            (device, x, y) => ComputedOperands.Rounded(device, x[0], x[1], x[2], y), inputs => Chained(inputs, rows, cols), Precision.Of<Half>());
        Check<BFloat16>(
            [[rows, size], [cols, size], [cols, 19]], [rows, 19], 1,
            (device, x, y) => ComputedOperands.Rounded(device, x[0], x[1], x[2], y), inputs => Chained(inputs, rows, cols), Precision.Of<BFloat16>());
    }

    /// <summary>The same without the rounding: a BFloat16 beside a float loses nothing of it.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_first_operand_of_floats_beside_BFloat16(int rows, int cols, int size) => Check<BFloat16>(
        [[rows, size], [cols, size], [cols, 19]], [rows, 19], 1,
        (device, x, y) => ComputedOperands.Chain(device, x[0], x[1], x[2], y), inputs => Chained(inputs, rows, cols), Precision.Of<float>());

    // scaled by the sums of the absolute values of both products
    private static Expectation Chained(TestTensor[] inputs, int rows, int cols)
    {
        var first = Product.Of(inputs[0], false, inputs[1], true, [rows, cols]);
        var size = inputs[2].Shape[1];
        var second = Product.Of(new TestTensor([rows, cols], first.Values), false, inputs[2], false, [rows, size]);
        var scales = Product.Of(new TestTensor([rows, cols], first.Scales), false, inputs[2] with { Values = Array.ConvertAll(inputs[2].Values, Math.Abs) }, false, [rows, size]);
        scales.Values.CopyTo(second.Scales, 0);
        return second;
    }

    private void Check(
        int[][] shapes, int[] shape, double unit, Action<Device, DeviceTensor<float>[], DeviceTensor<float>> launch, Func<TestTensor[], Expectation> reference) =>
        Check<float>(shapes, shape, unit, launch, reference, Precision.Of<float>());

    private void Check<T>(
        int[][] shapes, int[] shape, double unit, Action<Device, DeviceTensor<T>[], DeviceTensor<float>> launch,
        Func<TestTensor[], Expectation> reference, Precision precision)
        where T : unmanaged
    {
        var random = new Random(8);
        var inputs = Array.ConvertAll(shapes, s => TestTensor.Draw<T>(random, s));
        inputs = unit == 1 ? inputs : Array.ConvertAll(inputs, input => input with { Values = Array.ConvertAll(input.Values, v => (double)(float)(unit * v)) });
        var expected = reference(inputs);
        OnEach((device, where) =>
        {
            var tensors = Array.ConvertAll(inputs, input => input.On<T>(device));
            using var y = device.Allocate<float>(shape);
            launch(device, tensors, y);
            var fault = expected.Fault(Array.ConvertAll(y.ToArray(), v => (double)v), precision);
            Assert.True(fault is null, $"{where()}: {fault}");
            Array.ForEach(tensors, tensor => tensor.Dispose());
        });
    }

    /// <summary>Runs a check of one launch with each of the tile sizes to test, on the device to test on.</summary>
    /// <param name="check">Takes the device, and what says afterwards how the launch ran.</param>
    protected abstract void OnEach(Action<Device, Func<string>> check);
}

/// <summary>On the CPU, with tiles of several sizes.</summary>
public sealed class CpuComputedOperandTests : ComputedOperandTests
{
    private static readonly (string, int)[][] Tilings =
        [[], [("BM", 8), ("BN", 8), ("BK", 8)], [("BM", 13), ("BN", 5), ("BK", 3)], [("BM", 64), ("BN", 16), ("BK", 256)]];

    protected override void OnEach(Action<Device, Func<string>> check)
    {
        foreach (var tiles in Tilings)
        {
            using var device = new CpuDevice(1) { TileSelector = TileSelector.Fixed(tiles) };
            check(device, () => $"tiles [{string.Join(", ", tiles)}]");
        }
    }
}
