namespace TileKit.Tuning;

/// <summary>Tries all combinations of tile sizes against the cost model.</summary>
internal static class TileSearch
{
    /// <summary>The cheapest combination.</summary>
    public static int[] Best<TKernel>(TKernel kernel, IReadOnlyList<Tunable> tunables, CpuProfile profile)
        where TKernel : struct, ITileProgram
    {
        var best = new int[tunables.Count];
        var lowest = double.NaN;
        foreach (var (_, sizes) in Combinations(tunables))
        {
            var cycles = Cycles(kernel, sizes, profile);
            if (cycles < lowest || double.IsNaN(lowest))
            {
                sizes.CopyTo(best, 0);
                lowest = cycles;
            }
        }

        return best;
    }

    /// <summary>
    /// The cheapest combination and a few more of the cheap ones, cheapest first. Neighbours are much alike, and so is what the model has wrong
    /// about them: each is as many steps from any other as there are tunables.
    /// </summary>
    public static List<int[]> Candidates<TKernel>(TKernel kernel, IReadOnlyList<Tunable> tunables, CpuProfile profile, int count)
        where TKernel : struct, ITileProgram
    {
        var all = new List<(int[] Steps, int[] Sizes, double Cycles)>();
        foreach (var (steps, sizes) in Combinations(tunables))
        {
            all.Add(([.. steps], [.. sizes], Cycles(kernel, sizes, profile)));
        }

        var chosen = new List<(int[] Steps, int[] Sizes)>();
        foreach (var (steps, sizes, _) in all.OrderBy(static entry => double.IsNaN(entry.Cycles)).ThenBy(static entry => entry.Cycles))
        {
            if (chosen.Count < count && chosen.TrueForAll(other => Distance(other.Steps, steps) >= tunables.Count))
            {
                chosen.Add((steps, sizes));
            }
        }

        return chosen.ConvertAll(static entry => entry.Sizes);
    }

    /// <summary>What the cost model expects of tile sizes.</summary>
    public static double Cycles<TKernel>(TKernel kernel, ReadOnlySpan<int> tiles, CpuProfile profile)
        where TKernel : struct, ITileProgram
    {
        kernel.SetTiles(tiles);
        var cost = new TileCost(profile);
        kernel.Describe(ref cost);
        return cost.Cycles;
    }

    // For each tunable a size and its place in the list, the last tunable's running fastest. Both arrays change with the next combination.
    private static IEnumerable<(int[] Steps, int[] Sizes)> Combinations(IReadOnlyList<Tunable> tunables)
    {
        var steps = new int[tunables.Count];
        int[] sizes = [.. tunables.Select(static tunable => tunable.Values[0])];
        while (true)
        {
            yield return (steps, sizes);
            var place = steps.Length - 1;
            while (place >= 0 && ++steps[place] == tunables[place].Values.Count)
            {
                steps[place] = 0;
                sizes[place] = tunables[place].Values[0];
                place--;
            }

            if (place < 0)
            {
                yield break;
            }

            sizes[place] = tunables[place].Values[steps[place]];
        }
    }

    private static int Distance(int[] a, int[] b) => a.Zip(b, static (x, y) => Math.Abs(x - y)).Sum();
}
