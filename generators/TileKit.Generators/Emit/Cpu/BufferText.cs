using TileKit.Generators.IR;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Sizes and strides of buffers as C#.</summary>
internal static class BufferText
{
    /// <summary>The number of elements; <paramref name="lanes"/> is the expression of the bundle's lane count.</summary>
    public static string Size(TileBuffer buffer, string lanes) => buffer switch
    {
        { Layout: BufferLayout.Vector } => $"Scratch.Vector({buffer.Lane}, {lanes})",
        { Layout: BufferLayout.Rows } => $"Scratch.Rows({buffer.Outer}, {buffer.Lane}, {lanes})",
        { Layout: BufferLayout.Panels } => $"Scratch.Panels({buffer.Outer}, {buffer.Lane}, {lanes})",
        { LanesOutside: true } => $"Scratch.Panels({buffer.Outer}, {lanes}, {lanes})",
        _ => $"Scratch.Vector({buffer.Lane}, {lanes})",
    };

    /// <summary>The number of tiles in a strip.</summary>
    public static string Tiles(Strip strip, Kernel kernel) => strip.SlotIndex is null
        ? "1"
        : $"Extents.Count({kernel.Tensors[strip.Load.Matrix.Tensor].Name}.{strip.SlotAxis}, {(strip.SlotAxis == Axis.Rows ? strip.Tile.Rows : strip.Tile.Cols)})";

    /// <summary>The stride from row to row.</summary>
    public static string RowStride(TileBuffer buffer) => buffer.Layout == BufferLayout.Rows ? buffer.Name + "r" : "F.Count";

    /// <summary>The stride per lane between bundles.</summary>
    public static string LaneStride(TileBuffer buffer) => buffer.Layout == BufferLayout.Rows ? "1" : buffer.Name + "v";

    public static string Element(TileBuffer buffer) => buffer.IsInt ? "int" : "float";

    public static string Vector(TileBuffer buffer) => buffer.IsInt ? "I" : "F";
}
