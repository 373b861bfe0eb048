using System.Text.Json.Serialization;

namespace TileKit.Benchmarks.Speed;

/// <summary>What a case must do at least, whoever does it: arithmetic, and the bytes of inputs and results.</summary>
internal sealed record Work(double Flops, double BytesRead, double BytesWritten)
{
    private const int FloatBytes = 4;

    /// <summary>Work on floats.</summary>
    /// <param name="flops">Multiplications and additions; a function of one element counts as one.</param>
    /// <param name="read">Floats read.</param>
    /// <param name="written">Floats written.</param>
    public static Work OfFloats(double flops, double read, double written) => new(flops, FloatBytes * read, FloatBytes * written);

    /// <summary>The work of a matrix product of floats, also of several.</summary>
    public static Work OfProduct(double m, double k, double n, double matrices = 1) =>
        OfFloats(2 * matrices * m * k * n, matrices * ((m * k) + (k * n)), matrices * m * n);

    [JsonIgnore]
    public double Bytes => BytesRead + BytesWritten;

    /// <summary>Nanoseconds that a machine needs at least: arithmetic at its peak or memory at its best rate, whichever takes longer.</summary>
    public double LeastNanoseconds(Rates machine) => Math.Max(Flops / machine.Gflops, MemoryNanoseconds(machine));

    /// <summary>Whether memory is the limit and not arithmetic.</summary>
    public bool IsMemoryBound(Rates machine) => MemoryNanoseconds(machine) > Flops / machine.Gflops;

    /// <summary>Whether hardly anything is written, so that the limit is how fast a machine reads and not how fast it copies.</summary>
    [JsonIgnore]
    public bool OnlyReads => BytesWritten < 0.1 * BytesRead;

    private double MemoryNanoseconds(Rates machine) => Bytes / (OnlyReads ? machine.ReadGigabytes : machine.CopyGigabytes);
}

/// <summary>One way to compute a case's result: a kernel of TileKit, or a peer's operator.</summary>
/// <param name="By">Who: <see cref="Contestant.TileKit"/> or a peer's name.</param>
/// <param name="Form">Which operator or kernel.</param>
/// <param name="Run">Computes the result.</param>
internal sealed record Contestant(string By, string Form, Action Run)
{
    public const string TileKit = "TileKit";

    /// <summary>The largest error of the result, where it is not the case's own result.</summary>
    public Func<double>? Error { get; init; }

    /// <summary>What the result may be off by, relative to the same expression over absolute values.</summary>
    public double Tolerance { get; init; } = Case.Tolerance;
}

/// <summary>What a case aims at: a ratio of times, or a share of the roofline.</summary>
/// <param name="Against">A peer, <see cref="BestPeer"/>, <see cref="Roofline"/>, or the form of another kernel of TileKit.</param>
/// <param name="AtLeast">The other's time over that of the kernel, or the share.</param>
internal sealed record Goal(string Against, double AtLeast)
{
    public const string BestPeer = "best peer";
    public const string Roofline = "roofline";
}

/// <summary>A kernel on tensors of one shape, and what else computes the same over the same memory, or is compared with it.</summary>
/// <param name="name">Its name and shape.</param>
/// <param name="work">What it is credited for.</param>
/// <param name="error">The largest error of the result; see <see cref="References"/>.</param>
/// <param name="contestants">The kernel first, then others.</param>
internal sealed class Case(string name, Work work, Func<double> error, params IEnumerable<Contestant?> contestants)
{
    /// <summary>What float may be off by.</summary>
    public const double Tolerance = 1e-5;

    public string Name => name;

    public Work Work => work;

    /// <summary>The kernel and its rivals, those left out that are not there.</summary>
    public IReadOnlyList<Contestant> Contestants { get; } = [.. contestants.OfType<Contestant>()];

    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>The largest error of what a contestant has just computed.</summary>
    public double ErrorOf(Contestant contestant) => (contestant.Error ?? error)();
}
