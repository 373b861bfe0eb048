using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>What a C# expression is while its program is lowered: a value of the IR, or something that exists at compile time only.</summary>
internal abstract record Binding
{
    /// <summary>The result of an expression that has been reported; whatever uses it stays silent.</summary>
    public static Binding Poison { get; } = new PoisonBinding();
}

internal sealed record PoisonBinding : Binding;

internal sealed record ValueBinding(Value Value) : Binding;

/// <summary>An int made of tunables, extents and constants; it becomes a value where one is needed.</summary>
internal sealed record IntBinding(Dim Dim) : Binding
{
    public static IntBinding Constant(int value) => new(Dim.Constant(value));
}

/// <summary>A float or bool constant, as <see cref="ConstantOp"/> keeps it.</summary>
internal sealed record ConstantBinding(ElementType Element, int Bits) : Binding
{
    public static ConstantBinding Of(bool value) => new(ElementType.Bool, value ? 1 : 0);

    public static ConstantBinding Of(float value) => new(ElementType.Float, FloatBits.Of(value));
}

/// <summary>A <c>Global&lt;T&gt;</c>: a tensor, or one matrix of it.</summary>
internal sealed record GlobalBinding(Matrix Matrix, ElementType Element, bool IsOneMatrix = false) : Binding;

/// <summary>A view of tiles or vectors of a size; for vectors the unused size is one.</summary>
internal sealed record ViewBinding(Matrix Matrix, ElementType Element, WindowKind Kind, Dim Rows, Dim Cols) : Binding;

/// <summary>Rows of a matrix by their numbers, in tiles of a number of columns.</summary>
internal sealed record GatherBinding(Matrix Matrix, ElementType Element, Value Rows, Dim Cols) : Binding;

internal sealed record TupleBinding(EquatableArray<Binding> Elements) : Binding;

/// <summary><c>Grid(...)</c> with its counts; or <c>Groups(...)</c>, whose first count is that of all groups' tiles at most.</summary>
internal sealed record GridBinding(EquatableArray<Value> Counts, RaggedBinding? Ragged = null) : Binding;

/// <summary>The groups of a ragged grid.</summary>
internal sealed record RaggedBinding(Matrix Offsets, Value Length, Value Size) : Binding;

/// <summary>A lambda and where it was made: captured locals have the values they have there when it is invoked.</summary>
internal sealed record LambdaBinding(IAnonymousFunctionOperation Lambda, Frame Frame) : Binding;

/// <summary>A method group.</summary>
internal sealed record MethodBinding(IMethodSymbol Method, Frame Frame) : Binding;

/// <summary>One inlined call: what its locals and type parameters stand for.</summary>
/// <param name="method">The method, lambda or local function.</param>
/// <param name="parent">The frame that counts for recursion: the caller, or the frame that made the lambda.</param>
/// <param name="closure">The frame of captured locals, for lambdas and local functions.</param>
internal sealed class Frame(IMethodSymbol method, Frame? parent, Frame? closure)
{
    public IMethodSymbol Method { get; } = method;

    public Frame? Parent { get; } = parent;

    public Frame? Closure { get; } = closure;

    /// <summary>What each local and parameter is bound to now; a local without a value yet is absent.</summary>
    public Dictionary<ISymbol, Binding> Bindings { get; set; } = new(SymbolEqualityComparer.Default);

    public Dictionary<ITypeParameterSymbol, ITypeSymbol> TypeArguments { get; } = new(SymbolEqualityComparer.Default);

    public Binding? Find(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Closure)
        {
            if (frame.Bindings.TryGetValue(symbol, out var binding))
            {
                return binding;
            }
        }

        return null;
    }

    /// <summary>The type with the frame's type parameters replaced.</summary>
    public ITypeSymbol Resolve(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsGenericType: true, ContainingType: null } named && named.TypeArguments.Any(a => a is not INamedTypeSymbol { IsGenericType: false }))
        {
            return named.ConstructedFrom.Construct([.. named.TypeArguments.Select(Resolve)]);
        }

        for (var frame = this; frame is not null && type is ITypeParameterSymbol parameter; frame = frame.Closure)
        {
            if (frame.TypeArguments.TryGetValue(parameter, out var argument))
            {
                type = argument;
            }
        }

        return type;
    }
}
