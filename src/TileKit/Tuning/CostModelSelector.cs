using System.Collections.Concurrent;
using TileKit.Launching;

namespace TileKit.Tuning;

/// <summary>Ranks all allowed sizes by a cost model, and remembers its choice for each shape.</summary>
internal sealed class CostModelSelector : TileSelector
{
    private readonly ConcurrentDictionary<LaunchKey, int[]> _choices = new();
    private readonly ConcurrentDictionary<LaunchKey, int> _variants = new();

    internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial)
    {
        trial = null;
        var key = new LaunchKey(info, profile, shape.Exact);
        int[]? tiles;
        while (!_choices.TryGetValue(key, out tiles))
        {
            // The first launch looks it up too: the code that finds it is then compiled for the second.
            _choices[key] = TileSearch.Best(kernel, info.Tunables, profile);
        }

        kernel.SetTiles(tiles);
    }

    internal override int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial)
    {
        // Two shapes may have one hash: a variant remembered for the other need not fit this one.
        trial = null;
        var key = new LaunchKey(launch.Info, launch.Profile, shape.Exact);
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
