using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TileKit.Generators.FrontEnd;

/// <summary>What C# has and the language has not: one line per construct, with what to write instead.</summary>
internal static class UnsupportedOperations
{
    private const string NoAllocation = "every value is a tile, a vector or a scalar, made by Zeros, Full and the other functions of Ops";
    private const string NoObjects = "pass tiles, vectors, scalars and views as parameters of static methods";
    private const string NoText = "there is no text in a kernel";
    private const string NoPatterns = "compare scalars with == and <, and combine with && and ||";

    private static readonly Dictionary<OperationKind, (string Construct, string Instead)> Table = new()
    {
        [OperationKind.Try] = ("try/catch", "nothing in a kernel throws; check the launch with Require before the grid"),
        [OperationKind.Throw] = ("throw", "nothing in a kernel throws; check the launch with Require before the grid"),
        [OperationKind.Await] = ("await", "a launch is asynchronous by itself; await outside the program"),
        [OperationKind.Lock] = ("lock", "program instances share nothing"),
        [OperationKind.Using] = ("using", "a kernel holds no resources"),
        [OperationKind.UsingDeclaration] = ("using", "a kernel holds no resources"),
        [OperationKind.Switch] = ("switch", "use if/else on scalars"),
        [OperationKind.SwitchExpression] = ("a switch expression", "use ?: or if/else on scalars"),
        [OperationKind.Labeled] = ("labels", "use for and if/else"),
        [OperationKind.YieldReturn] = ("yield", "return a value, several as a tuple"),
        [OperationKind.YieldBreak] = ("yield", "return a value, several as a tuple"),
        [OperationKind.ObjectCreation] = ("new", NoAllocation),
        [OperationKind.TypeParameterObjectCreation] = ("new", NoAllocation),
        [OperationKind.AnonymousObjectCreation] = ("new", "use a tuple"),
        [OperationKind.ArrayCreation] = ("arrays", NoAllocation),
        [OperationKind.CollectionExpression] = ("collection expressions", NoAllocation),
        [OperationKind.ArrayElementReference] = ("arrays", NoAllocation),
        [OperationKind.InlineArrayAccess] = ("inline arrays", NoAllocation),
        [OperationKind.ImplicitIndexerReference] = ("index and range expressions", "index views by tile number"),
        [OperationKind.Range] = ("ranges", "use a for loop"),
        [OperationKind.DynamicInvocation] = ("dynamic", NoObjects),
        [OperationKind.DynamicMemberReference] = ("dynamic", NoObjects),
        [OperationKind.DynamicIndexerAccess] = ("dynamic", NoObjects),
        [OperationKind.DynamicObjectCreation] = ("dynamic", NoObjects),
        [OperationKind.InstanceReference] = ("this", NoObjects),
        [OperationKind.EventReference] = ("events", NoObjects),
        [OperationKind.EventAssignment] = ("events", NoObjects),
        [OperationKind.With] = ("with", NoObjects),
        [OperationKind.TypeOf] = ("typeof", "write one program per type, or a generic one"),
        [OperationKind.SizeOf] = ("sizeof", "use a constant"),
        [OperationKind.IsType] = ("is", NoPatterns),
        [OperationKind.IsPattern] = ("patterns", NoPatterns),
        [OperationKind.TupleBinaryOperator] = ("comparison of tuples", "compare their elements"),
        [OperationKind.Coalesce] = ("??", "nothing in a kernel is null"),
        [OperationKind.CoalesceAssignment] = ("??=", "nothing in a kernel is null"),
        [OperationKind.ConditionalAccess] = ("?.", "nothing in a kernel is null"),
        [OperationKind.InterpolatedString] = ("string interpolation", NoText),
        [OperationKind.AddressOf] = ("pointers", "use views and their indexers"),
        [OperationKind.FunctionPointerInvocation] = ("function pointers", "pass a lambda"),
        [OperationKind.Utf8String] = ("strings", NoText),
        [OperationKind.TranslatedQuery] = ("query expressions", "use for loops"),
    };

    /// <summary>The words for an operation that is never part of the language, or null.</summary>
    public static (string Construct, string Instead)? Find(IOperation operation) => operation switch
    {
        IWhileLoopOperation => ("while and do loops", "write a for loop with a known number of iterations"),
        IBranchOperation { BranchKind: BranchKind.Break } => ("break", "choose the loop's end before it, or use if inside the loop"),
        IBranchOperation { BranchKind: BranchKind.Continue } => ("continue", "put the rest of the loop's body into an if"),
        IBranchOperation => ("goto", "use for and if/else"),
        IForEachLoopOperation { IsAsynchronous: true } => ("await foreach", "iterate over Grid(...)"),
        IConversionOperation { IsTryCast: true } => ("as", NoPatterns),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.UnsignedRightShift } => (">>>", "shift with >>, and clear the upper bits with &"),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ExclusiveOr } => ("^", "combine conditions with &, | and !"),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.BitwiseNegation } => ("~", "combine conditions with &, | and !"),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } => ("index and range expressions", "index views by tile number"),
        ISimpleAssignmentOperation { IsRef: true } => ("ref assignment", "assign the value itself"),
        _ => Table.TryGetValue(operation.Kind, out var words) ? words : null,
    };

    /// <summary>The words for an operation nobody thought of.</summary>
    public static (string Construct, string Instead) Describe(IOperation operation) =>
        Find(operation) ?? ($"'{Shorten(operation.Syntax.ToString())}' ({operation.Kind})", "use declarations, for, if, and the functions of Ops");

    /// <summary>The words for a local that is a reference.</summary>
    public static (string Construct, string Instead) RefLocal => ("ref locals", "assign the value itself");

    private static string Shorten(string text)
    {
        var line = text.IndexOfAny(['\r', '\n']) is var end and >= 0 ? text.Substring(0, end) : text;
        return line.Length > 40 ? line.Substring(0, 40) + "…" : line;
    }
}
