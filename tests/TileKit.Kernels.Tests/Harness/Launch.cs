namespace TileKit.Kernels.Tests.Harness;

/// <summary>One launch of a kernel: its inputs, and the three ways to compute the output.</summary>
/// <param name="Name">The kernel with its element type and scalars.</param>
/// <param name="Inputs">The tensors it reads.</param>
/// <param name="Precision">How far an element may be off.</param>
/// <param name="Generated">Runs the launcher on a device.</param>
/// <param name="Eager">Runs the program as it stands, with tile sizes drawn from a random source.</param>
/// <param name="Reference">Computes in float64.</param>
internal sealed record Launch(
    string Name,
    TestTensor[] Inputs,
    Precision Precision,
    Func<Device, TestTensor[], double[]> Generated,
    Func<Random, TestTensor[], double[]> Eager,
    Func<TestTensor[], Expectation> Reference)
{
    private static readonly int[] EagerTiles = [1, 3, 8, 16, 32];

    public Expectation Expected() => Reference(Inputs);

    public double[] RunGenerated(Device device) => Generated(device, Inputs);

    public double[] RunEager(Random random) => Eager(random, Inputs);

    /// <summary>Throws unless the device computes what float64 does.</summary>
    public void RequireGenerated(Device device, string where) => RequireAgreement(Expected(), RunGenerated(device), "generated " + where);

    /// <summary>Throws unless a result is the expected one.</summary>
    public void RequireAgreement(Expectation expected, double[] actual, string where)
    {
        if (expected.Fault(actual, Precision) is { } fault)
        {
            Assert.Fail($"{this}, {where}: {fault}");
        }
    }

    /// <summary>The launch with a value in three places of one input that is not among the last, finite ones.</summary>
    public Launch Spoiled(int finite, double value, Random random)
    {
        var copies = Array.ConvertAll(Inputs, input => input with { Values = [.. input.Values] });
        var target = copies[random.Next(copies.Length - finite)];
        for (var i = 0; i < 3; i++)
        {
            target.Values[random.Next(target.Values.Length)] = value;
        }

        return this with { Inputs = copies };
    }

    /// <summary>A tile size for an eager run.</summary>
    public static int Tile(Random random) => EagerTiles[random.Next(EagerTiles.Length)];

    public override string ToString() => $"{Name} of {string.Join(" ", Inputs.Select(input => input.ToString()))}";
}
