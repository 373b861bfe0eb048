namespace TileKit.Tuning;

/// <summary>Tries all combinations of tile sizes against the cost model.</summary>
internal static class TileSearch
{
    public static int[] Best<TKernel>(TKernel kernel, IReadOnlyList<Tunable> tunables, CpuProfile profile)
        where TKernel : struct, ITileProgram
    {
        var tiles = new int[tunables.Count];
        var best = new int[tunables.Count];
        var lowest = double.PositiveInfinity;
        Try(0);
        return best;

        void Try(int depth)
        {
            if (depth < tunables.Count)
            {
                foreach (var value in tunables[depth].Values)
                {
                    tiles[depth] = value;
                    Try(depth + 1);
                }

                return;
            }

            kernel.SetTiles(tiles);
            var cost = new TileCost(profile);
            kernel.Describe(ref cost);
            if (cost.Cycles < lowest || double.IsPositiveInfinity(lowest))
            {
                lowest = cost.Cycles;
                tiles.CopyTo(best, 0);
            }
        }
    }
}
