using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnsupportedConstruct = Error(
        "TK1001", "C# outside the tile language", "A tile program cannot use {0}; {1}");

    public static readonly DiagnosticDescriptor Recursion = Error(
        "TK1002", "Recursion", "'{0}' calls itself; calls are inlined, so write a for loop instead");

    public static readonly DiagnosticDescriptor UnknownMember = Error(
        "TK1003", "Call to a member TileKit cannot compile", "A tile program cannot use '{0}': {1}");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "TK1004", "Type outside the tile language", "A tile program cannot compute with '{0}'; {1}");

    public static readonly DiagnosticDescriptor EarlyReturn = Error(
        "TK1005", "Early return", "A return must be the last statement of the method; assign a local in if/else and return that");

    public static readonly DiagnosticDescriptor TileSize = Error(
        "TK1006", "Tile size", "'{0}' cannot be a tile size: {1}");

    public static readonly DiagnosticDescriptor LoopForm = Error(
        "TK1007", "Form of a for loop", "{0}; write 'for (var i = start; i < end; i++)' or with 'i += step'");

    public static readonly DiagnosticDescriptor NestedGrid = Error(
        "TK1008", "Grid inside a grid", "A foreach over Grid must stand at the top level of the program, not inside another grid; use a for loop here");

    public static readonly DiagnosticDescriptor OutsideGrid = Error(
        "TK1009", "Work outside the grid", "{0} must stand inside the foreach over Grid{1}");

    public static readonly DiagnosticDescriptor NoGrid = Error(
        "TK1010", "Program without a grid", "The tile program '{0}' has no foreach over Grid, so it would compute nothing");

    public static readonly DiagnosticDescriptor ConditionalOnTiles = Error(
        "TK1011", "?: chooses between scalars", "The operator ?: chooses between scalars only; for tiles and vectors use Where(mask, a, b), or if/else on a scalar");

    public static readonly DiagnosticDescriptor Conversion = Error(
        "TK1012", "Conversion outside the tile language", "There is no conversion of a scalar from '{0}' to '{1}' in a tile program; {2}");

    public static readonly DiagnosticDescriptor CapturedAssignment = Error(
        "TK1013", "Assignment to a captured variable", "'{0}' is declared outside this lambda or local function; return the new value and assign it at the call");

    public static readonly DiagnosticDescriptor VariableNotAValue = Error(
        "TK1014", "Views and lambdas do not vary", "'{0}' holds a view or a lambda, which must not depend on an if or a for; use one variable for each");

    public static readonly DiagnosticDescriptor ArgumentKind = Error(
        "TK1015", "ref, out and params arguments", "The parameter '{0}' is {1}; pass by value and return results, several as a tuple");

    public static readonly DiagnosticDescriptor LoopVariableAssigned = Error(
        "TK1016", "Loop variable assigned", "The loop variable '{0}' must change in the header of the loop only; use another local");

    public static readonly DiagnosticDescriptor RequireInGrid = Error(
        "TK1017", "Require inside a grid", "Require checks the launch; it must stand before the grid, outside if and for");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "TK1018", "Program too large", "The tile program becomes too large when its calls are inlined; use a for loop instead of repeated calls");

    public static readonly DiagnosticDescriptor NotAGrid = Error(
        "TK1019", "foreach over something else than Grid", "A tile program's foreach goes over Grid(...) only; use a for loop here");

    public static readonly DiagnosticDescriptor SharedVariable = Error(
        "TK1020", "Variable shared by program instances", "'{0}' is declared outside the grid and cannot be assigned inside, where every instance runs on its own; declare it inside");

    public static readonly DiagnosticDescriptor Field = Error(
        "TK1021", "Fields", "A tile program cannot use the field '{0}'; make it a const, or a parameter of launcher and program");

    public static readonly DiagnosticDescriptor MatrixOfMatrix = Error(
        "TK1022", "Matrix already chosen", "'{0}' is already one matrix; index [batch, depth] once");

    public static readonly DiagnosticDescriptor TempInGrid = Error(
        "TK1024", "Temp inside a grid", "Temp is memory between the grids of a program; declare it outside of them, and use tiles inside");

    public static readonly DiagnosticDescriptor OffsetsNotATensor = Error(
        "TK1025", "Offsets of groups", "The offsets of Groups are a parameter of the program or a Temp as a whole; pass the tensor itself, not one of its matrices or a slice");

    public static readonly DiagnosticDescriptor CheckedArithmetic = Error(
        "TK1023", "Checked arithmetic", "Arithmetic in a tile program is unchecked; write unchecked(...) where the project or a checked block asks for checks");
}
