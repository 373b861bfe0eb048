using System.Diagnostics;

namespace Digits;

/// <summary>Times several actions in turns, so that whatever slows the machine down slows all of them.</summary>
internal static class Interleaved
{
    /// <summary>The median time of each action.</summary>
    public static TimeSpan[] Medians(TimeSpan budget, params ReadOnlySpan<Action> actions)
    {
        var times = new List<long>[actions.Length];
        for (var i = 0; i < actions.Length; i++)
        {
            times[i] = [];
            actions[i]();
        }

        for (var start = Stopwatch.GetTimestamp(); times[0].Count < 5 || Stopwatch.GetElapsedTime(start) < budget;)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                var before = Stopwatch.GetTimestamp();
                actions[i]();
                times[i].Add(Stopwatch.GetTimestamp() - before);
            }
        }

        return [.. times.Select(static ticks => Stopwatch.GetElapsedTime(0, ticks.Order().ElementAt(ticks.Count / 2)))];
    }
}
