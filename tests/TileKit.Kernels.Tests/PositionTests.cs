using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>What the position embeddings promise beside the formula.</summary>
public sealed class PositionTests
{
    [Fact]
    public void Rope_makes_scores_depend_on_the_distance()
    {
        const int Places = 40, Size = 32;
        using var device = new CpuDevice(1);
        using var on = new Uploaded(device);
        var random = new Random(2);
        var (angles, row) = (new double[Places * Size / 2], TestTensor.Draw<float>(random, 1, Size).Values);
        for (var i = 0; i < angles.Length; i++)
        {
            angles[i] = i / (Size / 2) / Math.Pow(10_000, i % (Size / 2) * 2.0 / Size);
        }

        var cos = on.Input<float>(new TestTensor([Places, Size / 2], Array.ConvertAll(angles, a => (double)(float)Math.Cos(a))));
        var sin = on.Input<float>(new TestTensor([Places, Size / 2], Array.ConvertAll(angles, a => (double)(float)Math.Sin(a))));
        var x = on.Input<float>(new TestTensor([Places, Size], [.. Enumerable.Repeat(row, Places).SelectMany(r => r)]));
        var y = on.Output<float>([Places, Size]);
        Positions.Rope(device, x, cos, sin, y);

        var rows = y.ToArray().Chunk(Size).ToArray();
        Assert.Equal(Score(0, 7), Score(30, 37), tolerance: 1e-4);
        Assert.Equal(Score(0, 0), row.Sum(v => v * v), tolerance: 1e-4);
        Assert.NotEqual(Score(0, 7), Score(0, 8), tolerance: 1e-2);

        double Score(int a, int b) => rows[a].Zip(rows[b], (p, q) => (double)p * q).Sum();
    }

    [Theory]
    [InlineData(25, 12)]
    [InlineData(32, 8)]
    [InlineData(514, 257)]
    public void Head_sizes_that_do_not_fit_are_refused(int size, int half)
    {
        using var device = new CpuDevice(1);
        using var on = new Uploaded(device);
        var (x, y) = (on.Output<float>([5, size]), on.Output<float>([5, size]));
        var (cos, sin) = (on.Output<float>([5, half]), on.Output<float>([5, half]));
        Assert.Throws<ArgumentException>(() => Positions.Rope(device, x, cos, sin, y));
    }
}
