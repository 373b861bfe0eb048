using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Addresses of windows.</summary>
internal static class WindowEmitter
{
    /// <summary>The address of the first element; never read when the window lies outside.</summary>
    public static string Address(Window window, Kernel kernel)
    {
        var view = ScalarFunctions.View(window.Matrix, kernel);
        return window.Kind switch
        {
            WindowKind.Tile => Tile(window, kernel, $"s{window.Row.Id}", $"s{window.Col.Id}"),
            WindowKind.RowVec => $"{view}.Element(s{window.Row.Id}, (nint)s{window.Col.Id} * {window.Cols.ToFactor()})",
            _ => $"{view}.Element(s{window.Row.Id}, (nint)s{window.Col.Id} * {window.Rows.ToFactor()})",
        };
    }

    /// <summary>Whether a loop walks along a matrix in this window of a tile.</summary>
    public static bool Walks(ForOp loop, Window window) =>
        window.Kind == WindowKind.Tile && (window.Row == loop.Index) != (window.Col == loop.Index);

    /// <summary>The address of the first element in the loop's next iteration.</summary>
    public static string NextAddress(Window window, Kernel kernel, ForOp loop)
    {
        return Tile(window, kernel, Next(window.Row), Next(window.Col));

        string Next(Value index) => index == loop.Index ? $"(s{index.Id} + s{loop.Step.Id})" : $"s{index.Id}";
    }

    private static string Tile(Window window, Kernel kernel, string row, string col) =>
        $"{ScalarFunctions.View(window.Matrix, kernel)}.Element((nint){row} * {window.Rows.ToFactor()}, (nint){col} * {window.Cols.ToFactor()})";
}
