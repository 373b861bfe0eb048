using TileKit.Tuning;

namespace TileKit.Tests.Tuning;

public class ContestTests
{
    private static readonly TimeSpan s_plenty = TimeSpan.FromMinutes(1);

    private readonly List<Candidate> _told = [];

    [Fact]
    public void TheFirstLaunchIsTheCostModelsAndNotTimed()
    {
        var contest = Make(3, s_plenty);
        Assert.Same(contest.Expected, contest.Next(1, out var trial));
        Assert.Null(trial);
        contest.Next(1, out trial);
        Assert.NotNull(trial);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void TheFastestStays(int count)
    {
        for (var fastest = 0; fastest < count; fastest++)
        {
            _told.Clear();
            var contest = Make(count, s_plenty);
            var launches = Run(contest, candidate => candidate.Variant == fastest ? 90 : 100 + candidate.Variant);
            Assert.Equal(fastest, contest.Winner?.Variant);
            Assert.Same(contest.Winner, Assert.Single(_told));

            // three turns of all, of the faster half, and so on
            var trials = 0;
            for (var left = count; left > 1; left = (left + 1) / 2)
            {
                trials += 3 * left;
            }

            Assert.Equal(trials + 1, launches);
        }
    }

    [Fact]
    public void OneSlowTrialDoesNotDecide()
    {
        // each candidate is disturbed once
        var contest = Make(4, s_plenty);
        var seen = new int[4];
        Run(contest, candidate => ++seen[candidate.Variant] == 2 ? 1000 : 10 - candidate.Variant);
        Assert.Equal(3, contest.Winner?.Variant);
    }

    [Fact]
    public void TheCostModelsChoiceStaysWhereOthersAreHardlyFaster()
    {
        var contest = Make(4, s_plenty);
        Run(contest, static candidate => candidate.Variant == 3 ? 990 : 1000);
        Assert.Equal(0, contest.Winner?.Variant);
        var faster = Make(4, s_plenty);
        Run(faster, static candidate => candidate.Variant == 3 ? 970 : 1000);
        Assert.Equal(3, faster.Winner?.Variant);
    }

    [Fact]
    public void ABudgetEndsIt()
    {
        var contest = Make(4, TimeSpan.FromSeconds(3));
        var launches = Run(contest, static candidate => (4 - candidate.Variant) * System.Diagnostics.Stopwatch.Frequency);
        Assert.Equal(2, launches); // the first trial takes four seconds
        Assert.Equal(0, contest.Winner?.Variant);

        var longer = Make(4, TimeSpan.FromSeconds(6));
        Assert.Equal(3, Run(longer, static candidate => (4 - candidate.Variant) * System.Diagnostics.Stopwatch.Frequency));
        Assert.Equal(1, longer.Winner?.Variant);
    }

    [Fact]
    public void OneCandidateNeedsNoTrial()
    {
        var contest = Make(1, s_plenty);
        Assert.Same(contest.Expected, contest.Winner);
        Assert.Empty(_told);
    }

    [Fact]
    public void TwoTrialsNeverRunAtOnce()
    {
        var contest = Make(2, s_plenty);
        contest.Next(1, out _);
        contest.Next(1, out var first);
        Assert.Same(contest.Expected, contest.Next(1, out var second));
        Assert.Null(second);
        first!.Start();
        first.Complete();
        first.Dispose();
        contest.Next(1, out second);
        Assert.NotNull(second);
    }

    [Fact]
    public void ALaunchThatFailsTakesItsSizesOut()
    {
        var contest = Make(3, s_plenty);
        Run(contest, static candidate => candidate.Variant == 2 ? -1 : 10 + candidate.Variant);
        Assert.Equal(0, contest.Winner?.Variant);

        _told.Clear();
        var worse = Make(3, s_plenty);
        Run(worse, static candidate => candidate.Variant < 2 ? -1 : 10);
        Assert.Equal(2, worse.Winner?.Variant);
        Assert.Single(_told);
    }

    [Fact]
    public void TimesOfNearShapesCompareByWhatWasExpected()
    {
        // every other launch is of a shape that takes twice as long: by time alone, the candidate that met the smaller one would win
        var contest = Make(2, s_plenty);
        var launch = 0;
        contest.Next(1, out _);
        while (contest.Winner is null)
        {
            var expected = launch++ % 2 == 0 ? 1.0 : 2.0;
            var candidate = contest.Next(expected, out var trial);
            Assert.NotNull(trial);
            var ticks = (long)(expected * (candidate.Variant == 0 ? 100 : 120));
            contest.End(candidate, ticks, ticks / expected);
        }

        Assert.Equal(0, contest.Winner.Variant);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ALaunchOfNothingIsNoTrial(double expected)
    {
        var contest = Make(2, s_plenty);
        contest.Next(1, out _);
        contest.Next(expected, out var trial);
        Assert.Null(trial);
    }

    private Contest Make(int count, TimeSpan budget) =>
        new([.. Enumerable.Range(0, count).Select(static i => new Candidate([i], i))], budget, _told.Add);

    /// <summary>Launches until it is over.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="ticks">What a candidate's launch takes; negative if it fails.</param>
    /// <returns>The number of launches.</returns>
    private static int Run(Contest contest, Func<Candidate, long> ticks)
    {
        for (var launches = 0; ; launches++)
        {
            if (contest.Winner is not null)
            {
                return launches;
            }

            var candidate = contest.Next(1, out var trial);
            if (trial is null)
            {
                continue;
            }

            var taken = ticks(candidate);
            contest.End(candidate, taken, taken);
        }
    }
}
