using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Diagnostics;

/// <summary>Loads, stores and races.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor SharedStore = Error(
        "TK3001", "Two program instances store the same tile",
        "Program instances that differ only in the grid's index {0} store the same part of '{1}'; use that index alone in one of the store's indices, or take it out of the grid");

    public static readonly DiagnosticDescriptor StoresDisagree = Error(
        "TK3002", "Two stores place program instances differently",
        "This store divides '{0}' among the program instances in another way than the store before it; every store to a tensor uses the grid's indices alike");

    public static readonly DiagnosticDescriptor ReadsOthersStore = Error(
        "TK3003", "A program instance reads what another one writes",
        "'{0}' is stored by this grid, so a program instance may read only the part it stores itself; read it at the same indices, or from another tensor");

    public static readonly DiagnosticDescriptor NothingStored = Error(
        "TK3004", "The grid stores nothing",
        "No tile is stored in this grid, so it has no effect; store a result, as in Y[i, j] = value");

    public static readonly DiagnosticDescriptor TempNotStored = Error(
        "TK3005", "A Temp is read before it is stored",
        "No grid before this one stores the Temp that is read here, so it holds nothing; store it in an earlier grid");

    public static readonly DiagnosticDescriptor AddedAndUsed = Error(
        "TK3006", "A tensor is added to and used otherwise",
        "This grid adds to '{0}' atomically, so it can neither store nor read it; do that in another grid");
}
