namespace TileKit.Benchmarks.Speed;

/// <summary>A kernel on tensors of one shape, with the work it is credited for and a check of its result.</summary>
/// <param name="name">Its name and shape.</param>
/// <param name="work">FLOPs, or bytes where <paramref name="isMemoryBound"/>.</param>
/// <param name="isMemoryBound">Whether it is held against the copy bandwidth and not against the FMA peak.</param>
/// <param name="run">Launches the kernel.</param>
/// <param name="error">The largest error of the result; see <see cref="Error"/>.</param>
internal sealed class Workload(string name, double work, bool isMemoryBound, Action run, Func<double> error)
{
    /// <summary>What float may be off by.</summary>
    public const double Tolerance = 1e-5;

    public string Name => name;

    public bool IsMemoryBound => isMemoryBound;

    /// <summary>FLOPs, or bytes where memory is the limit.</summary>
    public double Work => work;

    public void Run() => run();

    /// <summary>
    /// The largest error of some rows, the first and the last among them, against float64: relative to the same expression over
    /// absolute values, since cancellation is nobody's fault.
    /// </summary>
    public double Error() => error();
}
