using System.Diagnostics;

namespace TileKit.Benchmarks.Speed;

/// <summary>
/// The runtime compiles what is called often, a little later, in two steps and on a thread of its own, which takes one of two cores: nobody is timed before.
/// </summary>
internal static class Settling
{
    private const int Steps = 4;
    private const int CallsBeforeCompiled = 64;

    private static readonly TimeSpan s_delay = TimeSpan.FromMilliseconds(150);

    // where so many calls take longer than this, what is compiled later is nothing beside what a call computes
    private static readonly TimeSpan s_calls = TimeSpan.FromMilliseconds(100);

    /// <summary>Calls something as often as the runtime waits for, and waits for what it compiles.</summary>
    public static void Run(Action run)
    {
        for (var step = 0; step < Steps; step++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var call = 0; call < CallsBeforeCompiled && Stopwatch.GetElapsedTime(start) < s_calls; call++)
            {
                run();
            }

            if (Stopwatch.GetElapsedTime(start) >= s_calls)
            {
                return;
            }

            Thread.Sleep(s_delay);
        }
    }
}
