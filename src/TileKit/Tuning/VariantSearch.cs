namespace TileKit.Tuning;

/// <summary>Tries the variants of a kernel against the cost model.</summary>
internal static class VariantSearch
{
    /// <summary>The best of the variants that fit and have the sizes given, or −1 if none does.</summary>
    public static int Best<TLaunch>(ref TLaunch launch, Dictionary<string, int>? sizes = null)
        where TLaunch : struct, IVariantLaunch, allows ref struct
    {
        var best = -1;
        var lowest = double.PositiveInfinity;
        for (var variant = 0; variant < launch.Count; variant++)
        {
            if (!Has(ref launch, variant, sizes) || !launch.Fits(variant))
            {
                continue;
            }

            var seconds = launch.Seconds(variant);
            if (best < 0 || seconds < lowest)
            {
                (best, lowest) = (variant, seconds);
            }
        }

        return best;
    }

    /// <summary>The best few of the variants that fit, best first; none if none does.</summary>
    public static IEnumerable<int> Best<TLaunch>(ref TLaunch launch, int count)
        where TLaunch : struct, IVariantLaunch, allows ref struct
    {
        var fitting = new List<(int Variant, double Seconds)>();
        for (var variant = 0; variant < launch.Count; variant++)
        {
            if (launch.Fits(variant))
            {
                fitting.Add((variant, launch.Seconds(variant)));
            }
        }

        return fitting.OrderBy(static entry => entry.Seconds).Take(count).Select(static entry => entry.Variant);
    }

    /// <summary>Whether a variant has the sizes given; any where none is given.</summary>
    public static bool Has<TLaunch>(ref TLaunch launch, int variant, Dictionary<string, int>? sizes)
        where TLaunch : struct, IVariantLaunch, allows ref struct
    {
        if (sizes is null)
        {
            return true;
        }

        var tiles = launch.Tiles(variant);
        for (var i = 0; i < tiles.Length; i++)
        {
            if (sizes.TryGetValue(launch.Info.Tunables[i].Name, out var size) && size != tiles[i])
            {
                return false;
            }
        }

        return true;
    }
}
