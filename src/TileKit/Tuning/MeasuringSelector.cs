using System.Collections.Concurrent;
using TileKit.Launching;

namespace TileKit.Tuning;

/// <summary>Tries the cost model's best few sizes in the first launches of a kernel and shape, and stays with the fastest.</summary>
/// <param name="budget">What the trials of one kernel and shape may take together.</param>
/// <param name="file">What earlier processes found.</param>
internal sealed class MeasuringSelector(TimeSpan budget, TileFile file) : TileSelector
{
    private const int Candidates = 8;

    // null where there is nothing to try, and the cost model chooses
    private readonly ConcurrentDictionary<LaunchKey, Contest?> _contests = new();

    internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial)
    {
        var key = new LaunchKey(info, profile, shape.Bucket);
        if (!_contests.TryGetValue(key, out var contest))
        {
            contest = _contests.GetOrAdd(key, Begin(ref kernel, info, profile, shape));
        }

        if (contest is null)
        {
            CostModel.Select(ref kernel, info, profile, shape, out trial);
        }
        else if (contest.Winner is { } winner)
        {
            trial = null;
            kernel.SetTiles(winner.Tiles);
        }
        else
        {
            var expected = TileSearch.Cycles(kernel, contest.Expected.Tiles, profile);
            kernel.SetTiles(contest.Next(expected, out trial).Tiles);
        }
    }

    internal override int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial)
    {
        var key = new LaunchKey(launch.Info, launch.Profile, shape.Bucket);
        if (!_contests.TryGetValue(key, out var contest))
        {
            contest = _contests.GetOrAdd(key, Begin(ref launch, shape));
        }

        // What fits one shape fits those near it, unless two shapes have one hash.
        trial = null;
        if (contest is null || !launch.Fits((contest.Winner ?? contest.Expected).Variant))
        {
            return CostModel.SelectVariant(ref launch, shape, out trial);
        }

        return (contest.Winner ?? contest.Next(launch.Seconds(contest.Expected.Variant), out trial)).Variant;
    }

    private Contest? Begin<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape)
        where TKernel : struct, ITileProgram
    {
        var key = TileKey.Of(ProcessorName.Text, profile, info, shape);
        if (file.Find(key) is { } sizes && Allowed(info, sizes) is { } tiles)
        {
            return Settled(new(tiles));
        }

        return budget > TimeSpan.Zero
            ? Begin([.. TileSearch.Candidates(kernel, info.Tunables, profile, Candidates).Select(static tiles => new Candidate(tiles))], info, key)
            : null;
    }

    private Contest? Begin<TLaunch>(ref TLaunch launch, LaunchShape shape)
        where TLaunch : struct, IVariantLaunch, allows ref struct
    {
        var key = TileKey.Of(launch.Device, launch.Profile, launch.Info, shape);
        if (file.Find(key) is { } sizes && Allowed(launch.Info, sizes) is not null && VariantSearch.Best(ref launch, sizes) is >= 0 and var variant)
        {
            return Settled(new(launch.Tiles(variant).ToArray(), variant));
        }

        var best = new List<Candidate>();
        if (budget > TimeSpan.Zero)
        {
            foreach (var candidate in VariantSearch.Best(ref launch, Candidates))
            {
                best.Add(new(launch.Tiles(candidate).ToArray(), candidate));
            }
        }

        return best.Count > 0 ? Begin(best, launch.Info, key) : null;
    }

    private Contest Begin(IReadOnlyList<Candidate> candidates, KernelInfo info, TileKey key) => new(
        candidates,
        budget,
        winner => file.Add(key, info.Tunables.Select((tunable, i) => (tunable.Name, winner.Tiles[i])).ToDictionary()));

    private static Contest Settled(Candidate candidate) => new([candidate], TimeSpan.Zero, static _ => { });

    // A file may say anything.
    private static int[]? Allowed(KernelInfo info, IReadOnlyDictionary<string, int> sizes)
    {
        var tiles = new int[info.Tunables.Count];
        for (var i = 0; i < tiles.Length; i++)
        {
            if (!sizes.TryGetValue(info.Tunables[i].Name, out tiles[i]) || !info.Tunables[i].Values.Contains(tiles[i]))
            {
                return null;
            }
        }

        return tiles;
    }
}
