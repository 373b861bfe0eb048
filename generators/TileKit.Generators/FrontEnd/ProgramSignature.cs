using Microsoft.CodeAnalysis;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>The program that a launcher names, with its parameters sorted by what they are.</summary>
/// <param name="Method">The program.</param>
/// <param name="Declaration">Its declaration, which has the body.</param>
/// <param name="Launcher">The launcher it is paired with.</param>
/// <param name="Tensors">The <c>Global&lt;T&gt;</c> parameters.</param>
/// <param name="Scalars">The scalar parameters.</param>
/// <param name="Tunables">The <c>[Tune]</c> parameters.</param>
/// <param name="Extents">The <c>[Extent]</c> parameters.</param>
/// <param name="Frame">The frame of the body: type arguments, and the parameters that exist at compile time.</param>
/// <param name="ScalarSymbols">The symbols of <paramref name="Scalars"/>.</param>
internal sealed record ProgramSignature(
    IMethodSymbol Method,
    SyntaxNode Declaration,
    Launcher Launcher,
    EquatableArray<TensorParameter> Tensors,
    EquatableArray<ScalarParameter> Scalars,
    EquatableArray<Tunable> Tunables,
    EquatableArray<ExtentParameter> Extents,
    Frame Frame,
    EquatableArray<IParameterSymbol> ScalarSymbols);
