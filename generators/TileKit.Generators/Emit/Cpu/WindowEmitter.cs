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
            WindowKind.Tile => $"{view}.Element((nint)s{window.Row.Id} * {window.Rows.ToFactor()}, (nint)s{window.Col.Id} * {window.Cols.ToFactor()})",
            WindowKind.RowVec => $"{view}.Element(s{window.Row.Id}, (nint)s{window.Col.Id} * {window.Cols.ToFactor()})",
            _ => $"{view}.Element(s{window.Row.Id}, (nint)s{window.Col.Id} * {window.Rows.ToFactor()})",
        };
    }
}
