using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>Maps rows and columns to the outer and the lane side, given the lane axis.</summary>
internal static class Sides
{
    public static Dim Outer(this LaneAxis lanes, TileType tile) => lanes == LaneAxis.Cols ? tile.Rows : tile.Cols;

    public static Dim Lane(this LaneAxis lanes, TileType tile) => lanes == LaneAxis.Cols ? tile.Cols : tile.Rows;

    /// <summary>The side a vector runs along.</summary>
    public static Side SideOf(this LaneAxis lanes, IrType vector) => (vector is RowVecType) == (lanes == LaneAxis.Cols) ? Side.Lane : Side.Outer;

    /// <summary>The side that a reduction makes disappear.</summary>
    public static Side ReducedBy(this LaneAxis lanes, ReduceScope scope) => (scope == ReduceScope.Row) == (lanes == LaneAxis.Cols) ? Side.Lane : Side.Outer;

    /// <summary>The side that an index counts along.</summary>
    public static Side SideOf(this LaneAxis lanes, TileAxis axis) => (axis == TileAxis.Col) == (lanes == LaneAxis.Cols) ? Side.Lane : Side.Outer;

    /// <summary>The extent along a side of scratch.</summary>
    public static ExtentSet Of(this ExtentTable extents, Value value, Side side, LaneAxis lanes) =>
        (side == Side.Outer) == (lanes == LaneAxis.Cols) ? extents.Rows(value) : extents.Cols(value);
}
