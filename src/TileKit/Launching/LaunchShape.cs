using System.ComponentModel;
using System.Numerics;
using TileKit.Tuning;

namespace TileKit.Launching;

/// <summary>
/// The extents and scalars of a launch, by which choices of tile sizes are remembered: one number for them as they are, and one for
/// them rounded, which near shapes share. Both are the same in every process.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct LaunchShape
{
    // 1000 and 1024 share a choice, 1000 and 1500 do not
    private const int SignificantBits = 2;

    /// <summary>For shapes as they are.</summary>
    internal ulong Exact { get; private set; }

    /// <summary>For near shapes together.</summary>
    internal ulong Bucket { get; private set; }

    /// <summary>Adds a dimension of a tensor, or a scalar.</summary>
    /// <param name="value">The value.</param>
    public void Add(int value)
    {
        Exact = StableHash.Add(Exact, (uint)value);
        Bucket = StableHash.Add(Bucket, Round(value));
    }

    /// <summary>Adds a scalar.</summary>
    /// <param name="value">The value.</param>
    public void Add(bool value) => Add(value ? 1 : 0);

    /// <summary>Adds the size of a tile that the tensors fix: shapes that differ in it are not near.</summary>
    /// <param name="value">The size.</param>
    public void AddExtent(int value)
    {
        Exact = StableHash.Add(Exact, (uint)value);
        Bucket = StableHash.Add(Bucket, (uint)value);
    }

    /// <summary>The nearest number of two significant bits, its sign above it.</summary>
    internal static ulong Round(int value)
    {
        var magnitude = (uint)Math.Abs((long)value);
        var drop = Math.Max(32 - SignificantBits - BitOperations.LeadingZeroCount(magnitude), 0);
        var rounded = (magnitude + (1UL << drop >> 1)) >> drop << drop;
        return value < 0 ? rounded | (1UL << 63) : rounded;
    }
}
