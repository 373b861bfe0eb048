using System.Numerics.Tensors;
using TileKit.Launching;
using Xunit;

namespace TileKit.Tests.Language;

public class LaunchTests
{
    [Fact]
    public void FailedConditionsShowWhatTheyAreAbout()
    {
        var two = Assert.Throws<ArgumentException>(() => LaunchCheck.Fail(
            "LinearGelu", "w", "x.Cols == w.Rows", new("x", 1, 1, 5, 64, 2), new("w", 1, 1, 32, 48, 2)));
        Assert.Equal("w", two.ParamName);
        Assert.StartsWith("LinearGelu: expected x.Cols == w.Rows, but x has shape [5, 64] and w has shape [32, 48].", two.Message);
        var scalar = Assert.Throws<ArgumentException>(() => LaunchCheck.Fail("Softmax", "beta", "beta > 0", new ShapeNote("beta", -0.5)));
        Assert.StartsWith("Softmax: expected beta > 0, but beta is -0.5.", scalar.Message);
        var three = Assert.Throws<ArgumentException>(() => LaunchCheck.Fail(
            "F", "a", "c", new("a", 2, 3, 4, 5, 4), new("b", 1, 1, 1, 7, 1), new("s", 2)));
        Assert.StartsWith("F: expected c, but a has shape [2, 3, 4, 5], b has shape [7] and s is 2.", three.Message);
    }

    [Theory]
    [InlineData(0, 32)]
    [InlineData(32, 32)]
    [InlineData(33, 64)]
    [InlineData(128, 128)]
    public void ExtentsPadToTheNextSize(int dimension, int expected)
    {
        Assert.Equal(expected, LaunchCheck.Padded(dimension, "F", "q", Axis.Cols, 32, 64, 128));
        Assert.Equal(Math.Max(dimension, 1), LaunchCheck.Padded(dimension, "F", "q", Axis.Cols));
    }

    [Fact]
    public void AnExtentTooLargeIsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => LaunchCheck.Padded(129, "F", "q", Axis.Cols, 32, 64, 128));
        Assert.Equal("q", error.ParamName);
        Assert.StartsWith("F: expected q.Cols of at most 128 (one of [32, 64, 128]), but q.Cols is 129.", error.Message);
    }

    [Fact]
    public void TensorsOfADifferentDeviceOrDisposedOrNullAreRefused()
    {
        using var here = new CpuDevice(1);
        using var there = new CpuDevice(1);
        using var foreign = there.Allocate<float>(2);
        var error = Assert.Throws<ArgumentException>(() => new LaunchArguments("F", here).Input(foreign, "x"));
        Assert.Equal("x", error.ParamName);
        Assert.StartsWith($"F: expected x on {here.Name}, but it lives on {there.Name}.", error.Message);
        Assert.NotEqual(here.Name, there.Name);

        var disposed = here.Allocate<float>(2, 3);
        disposed.Dispose();
        var late = Assert.Throws<ObjectDisposedException>(() => new LaunchArguments("F", here).Output(disposed, "y"));
        Assert.Contains("F: the tensor y, of shape [2, 3], is disposed", late.Message);
        DeviceTensor<float> missing = null!;
        Assert.Equal("x", Assert.Throws<ArgumentNullException>(() => new LaunchArguments("F", here).Input(missing, "x")).ParamName);
        Assert.Equal("device", Assert.Throws<ArgumentNullException>(() => new LaunchArguments("F", null!)).ParamName);
        there.Dispose();
        Assert.Throws<ObjectDisposedException>(() => new LaunchArguments("F", there));
    }

    [Fact]
    public void AnOutputNeedsMemoryOfItsOwn()
    {
        using var device = new CpuDevice(1);
        var array = new float[10];
        using var x = device.Wrap(array.AsMemory(0, 5), 5);
        using var after = device.Wrap(array.AsMemory(5, 5), 5);
        using var across = device.Wrap(array.AsMemory(4, 2), 2);
        using var empty = device.Wrap(array.AsMemory(2, 0), 0);

        Check(device, x, x, after); // inputs may share
        Check(device, x, x, empty);
        foreach (var output in (DeviceTensor<float>[])[x, across])
        {
            var error = Assert.Throws<ArgumentException>(() => Check(device, after, x, output));
            Assert.Equal("y", error.ParamName);
            Assert.StartsWith($"F: 'y' overlaps '{(output == across ? "a" : "b")}'", error.Message);
        }

        static void Check(CpuDevice device, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> y)
        {
            var arguments = new LaunchArguments("F", device);
            arguments.Input(a, "a");
            arguments.Input(b, "b");
            arguments.Output(y, "y");
            arguments.CheckAliasing();
        }
    }

    [Fact]
    public void TwoOutputsMayNotShareEither()
    {
        using var y = Device.Default.Allocate<int>(4);
        var error = Assert.Throws<ArgumentException>(() =>
        {
            var arguments = new LaunchArguments("F", Device.Default);
            arguments.Output(y, "first");
            arguments.Output(y, "second");
            arguments.CheckAliasing();
        });
        Assert.Contains("'first' overlaps 'second'", error.Message);
    }

    [Theory]
    [InlineData(new long[] { 3, 4 }, new long[] { 4, 1 }, true, true)]
    [InlineData(new long[] { 2, 3, 4 }, new long[] { 4, 8, 1 }, true, true)] // dimensions swapped
    [InlineData(new long[] { 3, 4 }, new long[] { 10, 1 }, true, true)] // rows with gaps
    [InlineData(new long[] { 3, 4 }, new long[] { 0, 1 }, true, false)] // one row three times
    [InlineData(new long[] { 3, 4 }, new long[] { 3, 1 }, true, false)] // rows that share an element
    [InlineData(new long[] { 3, 4 }, new long[] { 1, 3 }, false, false)] // transposed
    [InlineData(new long[] { 3, 1 }, new long[] { 7, 0 }, true, true)]
    [InlineData(new long[] { 1, 1, 1, 1, 4 }, new long[] { 4, 4, 4, 4, 1 }, false, false)]
    [InlineData(new long[] { }, new long[] { }, false, false)]
    [InlineData(new long[] { 2, 1L << 31, 0 }, new long[] { 0, 0, 1 }, false, false)]
    public void SpansAreTakenAsTheyLie(long[] lengths, long[] strides, bool input, bool output)
    {
        var (sizes, steps) = (lengths.Select(x => (nint)x).ToArray(), strides.Select(x => (nint)x).ToArray());
        foreach (var (isOutput, taken) in ((bool, bool)[])[(false, input), (true, output)])
        {
            var error = Record.Exception(() => SpanLayout.Require("F", "x", sizes, steps, isOutput));
            Assert.Equal(taken, error is null);
            Assert.True(taken || error is ArgumentException { ParamName: "x" });
            Assert.StartsWith("F: expected ", error?.Message ?? "F: expected ");
        }
    }

    [Fact]
    public void SpansOfOneMatrixMayInterleaveButNotOverlap()
    {
        using var matrix = Device.Default.Allocate<float>(4, 10);
        Check(matrix.AsTensorSpan()[0..4, 0..5], matrix.AsTensorSpan()[0..4, 5..10]);
        Check(matrix.AsTensorSpan()[0..2, 0..10], matrix.AsTensorSpan()[2..4, 0..10]);
        Check(matrix.AsTensorSpan()[1..4, 5..10], matrix.AsTensorSpan()[0..4, 0..5]);
        Assert.Throws<ArgumentException>(() => Check(matrix.AsTensorSpan()[0..4, 0..6], matrix.AsTensorSpan()[0..4, 5..10]));
        Assert.Throws<ArgumentException>(() => Check(matrix.AsTensorSpan()[1..4, 5..10], matrix.AsTensorSpan()[0..4, 0..6]));
        Assert.Throws<ArgumentException>(() => Check(matrix.AsTensorSpan(), matrix.AsTensorSpan()[3..4, 9..10]));

        static void Check(in TensorSpan<float> x, in TensorSpan<float> y)
        {
            var arguments = new LaunchArguments("F", Device.Default);
            arguments.Input<float>(x, "x");
            arguments.Output(y, "y");
            arguments.CheckAliasing();
        }
    }

    [Fact]
    public void ChecksThatPassAllocateNothing()
    {
        using var x = Device.Default.Allocate<float>(4, 4);
        using var y = Device.Default.Allocate<float>(4, 4);
        Check(x, y);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Check(x, y);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static void Check(DeviceTensor<float> x, DeviceTensor<float> y)
        {
            var arguments = new LaunchArguments("F", Device.Default);
            arguments.Input(x, "x");
            arguments.Input<float>(x.AsReadOnlyTensorSpan(), "again");
            arguments.Output(y, "y");
            arguments.CheckAliasing();
        }
    }
}
