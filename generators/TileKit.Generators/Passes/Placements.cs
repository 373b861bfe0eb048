using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>Where the indices of a grid stand in the windows of its loads and stores.</summary>
internal sealed class Placements
{
    private readonly Dictionary<int, Op> definitions = [];
    private readonly HashSet<int> uniform = [];
    private readonly ScalarKeys keys;

    public Placements(Kernel kernel)
    {
        keys = new ScalarKeys(kernel);
        foreach (var op in kernel.Body.Ops)
        {
            uniform.UnionWith(op.Definitions().Select(v => v.Id));
        }

        foreach (var op in kernel.Body.Descendants().OfType<ValueOp>())
        {
            definitions[op.Result.Id] = op;
            if (op is ScalarParameterOp or ConstantOp or DimOp || (op is MapOp or DimensionOp or SliceOp && op.Operands().All(o => uniform.Contains(o.Id))))
            {
                uniform.Add(op.Result.Id);
            }
        }
    }

    /// <summary>Where each of the grid's indices stands in a window.</summary>
    public Placement Of(Window window, GridOp grid)
    {
        var groups = grid.Body.Ops.OfType<GroupsOp>().FirstOrDefault();
        var (source, slices) = Source(window.Matrix);
        var isGrouped = groups is not null && slices.Any(s => IsGroup(s, groups));
        (Axis Axis, Value? Index, Dim Size)[] indices =
        [
            (Axis.Batch, source.Batch, Dim.One),
            (Axis.Depth, source.Depth, Dim.One),
            (Axis.Rows, window.Row, window.Kind == WindowKind.Tile ? window.Rows : Dim.One),
            (Axis.Cols, window.Col, window.Kind == WindowKind.ColVec ? window.Rows : window.Cols),
        ];

        var placement = new Placement(slices.Select(s => (s.Axis, Key(s))).ToList());
        var placed = new HashSet<int>();
        List<Value> left = [.. groups is null ? grid.Indices : [groups.Group, groups.Tile, .. grid.Indices.Skip(1)]];
        if (groups is not null && isGrouped)
        {
            // the groups' rows do not overlap; a tile of one has its place among the group's
            placed.Add(groups.Group.Id);
            placement.Axes.UnionWith(slices.Where(s => IsGroup(s, groups)).Select(s => s.Axis));
            left.RemoveAt(0);
        }

        // rows r, r + n, r + 2n, … for each r below n: what an index and its count choose so, no other value of the index has
        foreach (var residue in left.Where(i => slices.Any(s => IsResidue(s, i, grid))).ToList())
        {
            placed.Add(residue.Id);
            placement.Axes.UnionWith(slices.Where(s => IsResidue(s, residue, grid)).Select(s => s.Axis));
            left.Remove(residue);
        }

        // a slice may move with the indices that have their place elsewhere
        while (left.FirstOrDefault(Find) is { } found)
        {
            placed.Add(found.Id);
            left.Remove(found);
        }

        placement.Missing = left.Count > 0 ? Describe(left[0], grid, groups) : null;
        return placement;

        bool Find(Value index)
        {
            foreach (var (axis, at, size) in indices)
            {
                // a factor of the index that could be zero would put all instances in one place, and so might a slice that moves
                if (at is not null && Affine.Of(at, definitions) is var affine
                    && affine.Coefficients.TryGetValue(index.Id, out var factor) && IsPositive(factor)
                    && affine.Coefficients.Keys.All(k => k == index.Id || uniform.Contains(k))
                    && slices.All(s => s.Axis != axis || IsGroup(s, groups) || s.Operands().All(o => IsFixedBy(o, placed))))
                {
                    placement.Places[index.Id] = new Place(axis, affine, size);
                    return true;
                }
            }

            return false;
        }
    }

    // the matrix of a tensor that a window lies in, and the slices on the way to it
    private (Matrix Source, List<SliceOp> Slices) Source(Matrix matrix)
    {
        var slices = new List<SliceOp>();
        while (matrix.Slice is { } slice)
        {
            var op = (SliceOp)definitions[slice.Id];
            slices.Add(op);
            matrix = op.Source;
        }

        return (matrix, slices);
    }

    private bool IsResidue(SliceOp slice, Value index, GridOp grid) =>
        slice.Step is { } step && slice.Start.Id == index.Id
        && grid.Indices.ToList().FindIndex(i => i.Id == index.Id) is >= 0 and var position && keys.Of(grid.Counts[position]) == keys.Of(step);

    // whether instances that agree in these grid indices agree in the value
    private bool IsFixedBy(Value value, HashSet<int> placed) => IsFixedBy(value, placed, []);

    // each value once, however many others are made of it
    private bool IsFixedBy(Value value, HashSet<int> placed, Dictionary<int, bool> known)
    {
        if (!known.TryGetValue(value.Id, out var isFixed))
        {
            known[value.Id] = isFixed = uniform.Contains(value.Id) || placed.Contains(value.Id)
                || (definitions.TryGetValue(value.Id, out var op) && op is MapOp or DimensionOp or LoadScalarOp or SliceOp && op.Operands().All(o => IsFixedBy(o, placed, known)));
        }

        return isFixed;
    }

    private static bool IsGroup(SliceOp slice, GroupsOp? groups) =>
        groups is not null && slice.Group is { } group && group.Offsets.Equals(groups.Offsets) && group.Index.Id == groups.Group.Id;

    private static string Describe(Value index, GridOp grid, GroupsOp? groups) =>
        groups is null ? $"number {grid.Indices.ToList().IndexOf(index) + 1}"
        : index.Id == groups.Group.Id ? "of the group (store to SliceRows or SliceCols of the same offsets and group)"
        : index.Id == groups.Tile.Id ? "of the tile in its group"
        : $"number {grid.Indices.ToList().IndexOf(index) + 2}";

    // two slices with equal keys are the same
    private string Key(SliceOp slice) => slice.Group is { } group
        ? $"{slice.Axis} of {group.Offsets} {keys.Of(group.Index)}"
        : $"{slice.Axis} {keys.Of(slice.Start)} {keys.Of(slice.Count)} {(slice.Step is null ? "" : keys.Of(slice.Step))}";

    // tile sizes are positive; a quotient of them, which is a symbol in parentheses, may not be
    private static bool IsPositive(Dim factor) =>
        factor.Terms.Count > 0 && factor.Terms.All(t => t.Coefficient > 0 && t.Symbols.All(s => !s.StartsWith("(", StringComparison.Ordinal)));
}

/// <summary>Where each grid index stands in a window, and the slices that the window lies in.</summary>
internal sealed class Placement(IReadOnlyList<(Axis Axis, string Key)> slices)
{
    private readonly IReadOnlyList<(Axis Axis, string Key)> slices = slices;

    /// <summary>The dimensions that a slice divides among the instances; others are an instance's own.</summary>
    public HashSet<Axis> Axes { get; } = [];

    public Dictionary<int, Place> Places { get; } = [];

    /// <summary>The first grid index that has no place of its own, in words.</summary>
    public string? Missing { get; set; }

    public bool SameAs(Placement other) =>
        Missing is null && other.Missing is null
        && Dividing().SequenceEqual(other.Dividing())
        && Places.All(p => other.Places.TryGetValue(p.Key, out var place) && p.Value.SameAs(place));

    // the halves of a row are both those of the instance that has the row
    private IEnumerable<(Axis Axis, string Key)> Dividing() => slices.Where(s => Axes.Contains(s.Axis) || Places.Values.Any(p => p.Axis == s.Axis));
}

/// <summary>The index of a window in which a grid index stands.</summary>
internal sealed record Place(Axis Axis, Affine Index, Dim Size)
{
    public bool SameAs(Place other) => Axis == other.Axis && Size.Equals(other.Size) && Index.SameAs(other.Index);
}
