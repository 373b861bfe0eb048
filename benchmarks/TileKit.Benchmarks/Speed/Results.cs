using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TileKit.Benchmarks.Peers;

namespace TileKit.Benchmarks.Speed;

/// <summary>What was measured of one contestant: the median and the least of its times, and its largest error.</summary>
internal sealed record Timing(string By, string Form, double Milliseconds, double LeastMilliseconds, double Error);

/// <summary>A contestant that was not timed, since its result was off by more than it may be.</summary>
internal sealed record Rejected(string By, string Form, double Error, double Tolerance);

/// <summary>
/// What was measured of a case: TileKit's time first; what the machine could do, its memory in the same rounds as medians like the times; and at best until then.
/// </summary>
internal sealed record CaseResult(
    string Name, Work Work, Rates Machine, Rates Best, IReadOnlyList<Timing> Timings, IReadOnlyList<Rejected> Rejected, IReadOnlyList<Goal> Goals)
{
    [JsonIgnore]
    public Timing TileKit => Timings[0];

    /// <summary>The name without the prefix of its group.</summary>
    [JsonIgnore]
    public string ShortName =>
        Name.Replace(Cases.ListPrefix, "", StringComparison.Ordinal).Replace(Cases.MorePrefix, "", StringComparison.Ordinal);

    /// <summary>The fastest form of what one peer, or any, computes; null where there is none.</summary>
    public Timing? Peer(string by) => Timings
        .Where(timing => timing.By != Contestant.TileKit && (by == Goal.BestPeer || timing.By == by))
        .MinBy(static timing => timing.Milliseconds);

    /// <summary>Why a peer has no time: it is missing, its result is wrong, or it computes nothing like the case; null where it has one.</summary>
    public string? Absence(Peer peer) => peer.Version is null ? "missing"
        : Peer(peer.Name) is not null ? null
        : Rejected.Any(rejected => rejected.By == peer.Name) ? "wrong"
        : "–";

    /// <summary>Other kernels of TileKit that this one is compared with.</summary>
    [JsonIgnore]
    public IEnumerable<Timing> Others => Timings.Skip(1).Where(static timing => timing.By == Contestant.TileKit);

    /// <summary>The time of another over that of the kernel: above 1 the kernel is faster.</summary>
    public double? Ratio(Timing? other) => other?.Milliseconds / TileKit.Milliseconds;

    /// <summary>The share of what the machine could do: memory in the same rounds, arithmetic at best.</summary>
    [JsonIgnore]
    public double OfRoofline => Of(Machine);

    /// <summary>The share of what some machine can do.</summary>
    public double Of(Rates machine) => Work.LeastNanoseconds(machine) / TileKit.Milliseconds / 1e6;

    /// <summary>What a goal comes to; null where what it is against is missing.</summary>
    public double? Reached(Goal goal) => goal.Against == Goal.Roofline
        ? OfRoofline
        : Ratio(Peer(goal.Against) ?? Others.FirstOrDefault(timing => timing.Form == goal.Against));
}

/// <summary>A run of the command: where, against what, and what came out.</summary>
internal sealed record RunResult(
    string Processor, string Date, int Threads, int Rounds, int VectorBits, Rates Machine, IReadOnlyList<Peer> Peers,
    IReadOnlyList<CaseResult> Cases)
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true, // a file of an older form is refused, not half read
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // an error may be infinite
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // ³ and × stay what they are
    };

    public static RunResult Read(string file) =>
        JsonSerializer.Deserialize<RunResult>(File.ReadAllText(file), s_options) ?? throw new InvalidDataException($"{file} has no run.");

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, s_options) + "\n");
}
