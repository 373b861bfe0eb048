using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Names of a kernel's fields that more than one emitter writes.</summary>
internal static class CpuNames
{
    public static string Streams(Kernel kernel, int tensor) => $"{kernel.Tensors[tensor].Name}Streams";

    public static string Slot(int slot) => $"slot{slot}";

    public static string Strip(int strip) => $"strip{strip}";
}
