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

    /// <summary>Uses given sizes; the cost model chooses those that are not given. A GPU kernel must have a variant with them.</summary>
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
    internal abstract void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, int shape)
        where TKernel : struct, ITileProgram;

    /// <summary>Chooses among a kernel's variants.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="shape">A hash of the extents and scalars of the launch.</param>
    /// <returns>The variant, or −1 if none that may be chosen fits.</returns>
    internal abstract int SelectVariant<TLaunch>(ref TLaunch launch, int shape)
        where TLaunch : struct, IVariantLaunch, allows ref struct;

    private sealed class CostModelSelector : TileSelector
    {
        private readonly ConcurrentDictionary<(KernelInfo Info, CpuProfile Profile, int Shape), int[]> _choices = new();
        private readonly ConcurrentDictionary<(KernelInfo Info, GpuProfile Profile, int Shape), int> _variants = new();

        internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, int shape)
        {
            if (!_choices.TryGetValue((info, profile, shape), out var tiles))
            {
                tiles = TileSearch.Best(kernel, info.Tunables, profile);
                _choices[(info, profile, shape)] = tiles;
            }

            kernel.SetTiles(tiles);
        }

        internal override int SelectVariant<TLaunch>(ref TLaunch launch, int shape)
        {
            // Two shapes may have one hash: a variant remembered for the other need not fit this one.
            var key = (launch.Info, launch.Profile, shape);
            if (!_variants.TryGetValue(key, out var variant) || !launch.Fits(variant))
            {
                variant = VariantSearch.Best(ref launch);
                if (variant >= 0)
                {
                    _variants[key] = variant;
                }
            }

            return variant;
        }
    }

    private sealed class FixedSelector(Dictionary<string, int> sizes) : TileSelector
    {
        internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, int shape)
        {
            var tunables = new Tunable[info.Tunables.Count];
            for (var i = 0; i < tunables.Length; i++)
            {
                var tunable = info.Tunables[i];
                tunables[i] = sizes.TryGetValue(tunable.Name, out var size) ? tunable with { Values = [Allowed(info, tunable, size)] } : tunable;
            }

            kernel.SetTiles(TileSearch.Best(kernel, tunables, profile));
        }

        internal override int SelectVariant<TLaunch>(ref TLaunch launch, int shape)
        {
            var variant = VariantSearch.Best(ref launch, sizes);
            return variant >= 0 || HasSome(ref launch) ? variant : throw NoSuchVariant(ref launch);
        }

        private bool HasSome<TLaunch>(ref TLaunch launch)
            where TLaunch : struct, IVariantLaunch, allows ref struct
        {
            for (var variant = 0; variant < launch.Count; variant++)
            {
                if (VariantSearch.Has(ref launch, variant, sizes))
                {
                    return true;
                }
            }

            return false;
        }

        private ArgumentException NoSuchVariant<TLaunch>(ref TLaunch launch)
            where TLaunch : struct, IVariantLaunch, allows ref struct
        {
            var tunables = launch.Info.Tunables;
            var known = new List<string>();
            for (var variant = 0; variant < launch.Count; variant++)
            {
                known.Add(VariantText.Sizes([.. tunables.Select(t => t.Name)], launch.Tiles(variant)));
            }

            var fixedSizes = tunables.Where(t => sizes.ContainsKey(t.Name)).ToArray();
            return new(
                $"{launch.Info.Name}: expected the tile sizes of one of its GPU kernels, "
                + $"{string.Join("; ", known.Distinct(StringComparer.Ordinal))}, but they are "
                + $"{string.Join(", ", fixedSizes.Select(t => $"{t.Name} {sizes[t.Name]}"))}.",
                fixedSizes[0].Name);
        }

        private static int Allowed(KernelInfo info, Tunable tunable, int size) => info.IsAllowed(tunable, size)
            ? size
            : throw new ArgumentException($"{info.Name}: expected {tunable.Name} to be one of {string.Join(", ", tunable.Values)}, but it is {size}.", tunable.Name);
    }
}
