using System.ComponentModel;

namespace TileKit.Tuning;

/// <summary>
/// A rough model of a CPU core, in cycles: what matters is not the time but which tile sizes are better than others. A bundle is
/// two vector registers; a cycle multiplies and adds one bundle, or moves one between registers and the nearest cache.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TileCost(DeviceProfile profile)
{
    private const double InstanceOverhead = 150;
    private const double CallOverhead = 30;

    private double _instances;
    private double _fast;
    private double _cycles;
    private double _scratch;

    /// <summary>The lanes of a bundle.</summary>
    public readonly int Lanes => 2 * profile.VectorBytes / sizeof(float);

    /// <summary>The whole launch on all threads.</summary>
    public readonly double Cycles
    {
        get
        {
            // buffers beyond the second-level cache slow everything that goes through them
            var spill = Math.Max(0, (_scratch * sizeof(float) / (0.75 * profile.L2Bytes)) - 1);
            var shares = Math.Ceiling(_instances / profile.Threads) * profile.Threads / Math.Max(_instances, 1);
            return ((_cycles * (1 + (0.25 * Math.Min(spill, 4)))) + (_instances * InstanceOverhead)) * shares / profile.Threads;
        }
    }

    /// <summary>The program instances, and how many of them share packed strips.</summary>
    public void Instances(double count, double fast)
    {
        _instances = count;
        _fast = Math.Max(1, fast);
    }

    /// <summary>A buffer of four-byte elements.</summary>
    public void Scratch(long elements) => _scratch += elements;

    /// <summary>A matrix product with its accumulators in scratch.</summary>
    public void Mma(double times, double rows, double lanes, double k)
    {
        var bundles = Math.Ceiling(lanes / Lanes);
        var padded = Math.Ceiling(rows / 8) * 8;
        var x = padded * k * sizeof(float);
        var panel = k * Lanes * sizeof(float);

        // the broadcast operand is read again for each bundle, the panel for each block of rows
        var penalty = (x > profile.L2Bytes * 0.6 ? 1.3 : 1) * (panel > profile.L1Bytes * 0.7 ? 1.15 : 1);
        _cycles += times * ((bundles * padded * (k * penalty + 4)) + (bundles * padded / 8 * 12) + CallOverhead);
    }

    /// <summary>A tile packed into bundles, or stored from them.</summary>
    public void Pack(double times, double rows, double cols, bool transposed, bool reused) =>
        _cycles += times / (reused ? _fast : 1) * ((rows * cols * (transposed ? 0.6 : 0.25)) + CallOverhead);

    /// <summary>A tile copied row by row.</summary>
    public void Rows(double times, double rows, double cols) => _cycles += times * ((rows * cols * 0.12) + (rows * 4) + CallOverhead);

    /// <summary>Elementwise work on a tile.</summary>
    public void Nest(double times, double rows, double lanes, int weight, bool lanesInside)
    {
        var bundles = Math.Ceiling(lanes / Lanes);
        var loops = lanesInside ? rows : bundles;
        _cycles += times * ((bundles * rows * (2 + (weight * 0.7))) + (loops * 12) + CallOverhead);
    }
}
