using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>What a nest's method gets from the program instance: each expression of the caller becomes one parameter.</summary>
internal sealed class NestArguments(CpuPlan plan, Nest nest)
{
    private readonly List<(string Type, string Name, string Expression)> arguments = [];

    public string Parameters => string.Join(", ", arguments.Select(a => $"{a.Type} {a.Name}"));

    public string Values => string.Join(", ", arguments.Select(a => a.Expression));

    /// <summary>A real extent.</summary>
    public string Extent(ExtentSet extent) => Add("int", "n", extent.ToString());

    public string Scalar(Value value) => Add(value.Type.Element.CSharp(), $"s{value.Id}", $"s{value.Id}", named: true);

    /// <summary>A buffer's address.</summary>
    public string Buffer(TileBuffer buffer) => Add($"Ptr<{(buffer.IsInt ? "int" : "float")}>", buffer.Name, buffer.Name, named: true);

    /// <summary>The address in a tile's buffer, and from there the element (r, v): what the nest is at outside has a local.</summary>
    public (string Address, string Offset) Element(TileBuffer buffer) => (buffer.Layout, nest.Outside) switch
    {
        (BufferLayout.Panels, Side.Lane) => (Start(buffer), "r * F.Count"),
        (BufferLayout.Panels, _) => (Buffer(buffer), $"v * {Stride(buffer)} + r * F.Count"),
        (BufferLayout.Rows, Side.Outer) => (Start(buffer), "v"),
        (BufferLayout.Rows, _) => (Buffer(buffer), $"v + r * {Stride(buffer)}"),
        _ => (Buffer(buffer), buffer.LanesOutside ? "r * F.Count" : "v"),
    };

    /// <summary>The local that holds where a buffer's panel or row begins, and its value; null where a buffer needs none.</summary>
    public string? StartOf(TileBuffer buffer) => (buffer.Layout, nest.Outside) switch
    {
        (BufferLayout.Panels, Side.Lane) => $"var {Start(buffer)} = {Buffer(buffer)} + v * {Stride(buffer)};",
        (BufferLayout.Rows, Side.Outer) => $"var {Start(buffer)} = {Buffer(buffer)} + r * {Stride(buffer)};",
        _ => null,
    };

    /// <summary>The local that holds where a row of a window begins, and its value, in a nest that passes row by row.</summary>
    public string StartOf(Window window) => $"var {Row(window)} = {Window(window)} + r * {RowStride(window)};";

    /// <summary>The address of a window's first element.</summary>
    public string Window(Window window)
    {
        var element = plan.Kernel.Tensors[window.Matrix.Tensor].Element.CSharp();
        return Add($"Ptr<{element}>", "w", WindowEmitter.Address(window, plan.Kernel));
    }

    /// <summary>The address of row r of a window of tiles, and the element of the row: where the nest passes row by row, the row has a local.</summary>
    public (string Address, string Offset) Element(Window window) =>
        nest.Outside == Side.Outer ? (Row(window), "v") : (Window(window), $"r * {RowStride(window)} + v");

    /// <summary>The local that holds where a row of a window begins.</summary>
    public string Row(Window window) => "x" + Window(window).Substring(1);

    /// <summary>The distance of a window's rows.</summary>
    public string RowStride(Window window) => Add("nint", "d", $"{ScalarFunctions.Whole(window.Matrix, plan.Kernel)}.RowStride");

    /// <summary>Whether stores to a tensor bypass the caches: those of a nest that passes along several rows at once only where they are of whole cache lines.</summary>
    public string Streams(Window window) => Add(
        "bool", "streams", CpuNames.Streams(plan.Kernel, window.Matrix.Tensor) + (nest.Outside == Side.Lane ? " && Ahead.StreamsSideBySide(F.Count)" : ""));

    private static string Start(TileBuffer buffer) => $"u{buffer.Id}";

    private string Stride(TileBuffer buffer)
    {
        var name = buffer.Name + (buffer.Layout == BufferLayout.Panels ? "v" : "r");
        return Add("nint", name, name, named: true);
    }

    private string Add(string type, string name, string expression, bool named = false)
    {
        foreach (var argument in arguments)
        {
            if (argument.Expression == expression && argument.Type == type)
            {
                return argument.Name;
            }
        }

        var unique = named ? name : $"{name}{arguments.Count}";
        arguments.Add((type, unique, expression));
        return unique;
    }
}
