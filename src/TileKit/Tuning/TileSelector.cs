using System.Collections.Concurrent;
using TileKit.Tuning;

namespace TileKit;

/// <summary>Chooses the tile sizes of each launch among those a kernel allows.</summary>
public abstract class TileSelector
{
    private protected TileSelector()
    {
    }

    /// <summary>Ranks all allowed sizes by a cost model of the device, and remembers its choice for each shape.</summary>
    public static TileSelector CostModel { get; } = new CostModelSelector();

    /// <summary>Uses given sizes; the cost model chooses those that are not given.</summary>
    /// <param name="sizes">For each tunable, by its name in the program, the size in elements.</param>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public static TileSelector Fixed(params ReadOnlySpan<(string Tunable, int Size)> sizes)
    {
        var map = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (tunable, size) in sizes)
        {
            if (size < 1)
            {
                throw new ArgumentException($"Expected a tile size of at least 1 for {tunable}, but it is {size}.", nameof(sizes));
            }

            map[tunable] = size;
        }

        return new FixedSelector(map);
    }

    /// <summary>Sets a kernel's tile sizes.</summary>
    /// <param name="kernel">The kernel with its views set.</param>
    /// <param name="info">What is known of it.</param>
    /// <param name="profile">The device.</param>
    /// <param name="shape">A hash of the extents and scalars of the launch.</param>
    internal abstract void Select<TKernel>(ref TKernel kernel, KernelInfo info, DeviceProfile profile, int shape)
        where TKernel : struct, ITileProgram;

    private sealed class CostModelSelector : TileSelector
    {
        private readonly ConcurrentDictionary<(KernelInfo Info, DeviceProfile Profile, int Shape), int[]> _choices = new();

        internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, DeviceProfile profile, int shape)
        {
            if (!_choices.TryGetValue((info, profile, shape), out var tiles))
            {
                tiles = TileSearch.Best(kernel, info.Tunables, profile);
                _choices[(info, profile, shape)] = tiles;
            }

            kernel.SetTiles(tiles);
        }
    }

    private sealed class FixedSelector(Dictionary<string, int> sizes) : TileSelector
    {
        internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, DeviceProfile profile, int shape)
        {
            var tunables = new Tunable[info.Tunables.Count];
            for (var i = 0; i < tunables.Length; i++)
            {
                var tunable = info.Tunables[i];
                tunables[i] = sizes.TryGetValue(tunable.Name, out var size) ? tunable with { Values = [Allowed(info, tunable, size)] } : tunable;
            }

            kernel.SetTiles(TileSearch.Best(kernel, tunables, profile));
        }

        private static int Allowed(KernelInfo info, Tunable tunable, int size) => info.IsAllowed(tunable, size)
            ? size
            : throw new ArgumentException($"{info.Name}: expected {tunable.Name} to be one of {string.Join(", ", tunable.Values)}, but it is {size}.", tunable.Name);
    }
}
