using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Diagnostics;

/// <summary>Shapes and element types.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ShapesDiffer = Error(
        "TK2001", "Tile shapes differ",
        "The operands of {0} differ in shape: {1} and {2}; elementwise operations need equal rows and equal columns");

    public static readonly DiagnosticDescriptor VectorLengthDiffers = Error(
        "TK2002", "Vector does not fit the tile",
        "{0} does not fit {1}: a ColVec holds one value per row and a RowVec one per column");

    public static readonly DiagnosticDescriptor ContractionDiffers = Error(
        "TK2003", "Matrix product of tiles that do not fit",
        "{0} contracts {1} of its first argument ({2}) with {3} of its second ({4}); the two must be the same symbol");

    public static readonly DiagnosticDescriptor AccumulatorDiffers = Error(
        "TK2004", "Accumulator does not fit the product",
        "The product is {0} but the accumulator is {1}");

    public static readonly DiagnosticDescriptor CarriedShapeChanges = Error(
        "TK2005", "A loop-carried value changes its shape",
        "This value enters the next iteration as {0} but entered the loop as {1}; a variable keeps one shape through all iterations");

    public static readonly DiagnosticDescriptor BranchShapesDiffer = Error(
        "TK2006", "The branches of an if give a variable different shapes",
        "One branch gives {0}, the other {1}; a variable has one shape whichever branch is taken");

    public static readonly DiagnosticDescriptor StoreShapeDiffers = Error(
        "TK2007", "Stored value does not fit its place",
        "{0} is stored where {1} belongs; store a value of that shape and element type (Cast changes the element type)");

    public static readonly DiagnosticDescriptor StorageArithmetic = Error(
        "TK2008", "Arithmetic on a storage type",
        "{0} does not work on elements of type {1}, which is for storage; write Cast<float>(...) first");

    public static readonly DiagnosticDescriptor IntegerDivision = Error(
        "TK2009", "Division of int tiles",
        "Tiles of int cannot be divided; write Cast<float>(...) first");

    public static readonly DiagnosticDescriptor MaskIsNoNumber = Error(
        "TK2011", "A mask holds no numbers",
        "{0} does not work on masks; use Where(mask, a, b) to make numbers of one, and comparisons to make one");

    public static readonly DiagnosticDescriptor SubtileTooLarge = Error(
        "TK2010", "Subtile larger than the tile",
        "A subtile of {0} does not fit {1}");
}
