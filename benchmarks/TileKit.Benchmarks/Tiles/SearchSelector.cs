using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Benchmarks.Tiles;

/// <summary>Gives each launch of a case the next sizes of a search of its own.</summary>
internal sealed class SearchSelector : TileSelector
{
    private readonly Dictionary<(KernelInfo, ulong), LaunchSearch> _searches = [];

    /// <summary>A search for each kernel and shape that was launched, in the order of their first launches.</summary>
    public IEnumerable<LaunchSearch> Searches => _searches.Values;

    /// <summary>Whether every search is done.</summary>
    public bool IsDone => _searches.Values.All(static search => search.IsDone);

    /// <summary>Forgets the launches of the case before.</summary>
    public void Clear() => _searches.Clear();

    internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial)
    {
        if (!_searches.TryGetValue((info, shape.Exact), out var search))
        {
            // a first launch compiles code and touches memory for the first time: it has the cost model's sizes and is not timed
            var choice = TileSearch.Best(kernel, info.Tunables, profile);
            _searches.Add((info, shape.Exact), new(info, choice));
            kernel.SetTiles(choice);
            trial = null;
            return;
        }

        kernel.SetTiles(search.Next(out trial));
    }

    internal override int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial) =>
        CostModel.SelectVariant(ref launch, shape, out trial);
}
