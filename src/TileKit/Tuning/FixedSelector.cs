using System.Collections.Concurrent;
using TileKit.Launching;

namespace TileKit.Tuning;

/// <summary>Uses given sizes; the cost model chooses those that are not given.</summary>
/// <param name="sizes">The sizes by the tunables' names.</param>
internal sealed class FixedSelector(Dictionary<string, int> sizes) : TileSelector
{
    private readonly ConcurrentDictionary<LaunchKey, int[]> _choices = new();

    internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial)
    {
        trial = null;
        var key = new LaunchKey(info, profile, shape.Exact);
        if (!_choices.TryGetValue(key, out var tiles))
        {
            tiles = TileSearch.Best(kernel, Restricted(info), profile);
            _choices[key] = tiles;
        }

        kernel.SetTiles(tiles);
    }

    internal override int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial)
    {
        trial = null;
        var variant = VariantSearch.Best(ref launch, sizes);
        return variant >= 0 || HasSome(ref launch) ? variant : throw NoSuchVariant(ref launch);
    }

    private Tunable[] Restricted(KernelInfo info) => [.. info.Tunables.Select(tunable => Restricted(info, tunable))];

    private Tunable Restricted(KernelInfo info, Tunable tunable)
    {
        if (!sizes.TryGetValue(tunable.Name, out var size))
        {
            return tunable;
        }

        return info.IsAllowed(tunable, size)
            ? tunable with { Values = [size] }
            : throw new ArgumentException($"{info.Name}: expected {tunable.Name} to be one of {string.Join(", ", tunable.Values)}, but it is {size}.", tunable.Name);
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
}
