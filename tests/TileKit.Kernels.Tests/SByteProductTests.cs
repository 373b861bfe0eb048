using TileKit.Kernels.Tests.Programs;

namespace TileKit.Kernels.Tests;

/// <summary>Products of sbytes at the ends of their range: exact, and modulo 2³².</summary>
public abstract class SByteProductTests
{
    public static TheoryData<int, int, int> Sizes => new() { { 7, 5, 3 }, { 33, 50, 70 }, { 64, 64, 160 }, { 1, 1, 1 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Extremes_are_exact_in_all_layouts(int rows, int cols, int depth)
    {
        var ends = new Random(1);
        Check(rows, cols, depth, _ => -128, 0);
        Check(rows, cols, depth, _ => ends.Next(2) == 0 ? sbyte.MinValue : sbyte.MaxValue, 0);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sums_wrap_around(int rows, int cols, int depth)
    {
        Check(rows, cols, depth, _ => -128, int.MaxValue);
        Check(rows, cols, depth, n => (sbyte)(n % 2 == 0 ? -128 : 127), int.MinValue);
    }

    /// <summary>What comes out of such a product goes into one of Halves: small numbers, so that all is exact.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Integers_become_Halves(int rows, int cols, int depth)
    {
        const int Size = 19;
        var random = new Random(2);
        var (q, k, v) = (Draw(rows * depth), Draw(cols * depth), Draw(cols * Size));
        var expected = Product(Product(q, k, rows, cols, depth, 0, transposeB: true), Array.ConvertAll(v, x => (int)x), rows, Size, cols, 0, transposeB: false);
        OnEach((device, where) =>
        {
            using var dq = device.Upload<sbyte>(q, rows, depth);
            using var dk = device.Upload<sbyte>(k, cols, depth);
            using var dv = device.Upload<Half>(Array.ConvertAll(v, x => (Half)x), cols, Size);
            using var o = device.Allocate<float>(rows, Size);
            SByteProducts.Mixed(device, dq, dk, dv, o);
            Equal(expected, Array.ConvertAll(o.ToArray(), x => (int)x), where());
        });

        sbyte[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-2, 3))];
    }

    /// <summary>Runs a check of one launch with each of the tile sizes to test, on the device to test on.</summary>
    /// <param name="check">Takes the device, and what says afterwards how the launch ran.</param>
    protected abstract void OnEach(Action<Device, Func<string>> check);

    private void Check(int rows, int cols, int depth, Func<int, sbyte> draw, int start)
    {
        sbyte[] a = [.. Enumerable.Range(0, rows * depth).Select(draw)];
        sbyte[] b = [.. Enumerable.Range(0, cols * depth).Select(draw)];
        var expected = Product(a, b, rows, cols, depth, start, transposeB: true);
        if (start != 0)
        {
            OnEach((device, where) =>
            {
                using var c = device.Upload<int>(Enumerable.Repeat(start, rows * cols).ToArray(), rows, cols);
                With(device, false, true, (x, y) => SByteProducts.Add(device, x, y, c));
                Equal(expected, c.ToArray(), where());
            });
            return;
        }

        Layout(false, false, Gemm.AB);
        Layout(false, true, Gemm.ABt);
        Layout(true, false, Gemm.AtB);
        Layout(true, true, Gemm.AtBt);
        Layout(true, false, SByteProducts.Whole);

        void Layout(bool transposeA, bool transposeB, Action<Device, DeviceTensor<sbyte>, DeviceTensor<sbyte>, DeviceTensor<int>> launch) => OnEach((device, where) =>
        {
            using var c = device.Allocate<int>(rows, cols);
            With(device, transposeA, transposeB, (x, y) => launch(device, x, y, c));
            Equal(expected, c.ToArray(), $"{where()} {transposeA} {transposeB}");
        });

        void With(Device device, bool transposeA, bool transposeB, Action<DeviceTensor<sbyte>, DeviceTensor<sbyte>> launch)
        {
            using var x = transposeA ? device.Upload<sbyte>(Turned(a, rows, depth), depth, rows) : device.Upload<sbyte>(a, rows, depth);
            using var y = transposeB ? device.Upload<sbyte>(b, cols, depth) : device.Upload<sbyte>(Turned(b, cols, depth), depth, cols);
            launch(x, y);
        }
    }

    private static sbyte[] Turned(sbyte[] matrix, int rows, int cols) => [.. Enumerable.Range(0, rows * cols).Select(n => matrix[(n % rows * cols) + (n / rows)])];

    private static int[] Product(sbyte[] a, sbyte[] b, int rows, int cols, int depth, int start, bool transposeB) =>
        Product(Array.ConvertAll(a, x => (int)x), Array.ConvertAll(b, x => (int)x), rows, cols, depth, start, transposeB);

    private static int[] Product(int[] a, int[] b, int rows, int cols, int depth, int start, bool transposeB) =>
        [.. Enumerable.Range(0, rows * cols).Select(n => Enumerable.Range(0, depth).Aggregate(
            start, (sum, k) => unchecked(sum + (a[(n / cols * depth) + k] * b[transposeB ? (n % cols * depth) + k : (k * cols) + (n % cols)]))))];

    private static void Equal(int[] expected, int[] actual, string where)
    {
        var wrong = Enumerable.Range(0, expected.Length).FirstOrDefault(n => expected[n] != actual[n], -1);
        Assert.True(wrong < 0, wrong < 0 ? "" : $"{where}: element {wrong} is {actual[wrong]}, not {expected[wrong]}");
    }
}

/// <summary>On the CPU, with tiles of several sizes.</summary>
public sealed class CpuSByteProductTests : SByteProductTests
{
    private static readonly (string, int)[][] Tilings = [[], [("BM", 8), ("BN", 8), ("BK", 8)], [("BM", 13), ("BN", 5), ("BK", 3)], [("BM", 64), ("BN", 16), ("BK", 256)]];

    protected override void OnEach(Action<Device, Func<string>> check)
    {
        foreach (var tiles in Tilings)
        {
            using var device = new CpuDevice(1) { TileSelector = TileSelector.Fixed(tiles) };
            check(device, () => $"tiles [{string.Join(", ", tiles)}]");
        }
    }
}
