using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>The check that all other tests rest on rejects wrong results of every kernel; those of losses are in <see cref="LossTests"/>.</summary>
public sealed class MutantTests
{
    public static TheoryData<string> Kernels => Kernel.MatrixNames;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Zero_everywhere_is_rejected(string name) => RequireRejected(name, (shape, right) => new double[right.Length]);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Reversed_rows_are_rejected(string name) => RequireRejected(name, (shape, right) =>
    {
        var matrix = shape.Rows * shape.Cols;
        return [.. right.Select((_, i) =>
        {
            var row = shape.Rows - 1 - (i % matrix / shape.Cols);
            return right[(i / matrix * matrix) + (row * shape.Cols) + (i % shape.Cols)];
        })];
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Reversed_columns_are_rejected(string name) => RequireRejected(name, (shape, right) =>
        [.. right.Select((_, i) => right[(i / shape.Cols * shape.Cols) + shape.Cols - 1 - (i % shape.Cols)])]);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Swapped_matrices_are_rejected(string name) => RequireRejected(name, (shape, right) =>
    {
        var matrix = shape.Rows * shape.Cols;
        return [.. right.Skip(matrix), .. right.Take(matrix)];
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void One_wrong_element_is_rejected(string name) => RequireRejected(name, (shape, right) =>
    {
        var wrong = right.ToArray();
        wrong[wrong.Length / 2] += shape.Values.Max(Math.Abs) / 4;
        return wrong;
    });

    private static void RequireRejected(string name, Func<Expectation, double[], double[]> mutate)
    {
        // drawn until there is more than one matrix to confuse
        var random = new Random(6);
        Launch launch;
        Expectation expected;
        do
        {
            launch = Kernel.All[name].Draw(new Sizes(random, 24, least: 5));
            expected = launch.Expected();
        }
        while (expected.Batch * expected.Depth < 2 || launch.Inputs[0].Shape.Length < expected.Shape.Length);

        using var device = new CpuDevice(1);
        var right = launch.RunGenerated(device);
        Assert.Null(expected.Fault(right, launch.Precision));
        Assert.NotNull(expected.Fault(mutate(expected, right), launch.Precision));
    }
}
