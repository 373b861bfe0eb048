using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>All branches in a row, with the paper's sizes: more blocks than are chosen, and both orders of loops.</summary>
public sealed class NsaForwardTests
{
    [Theory]
    [InlineData(1250, 2)]
    [InlineData(70, 16)]
    [InlineData(20, 1)]
    [InlineData(0, 2)]
    public void Generated(int places, int group)
    {
        const int Heads = 2, Cols = 8, ValueCols = 6;
        const float Scale = 0.35f;
        var random = new Random(places);
        var rows = places * group;
        var (q, k, v) = (TestTensor.Draw<float>(random, Heads, rows, Cols), TestTensor.Draw<float>(random, Heads, places, Cols), TestTensor.Draw<float>(random, Heads, places, ValueCols));
        var gates = TestTensor.Draw<float>(random, Heads, 3, rows);
        var (keys, values) = (Mean(k), Mean(v));

        using var device = new CpuDevice(2);
        using var dq = q.On<float>(device);
        using var dk = k.On<float>(device);
        using var dv = v.On<float>(device);
        using var dg = gates.On<float>(device);
        using var dkeys = device.Allocate<float>(keys.Shape);
        using var dvalues = device.Allocate<float>(values.Shape);
        using var o = device.Allocate<float>(Heads, rows, ValueCols);
        Nsa.CompressMean(device, dk, dkeys, 32, 16);
        Nsa.CompressMean(device, dv, dvalues, 32, 16);
        Nsa.Forward(device, dq, dk, dv, dkeys, dvalues, dg, o, Scale);

        var selected = NsaReference.Select(AsInput(NsaReference.Scores(q, keys, places, group, 32, 16, 64, Scale)), 16, 64);
        var chosen = Outputs.Integers([Heads, 16, places], selected);
        Expectation[] branches =
        [
            ListedKeys.Attend(q, keys, values, Scale, (_, _, row) => NsaReference.Seen(row / group, keys.Rows, 32, 16)),
            ListedKeys.Attend(q, k, v, Scale, (_, n, row) => NsaReference.Selected(chosen, n, row / group, 64)),
            ListedKeys.Attend(q, k, v, Scale, (_, _, row) => Enumerable.Range(0, (row / group) + 1).TakeLast(512)),
        ];
        var expected = new Expectation([Heads, rows, ValueCols]);
        for (var i = 0; i < expected.Values.Length; i++)
        {
            var (n, row) = (i / ValueCols / rows, i / ValueCols % rows);
            (expected.Values[i], expected.Scales[i]) = (
                branches.Select((branch, b) => gates[0, n, b, row] * branch.Values[i]).Sum(),
                branches.Select((branch, b) => Math.Abs(gates[0, n, b, row]) * branch.Scales[i]).Sum());
        }

        Assert.Null(expected.Fault(o.Read(), Precision.Of<float>() with { Relative = 2e-5 }));
        if (places > 0)
        {
            Assert.NotNull(expected.Fault([.. o.Read().Select(value => value * 1.001)], Precision.Of<float>() with { Relative = 2e-5 }));
        }
    }

    /// <summary>A query that is not finite spoils its own place; a key those places that may see it, which are not before it.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_stays_with_those_who_see_it(double value)
    {
        const int Places = 200, Place = 130, Cols = 8;
        foreach (var group in (int[])[2, 16])
        {
            var random = new Random(group);
            var (q, k, v) = (TestTensor.Draw<float>(random, 1, Places * group, Cols), TestTensor.Draw<float>(random, 1, Places, Cols), TestTensor.Draw<float>(random, 1, Places, Cols));
            var gates = TestTensor.Draw<float>(random, 1, 3, Places * group);
            var clean = Run(q, k, v, gates);
            q.Values[((Place * group) + 1) * Cols] = value;
            var spoiled = Run(q, k, v, gates);
            Assert.All(Enumerable.Range(((Place * group) + 1) * Cols, Cols), i => Assert.False(double.IsFinite(spoiled[i])));
            Assert.Equal(clean[..(Place * group * Cols)], spoiled[..(Place * group * Cols)]);
            Assert.Equal(clean[((Place + 1) * group * Cols)..], spoiled[((Place + 1) * group * Cols)..]);

            q.Values[((Place * group) + 1) * Cols] = 1;
            clean = Run(q, k, v, gates);
            k.Values[Place * Cols] = value;
            spoiled = Run(q, k, v, gates);
            Assert.True(double.IsInfinity(value) || double.IsNaN(spoiled[Place * group * Cols])); // a score of −∞ is none
            Assert.Equal(clean[..(Place * group * Cols)], spoiled[..(Place * group * Cols)]);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        using var device = new CpuDevice(1);
        using var q = device.Allocate<float>(2, 15, 8);
        using var k = device.Allocate<float>(2, 10, 8);
        using var selected = device.Allocate<int>(2, 4, 10);
        using var o = device.Allocate<float>(2, 15, 8);
        Assert.Equal("q", Assert.Throws<ArgumentException>(() => Nsa.Selected(device, q, k, k, selected, o, 64, 1)).ParamName);
        Assert.Equal("block", Assert.Throws<ArgumentOutOfRangeException>(() => Nsa.Selected(device, q, k, k, selected, o, 0, 1)).ParamName);
    }

    private static double[] Run(TestTensor q, TestTensor k, TestTensor v, TestTensor gates)
    {
        using var device = new CpuDevice(2);
        using var on = new Uploaded(device);
        var (keys, values, o) = (on.Input<float>(Mean(k)), on.Input<float>(Mean(v)), on.Output<float>(q.Shape));
        Nsa.Forward(device, on.Input<float>(q), on.Input<float>(k), on.Input<float>(v), keys, values, on.Input<float>(gates), o, 0.35f);
        return o.Read();
    }

    private static TestTensor Mean(TestTensor x)
    {
        var blocks = NsaReference.Blocks(x.Rows, 32, 16);
        return new TestTensor(
            [x.Depth, blocks, x.Cols],
            [.. from n in Enumerable.Range(0, x.Depth) from j in Enumerable.Range(0, blocks) from c in Enumerable.Range(0, x.Cols)
                select NsaReference.Places(j, 32, 16).Average(place => x[0, n, place, c])]);
    }

    private static TestTensor AsInput(Expectation scores) => new(scores.Shape, scores.Values);
}
