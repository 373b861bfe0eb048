using System.ComponentModel;

namespace TileKit.Cpu;

/// <summary>
/// A grid cut into units: one unit is a run of the fast index with all other indices fixed. Runs are as long as an even share for
/// the workers allows when packed strips are reused along them, otherwise a small part of it: neighbours in memory stay with one worker.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CpuGrid
{
    private const int UnitsPerWorker = 3;
    private const int ShortUnitsPerWorker = 32;

    private readonly int _count0;
    private readonly int _count1;
    private readonly int _count2;
    private readonly int _count3;
    private readonly int _fast;
    private readonly int _chunks;
    private readonly bool _reuses;

    /// <summary>Cuts a grid.</summary>
    /// <param name="fastIndex">The position of the fast index.</param>
    /// <param name="reuses">Whether instances along it share packed strips.</param>
    /// <param name="profile">The device.</param>
    /// <param name="count0">The first count.</param>
    /// <param name="count1">The second.</param>
    /// <param name="count2">The third.</param>
    /// <param name="count3">The fourth.</param>
    public CpuGrid(int fastIndex, bool reuses, CpuProfile profile, int count0, int count1 = 1, int count2 = 1, int count3 = 1)
    {
        (_count0, _count1, _count2, _count3) = (Math.Max(count0, 0), Math.Max(count1, 0), Math.Max(count2, 0), Math.Max(count3, 0));
        _fast = Math.Max(Count(fastIndex), 1);
        var instances = (long)_count0 * _count1 * _count2 * _count3;
        var slow = instances / _fast;
        _reuses = reuses;
        Chunk = ChunkOf(instances, _fast, reuses, profile.Threads);
        _chunks = (_fast + Chunk - 1) / Chunk;
        Units = instances == 0 ? 0 : slow * _chunks;
    }

    /// <summary>The number of units.</summary>
    public long Units { get; }

    /// <summary>The most instances in a unit.</summary>
    public int Chunk { get; }

    /// <summary>The most instances in a unit of a grid.</summary>
    /// <param name="instances">How many there are.</param>
    /// <param name="fast">How many along the fast index.</param>
    /// <param name="reuses">Whether instances along it share packed strips.</param>
    /// <param name="threads">How many workers share them.</param>
    internal static int ChunkOf(long instances, int fast, bool reuses, int threads)
    {
        var slow = Math.Max(instances / fast, 1);
        if (!reuses)
        {
            return Chunk((int)(fast / Math.Clamp(instances / (ShortUnitsPerWorker * threads), 1, fast)));
        }

        if (threads == 1 || slow >= UnitsPerWorker * threads)
        {
            return fast;
        }

        // of such runs and somewhat longer ones, those that the threads share most evenly
        var least = Chunk((int)Math.Clamp((UnitsPerWorker * threads + slow - 1) / slow, 1, fast));
        var best = least;
        for (var chunk = least + 1; chunk <= Math.Min(2 * least, fast); chunk++)
        {
            best = LargestShare((double)instances / chunk, threads) < LargestShare((double)instances / best, threads) ? chunk : best;
        }

        return best;

        int Chunk(int chunks) => (fast + chunks - 1) / chunks;
    }

    /// <summary>
    /// The part of all work that one of the threads has at most: units are dealt to them, one of them a part of one, and who has one more than others, or the
    /// part, is waited for.
    /// </summary>
    /// <param name="units">The units.</param>
    /// <param name="threads">The threads.</param>
    internal static double LargestShare(double units, int threads)
    {
        units = Math.Max(units, 1e-9);
        var whole = Math.Floor(units);
        var most = Math.Floor(whole / threads) + (whole % threads > 0 ? 1 : units - whole);
        return Math.Min(1, most / units);
    }

    /// <summary>The run of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The fast index's first value and end, and what numbers the other indices.</returns>
    public (int First, int End, long Slow) Range(long unit)
    {
        // long runs from the last to the first: under a causal mask the last one takes longest, and the short ones even out what is left
        var chunk = (int)(unit % _chunks);
        var first = (_reuses ? _chunks - 1 - chunk : chunk) * Chunk;
        return (first, Math.Min(first + Chunk, _fast), unit / _chunks);
    }

    /// <summary>Takes an index out of the number of the others.</summary>
    /// <param name="rest">The number.</param>
    /// <param name="index">The position of the index.</param>
    public int Take(ref long rest, int index)
    {
        var (quotient, remainder) = Math.DivRem(rest, Count(index));
        rest = quotient;
        return (int)remainder;
    }

    private int Count(int index) => index switch
    {
        0 => _count0,
        1 => _count1,
        2 => _count2,
        _ => _count3,
    };
}
