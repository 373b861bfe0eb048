using TileKit.Generators.IR;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Names of a kernel's fields that more than one emitter writes.</summary>
internal static class CpuNames
{
    public static string Streams(Kernel kernel, int tensor) => $"{kernel.Tensors[tensor].Name}Streams";

    /// <summary>The name of a method that each grid has; the first grid's is plain.</summary>
    public static string Method(CpuPlan plan, string name) => plan.Phase == 0 ? name : $"Grid{plan.Phase + 1}{name}";

    public static string Slot(int slot) => $"slot{slot}";

    public static string Strip(int strip) => $"strip{strip}";
}
