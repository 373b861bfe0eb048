namespace Transformer;

/// <summary>The sizes of a block: S, H, heads of D, experts of I, and the adapters' rank.</summary>
internal sealed record Sizes(
    int Sequence = 256, int Width = 512, int QueryHeads = 8, int KeyHeads = 2, int HeadSize = 64, int Experts = 8, int Inner = 256, int Choices = 2, int Rank = 8)
{
    /// <summary>What an adapter's product is multiplied with.</summary>
    public float Scale => 2f;
}

/// <summary>Random weights by name, of a size that leaves the stream's alone.</summary>
internal sealed class Weights
{
    private readonly Dictionary<string, (float[] Data, int[] Shape)> _all = [];
    private readonly Random _random = new(7);

    public Weights(Sizes z)
    {
        foreach (var (name, rows, cols) in new[]
        {
            ("q", z.QueryHeads * z.HeadSize, z.Width), ("k", z.KeyHeads * z.HeadSize, z.Width),
            ("v", z.KeyHeads * z.HeadSize, z.Width), ("o", z.Width, z.QueryHeads * z.HeadSize),
        })
        {
            Add("w" + name, 1 / MathF.Sqrt(cols), 0, rows, cols);
            Add("a" + name, 1 / MathF.Sqrt(cols), 0, z.Rank, cols);
            Add("b" + name, 0.1f, 0, rows, z.Rank);
            Add("m" + name, 0.1f, 1, rows);
        }

        Add("gamma1", 0.2f, 1, z.Width);
        Add("gamma2", 0.2f, 1, z.Width);
        Add("router", 1 / MathF.Sqrt(z.Width), 0, z.Experts, z.Width);
        Add("w1", 1 / MathF.Sqrt(z.Width), 0, z.Experts, 2 * z.Inner, z.Width);
        Add("w2", 1 / MathF.Sqrt(z.Inner), 0, z.Experts, z.Width, z.Inner);
        Angles(z, "cos", Math.Cos);
        Angles(z, "sin", Math.Sin);
        Add("x", 1, 0, z.Sequence, z.Width);
    }

    public (float[] Data, int[] Shape) this[string name] => _all[name];

    // the rotation of position s in plane p: s / 10000^(2p / D)
    private void Angles(Sizes z, string name, Func<double, double> of)
    {
        var half = z.HeadSize / 2;
        _all[name] = ([.. Enumerable.Range(0, z.Sequence * half).Select(n => (float)of(n / half / Math.Pow(10000, n % half / (double)half)))], [z.Sequence, half]);
    }

    private void Add(string name, float deviation, float mean, params int[] shape)
    {
        var data = new float[shape.Aggregate(1, (a, b) => a * b)];
        for (var i = 0; i < data.Length; i++)
            data[i] = mean + deviation * (float)(Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));
        _all[name] = (data, shape);
    }
}
