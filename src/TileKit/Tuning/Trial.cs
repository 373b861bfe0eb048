using System.Diagnostics;

namespace TileKit.Tuning;

/// <summary>A launch whose time is wanted.</summary>
/// <param name="end">Told the time in ticks of the stopwatch; −1 if the launch failed.</param>
internal sealed class Trial(Action<long> end) : IDisposable
{
    private long _start;
    private long _ticks = -1;

    /// <summary>The launch begins.</summary>
    public void Start() => _start = Stopwatch.GetTimestamp();

    /// <summary>The launch is done. A trial that is disposed without has failed.</summary>
    public void Complete() => _ticks = Stopwatch.GetTimestamp() - _start;

    public void Dispose() => end(_ticks);
}
