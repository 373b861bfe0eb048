using System.Diagnostics;
using TileKit.Tuning;

namespace TileKit.Benchmarks.Tiles;

/// <summary>Tile sizes of one launch, and the times of launches with them.</summary>
internal sealed class SizeTimes(int[] sizes)
{
    public int[] Sizes => sizes;

    /// <summary>Milliseconds.</summary>
    public List<double> Times { get; } = [];

    public double Least => Times.DefaultIfEmpty(double.PositiveInfinity).Min();

    public double Median => Times.Order().ElementAt(Times.Count / 2);
}

/// <summary>
/// The search for the best sizes of one launch: all of them once, the better ones again, and at the end the best few against the cost model's
/// choice in turns, so that whatever disturbs one disturbs all.
/// </summary>
internal sealed class LaunchSearch
{
    private const int Better = 40;
    private const int Screenings = 3;
    private const int Finalists = 5;
    private const int Rounds = 15;

    private readonly Random _random = new(5);
    private readonly IEnumerator<SizeTimes> _plan;
    private List<SizeTimes> _finalists = [];

    /// <summary>Starts a search.</summary>
    /// <param name="info">The kernel.</param>
    /// <param name="choice">The cost model's sizes.</param>
    public LaunchSearch(KernelInfo info, int[] choice)
    {
        Info = info;
        Choice = new(choice);
        _plan = Plan().GetEnumerator();
        IsDone = !_plan.MoveNext();
    }

    public KernelInfo Info { get; }

    /// <summary>The cost model's sizes.</summary>
    public SizeTimes Choice { get; }

    /// <summary>What the search found, once it is done; the choice where nothing is faster.</summary>
    public SizeTimes Best => _finalists.MinBy(static entry => entry.Median) is { } best && best.Median < Choice.Median ? best : Choice;

    /// <summary>How many combinations there are.</summary>
    public int Combinations { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>The next sizes to launch with, and what takes the time.</summary>
    public int[] Next(out Trial? trial)
    {
        trial = null;
        if (IsDone)
        {
            return Choice.Sizes;
        }

        var entry = _plan.Current;
        trial = new Trial(ticks =>
        {
            if (ticks >= 0)
            {
                entry.Times.Add(TimeSpan.FromSeconds((double)ticks / Stopwatch.Frequency).TotalMilliseconds);
            }

            IsDone = !_plan.MoveNext();
        });
        return entry.Sizes;
    }

    private IEnumerable<SizeTimes> Plan()
    {
        var all = Combine(0, new int[Info.Tunables.Count]).ToArray();
        Combinations = all.Length;
        if (all.Length == 1)
        {
            yield break;
        }

        _random.Shuffle(all);
        foreach (var entry in all)
        {
            yield return entry;
        }

        SizeTimes[] better = [.. all.OrderBy(static entry => entry.Least).Take(Better)];
        for (var screening = 0; screening < Screenings; screening++)
        {
            _random.Shuffle(better);
            foreach (var entry in better)
            {
                yield return entry;
            }
        }

        _finalists = [.. better.OrderBy(static entry => entry.Least).Where(entry => !entry.Sizes.SequenceEqual(Choice.Sizes)).Take(Finalists)];
        _finalists.ForEach(static entry => entry.Times.Clear());
        SizeTimes[] last = [Choice, .. _finalists];
        for (var round = 0; round < Rounds; round++)
        {
            _random.Shuffle(last);
            foreach (var entry in last)
            {
                yield return entry;
            }
        }
    }

    private IEnumerable<SizeTimes> Combine(int depth, int[] sizes)
    {
        if (depth == sizes.Length)
        {
            return [new([.. sizes])];
        }

        return Info.Tunables[depth].Values.SelectMany(value =>
        {
            sizes[depth] = value;
            return Combine(depth + 1, sizes);
        });
    }
}
