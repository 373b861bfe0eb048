using System.Diagnostics;

namespace TileKit.Tuning;

/// <summary>
/// Finds the fastest of a few candidates for launches of near shapes. Each launch is a trial of the next candidate: a launch may read what
/// it writes, so that none can be repeated. After three turns the faster half goes on, until one is left or the budget is spent.
/// </summary>
/// <param name="candidates">At least one, the cost model's choice first.</param>
/// <param name="budget">What all trials together may take.</param>
/// <param name="remember">Told the winner of trials, once.</param>
internal sealed class Contest(IReadOnlyList<Candidate> candidates, TimeSpan budget, Action<Candidate> remember)
{
    private const int Turns = 3;

    // What is faster by less than times scatter is not faster.
    private const double Benefit = 0.98;

    private readonly Lock _gate = new();
    private readonly List<Entrant> _left = [.. candidates.Select(static candidate => new Entrant(candidate))];
    private readonly long _budget = (long)Math.Min(budget.TotalSeconds * Stopwatch.Frequency, long.MaxValue / 2);
    private volatile Candidate? _winner = candidates.Count == 1 ? candidates[0] : null;
    private long _spent;
    private int _turn;
    private int _next;
    private bool _isWarm;
    private bool _isRunning;

    /// <summary>The cost model's choice.</summary>
    public Candidate Expected { get; } = candidates[0];

    /// <summary>What to launch with from now on, or null while that is not known.</summary>
    public Candidate? Winner => _winner;

    /// <summary>What to launch with.</summary>
    /// <param name="expected">
    /// What the cost model expects of <see cref="Expected"/> for the launch's shape: times of near shapes compare by it.
    /// </param>
    /// <param name="trial">What to time the launch by, or null where nobody asks.</param>
    public Candidate Next(double expected, out Trial? trial)
    {
        lock (_gate)
        {
            // The first launch compiles code and touches memory for the first time; two trials at once would slow each other down.
            if (_isWarm && !_isRunning && _winner is null && double.IsFinite(expected) && expected > 0)
            {
                _isRunning = true;
                var candidate = _left[_next].Candidate;
                trial = new Trial(ticks => End(candidate, ticks, ticks / expected));
                return candidate;
            }

            _isWarm = true;
            trial = null;
            return _winner ?? _left[0].Candidate;
        }
    }

    /// <summary>Ends the trial that runs.</summary>
    /// <param name="candidate">What was launched.</param>
    /// <param name="ticks">What it took; negative if it failed, which puts it out.</param>
    /// <param name="score">The same in relation to what was expected.</param>
    internal void End(Candidate candidate, long ticks, double score)
    {
        lock (_gate)
        {
            Debug.Assert(_isRunning && ReferenceEquals(_left[_next].Candidate, candidate), "one trial runs at a time");
            _isRunning = false;
            if (ticks < 0)
            {
                _left.RemoveAt(_next); // there are two or more while there are trials
            }
            else
            {
                _left[_next].Score = Math.Min(_left[_next].Score, ReferenceEquals(candidate, Expected) ? Benefit * score : score);
                _spent += ticks;
                _next++;
            }

            Advance();
        }

        if (_winner is { } winner)
        {
            remember(winner);
        }
    }

    private void Advance()
    {
        if (_next >= _left.Count)
        {
            _next = 0;
            _turn++;
            if (_turn % Turns == 0)
            {
                Sort();
                _left.RemoveRange((_left.Count + 1) / 2, _left.Count / 2);
            }
        }

        if (_left.Count == 1 || _spent >= _budget)
        {
            Sort();
            _winner = _left[0].Candidate;
        }
    }

    // Stable: where scores are equal, or there are none, the cost model has its way.
    private void Sort()
    {
        Entrant[] sorted = [.. _left.OrderBy(static entrant => entrant.Score)];
        _left.Clear();
        _left.AddRange(sorted);
    }

    private sealed class Entrant(Candidate candidate)
    {
        public Candidate Candidate => candidate;

        /// <summary>The best of its trials.</summary>
        public double Score { get; set; } = double.PositiveInfinity;
    }
}
