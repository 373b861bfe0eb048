using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor LauncherShape = Error(
        "TK0001", "A launcher is static partial void", "The launcher '{0}' must be {1}; declare it 'static partial void {0}(...);'");

    public static readonly DiagnosticDescriptor LauncherHasBody = Error(
        "TK0002", "A launcher has no body", "The launcher '{0}' must not have a body, because TileKit writes it; end the declaration with ';'");

    public static readonly DiagnosticDescriptor ContainingType = Error(
        "TK0003", "The type around a launcher", "The type '{0}' around the launcher '{1}' must {2}");

    public static readonly DiagnosticDescriptor GenericLauncher = Error(
        "TK0004", "A launcher is not generic", "The launcher '{0}' must not be generic; declare one launcher per element type (the program may be generic)");

    public static readonly DiagnosticDescriptor ProgramNotFound = Error(
        "TK0005", "Program not found", "There is no method '{0}' in '{1}'; name the tile program with [TileKernel(nameof(Program))]");

    public static readonly DiagnosticDescriptor AmbiguousProgram = Error(
        "TK0006", "Several programs of this name", "'{1}' has several methods '{0}'; give the tile program a name of its own");

    public static readonly DiagnosticDescriptor ProgramShape = Error(
        "TK0007", "A tile program is a static void method with a body", "The tile program '{0}' must {1}");

    public static readonly DiagnosticDescriptor DeviceParameter = Error(
        "TK0008", "Device and tensor parameters do not fit together", "The launcher '{0}' {1}");

    public static readonly DiagnosticDescriptor LauncherParameterType = Error(
        "TK0009", "Parameter type of a launcher", "The parameter '{0}' cannot be '{1}'; a launcher takes {2}");

    public static readonly DiagnosticDescriptor UnpairedLauncherParameter = Error(
        "TK0010", "Launcher parameter without a counterpart", "The program '{1}' has no parameter '{0}'; parameters of launcher and program pair by name");

    public static readonly DiagnosticDescriptor UnpairedProgramParameter = Error(
        "TK0011", "Program parameter without a counterpart", "The launcher '{1}' has no parameter '{0}'; add it there, or mark an int as [Tune] or [Extent]");

    public static readonly DiagnosticDescriptor ParameterTypesDiffer = Error(
        "TK0012", "Parameter types do not pair", "The parameter '{0}' is '{1}' here and '{2}' in the launcher; {3}");

    public static readonly DiagnosticDescriptor SizeParameterNotInt = Error(
        "TK0013", "[Tune] and [Extent] parameters are ints", "The [{1}] parameter '{0}' must be an int");

    public static readonly DiagnosticDescriptor SizeValueNotPositive = Error(
        "TK0014", "Sizes are positive", "The [{1}] parameter '{0}' offers {2}; the values must be positive");

    public static readonly DiagnosticDescriptor ExtentTensor = Error(
        "TK0015", "[Extent] names a tensor", "The [Extent] parameter '{0}' must name a Global parameter of the program with nameof; '{1}' is none");

    public static readonly DiagnosticDescriptor ElementTypeNotSupported = Error(
        "TK0016", "Element type", "The parameter '{0}' has elements of type '{1}'; tensors have float, Half, BFloat16, sbyte or int elements");

    public static readonly DiagnosticDescriptor ReadOnlyOutput = Error(
        "TK0017", "An output must be writable", "This stores to '{0}', which is a ReadOnlyTensorSpan in the launcher '{1}'; declare it as TensorSpan there");

    public static readonly DiagnosticDescriptor TypeArgumentNotInferred = Error(
        "TK0018", "Type argument of the program", "The type parameter '{0}' of the program '{1}' does not follow from the launcher's tensors; use it as the element type of a Global parameter");

    public static readonly DiagnosticDescriptor SizeParameterPaired = Error(
        "TK0019", "[Tune] and [Extent] parameters are not launched", "The launcher has a parameter '{0}' too; a [{1}] parameter is chosen by TileKit, so remove one of the two");
}
