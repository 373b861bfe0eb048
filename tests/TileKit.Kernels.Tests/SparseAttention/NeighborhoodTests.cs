using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Neighbourhood attention: the windows by the published formulas, axis by axis.</summary>
public sealed class NeighborhoodTests
{
    // length, window, dilation, causal
    public static TheoryData<int, int, int, bool> Lines => new()
    {
        { 40, 7, 1, false }, { 40, 8, 1, false }, { 40, 7, 1, true }, { 37, 5, 3, false }, { 37, 4, 3, true }, { 1, 1, 1, false }, { 9, 9, 1, false }, { 9, 9, 1, true },
        { 12, 3, 4, false }, { 100, 33, 2, false }, { 20, 1, 1, false },
    };

    // rows and columns of the image, windows, dilations, causal
    public static TheoryData<int, int, int, int, int, int, bool, bool> Images => new()
    {
        { 6, 9, 3, 5, 1, 1, false, false }, { 7, 20, 4, 3, 1, 2, true, false }, { 9, 11, 2, 4, 3, 2, false, true }, { 1, 1, 1, 1, 1, 1, false, false },
        { 5, 40, 5, 7, 1, 3, true, true },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Eager_1D(int length, int window, int dilation, bool causal) => Line<float>(length, window, dilation, causal).RequireEager();

    [Theory]
    [MemberData(nameof(Images))]
    public void Eager_2D(int rows, int cols, int windowY, int windowX, int dilationY, int dilationX, bool causalY, bool causalX)
        => Image<float>(rows, cols, windowY, windowX, dilationY, dilationX, causalY, causalX).RequireEager();

    [Theory]
    [MemberData(nameof(Lines))]
    public void Generated_1D(int length, int window, int dilation, bool causal)
    {
        Line<float>(length, window, dilation, causal).RequireOnCpu();
        Line<Half>(length, window, dilation, causal).RequireOnCpu();
        Line<BFloat16>(length, window, dilation, causal).RequireOnCpu();
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void Generated_2D(int rows, int cols, int windowY, int windowX, int dilationY, int dilationX, bool causalY, bool causalX)
    {
        Image<float>(rows, cols, windowY, windowX, dilationY, dilationX, causalY, causalX).RequireOnCpu();
        Image<Half>(rows, cols, windowY, windowX, dilationY, dilationX, causalY, causalX).RequireOnCpu();
        Image<BFloat16>(rows, cols, windowY, windowX, dilationY, dilationX, causalY, causalX).RequireOnCpu();
    }

    [Fact]
    public void Generated_with_long_lines() => Line<float>(700, 100, 3, causal: false).RequireOnCpu();

    [Fact]
    public void Eager_in_other_types()
    {
        Line<Half>(37, 5, 3, causal: false).RequireEager();
        Line<BFloat16>(37, 5, 3, causal: true).RequireEager();
        Image<Half>(6, 9, 3, 5, 1, 1, causalY: false, causalX: false).RequireEager();
        Image<BFloat16>(6, 9, 3, 5, 1, 1, causalY: false, causalX: true).RequireEager();
    }

    [Fact]
    public void A_window_longer_than_the_axis_is_refused()
        => Assert.Throws<ArgumentException>(() => Line<float>(20, 7, 3, causal: false).RunEager(new Random(1)));

    [Fact]
    public void Mutants()
    {
        Line<float>(40, 7, 1, causal: false).RequireMutantsRejected();
        Image<float>(6, 9, 3, 5, 1, 1, causalY: false, causalX: false).RequireMutantsRejected();
    }

    internal static Launch Line<T>(int length, int window, int dilation, bool causal, int cols = 6)
        where T : unmanaged
    {
        var valueCols = cols + 2;
        var random = new Random(length + window + dilation);
        var scale = 1 / MathF.Sqrt(cols);
        int[] shape = [2, 4, length, valueCols];
        return new Launch(
            $"Attention.Neighborhood1D {Element.Name<T>()} window {window} dilation {dilation}{(causal ? " causal" : "")}",
            [TestTensor.Draw<T>(random, 2, 4, length, cols), TestTensor.Draw<T>(random, 2, 2, length, cols), TestTensor.Draw<T>(random, 2, 2, length, valueCols)],
            Precision.Of<T>(),
            (device, x) => SparseAttentionLaunches.Neighborhood1D<T>(device, x, shape, window, dilation, causal, scale),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(shape)];
                Attention.Neighborhood1DProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), Global.Of(o, shape), window, dilation, causal, scale,
                    Launch.Tile(tiles), Launch.Tile(tiles), cols, valueCols);
                return o.Read();
            },
            x => ListedKeys.Attend(x[0], x[1], x[2], scale, (_, _, i) => Window(i, length, window, dilation, causal)));
    }

    internal static Launch Image<T>(int rows, int cols, int windowY, int windowX, int dilationY, int dilationX, bool causalY, bool causalX)
        where T : unmanaged
    {
        const int Cols = 6, ValueCols = 5;
        var random = new Random(rows + cols + windowX);
        var scale = 1 / MathF.Sqrt(Cols);
        int[] shape = [4, rows, cols, ValueCols];
        return new Launch(
            $"Attention.Neighborhood2D {Element.Name<T>()} windows {windowY}, {windowX} dilations {dilationY}, {dilationX}",
            [TestTensor.Draw<T>(random, 4, rows, cols, Cols), TestTensor.Draw<T>(random, 2, rows, cols, Cols), TestTensor.Draw<T>(random, 2, rows, cols, ValueCols)],
            Precision.Of<T>(),
            (device, x) => SparseAttentionLaunches.Neighborhood2D<T>(device, x, shape, [windowY, windowX], [dilationY, dilationX], [causalY, causalX], scale),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(shape)];
                Attention.Neighborhood2DProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), Global.Of(o, shape), windowY, windowX, dilationY, dilationX, causalY, causalX, scale,
                    Launch.Tile(tiles), Launch.Tile(tiles), Cols, ValueCols);
                return o.Read();
            },
            x =>
            {
                // an image is a line of its pixels
                TestTensor Flat(TestTensor tensor) => tensor with { Shape = [1, tensor.Shape[0], rows * cols, tensor.Cols] };
                return ListedKeys.Attend(Flat(x[0]), Flat(x[1]), Flat(x[2]), scale, (_, _, i) =>
                    from y in Window(i / cols, rows, windowY, dilationY, causalY)
                    from column in Window(i % cols, cols, windowX, dilationX, causalX)
                    select (y * cols) + column) with { Shape = shape };
            });
    }

    // as published: every dilation-th place is an axis of its own, on which the window shifts at the ends, or shrinks at the start if causal
    private static IEnumerable<int> Window(int place, int length, int window, int dilation, bool causal)
    {
        var (i, rest) = (place / dilation, place % dilation);
        var axis = (length - rest + dilation - 1) / dilation;
        var (left, right) = (window / 2, (window / 2) + (window % 2) - 1);
        var start = causal ? Math.Max(i - window + 1, 0) : Math.Max(i - left, 0) + (i + right >= axis ? axis - right - i - 1 : 0);
        var end = causal ? i + 1 : start + window;
        return Enumerable.Range(start, end - start).Select(j => rest + (j * dilation));
    }
}
