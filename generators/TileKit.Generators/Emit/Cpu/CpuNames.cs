using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Names of a kernel's fields, and expressions, that more than one emitter writes.</summary>
internal static class CpuNames
{
    public static string Streams(Kernel kernel, int tensor) => $"{kernel.Tensors[tensor].Name}Streams";

    /// <summary>The name of a method that each grid has; the first grid's is plain.</summary>
    public static string Method(CpuPlan plan, string name) => plan.Phase == 0 ? name : $"Grid{plan.Phase + 1}{name}";

    public static string Slot(int slot) => $"slot{slot}";

    public static string Strip(int strip) => $"strip{strip}";

    /// <summary>Whether a strip keeps its tiles: rows that a product may as well read in memory are kept where they lie badly.</summary>
    public static string IsKept(Strip strip, Kernel kernel) => strip.Load is RowsStep && strip.Load.Source.Type.Element == ElementType.Float
        ? $"Operand.IsKept({kernel.Tensors[strip.Load.Matrix.Tensor].Name}.RowStride, {strip.Tile.Cols})"
        : "true";

    /// <summary>Whether instances along the fast index share strips.</summary>
    public static string Reuses(CpuPlan plan) => plan.Strips.Count == 0 ? "false"
        : plan.Strips.All(s => s.Load is RowsStep) ? string.Join(" || ", plan.Strips.Select(s => IsKept(s, plan.Kernel)))
        : "true";
}
