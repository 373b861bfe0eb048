using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>Assignment to locals, tuples of locals, and views.</content>
internal sealed partial class ProgramLowering
{
    private Binding Assign(IOperation target, Binding value)
    {
        switch (target)
        {
            case IDiscardOperation:
                return value;
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value);
            case IConversionOperation conversion:
                return Assign(conversion.Operand, value);
            case ILocalReferenceOperation { Local.IsRef: true }:
                return FailUnsupported(target.Syntax, UnsupportedOperations.RefLocal);
            case ILocalReferenceOperation { IsDeclaration: true } local:
                return frame.Bindings[local.Local] = Coerce(local, value);
            case ILocalReferenceOperation local:
                return AssignVariable(local.Local, local, value);
            case IParameterReferenceOperation parameter:
                return AssignVariable(parameter.Parameter, parameter, value);
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer:
                return Store(indexer, value);
            case ITupleOperation tuple:
                return AssignTuple(tuple, value);
            case IFieldReferenceOperation field when !field.Field.ContainingType.IsTupleType:
                return Fail(Descriptors.Field, field.Syntax, field.Field.Name);
            case { Kind: OperationKind.Invalid }:
                return FailBroken(target.Syntax);
            default:
                return FailUnsupported(target.Syntax, UnsupportedOperations.Find(target) ?? ("assignment to '" + target.Syntax + "'", "assign to a local, or to a view's indexer"));
        }
    }

    private Binding AssignTuple(ITupleOperation target, Binding value)
    {
        if (value is PoisonBinding || (value is TupleBinding tuple && tuple.Elements.Count == target.Elements.Length))
        {
            for (var i = 0; i < target.Elements.Length; i++)
            {
                Assign(target.Elements[i], value is TupleBinding elements ? elements.Elements[i] : value);
            }

            return value;
        }

        return FailUnsupported(target.Syntax, ("deconstruction of anything but tuples", "assign the parts one by one"));
    }

    private Binding AssignVariable(ISymbol symbol, IOperation target, Binding value)
    {
        if (symbol is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out })
        {
            return Fail(Descriptors.ArgumentKind, target.Syntax, symbol.Name, "ref or out");
        }

        // Captured locals would change behind the back of a loop or branch that carries them.
        var isOwn = SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol.OriginalDefinition, frame.Method.OriginalDefinition);
        if (!isOwn && frame.Closure is not null && !frame.Bindings.ContainsKey(symbol))
        {
            return Fail(Descriptors.CapturedAssignment, target.Syntax, symbol.Name);
        }

        return frame.Bindings[symbol] = Coerce(target, value);
    }

    // Deconstruction converts without an operation of its own: (float a, float b) = (1, 2).
    private Binding Coerce(IOperation target, Binding value)
    {
        var to = (TypeOf(target.Type) as ScalarType)?.Element;
        var from = value switch
        {
            ValueBinding { Value.Type: ScalarType scalar } => scalar.Element,
            IntBinding => ElementType.Int,
            ConstantBinding constant => constant.Element,
            _ => (ElementType?)null,
        };
        return to == ElementType.Float && from is { } element and (ElementType.Int or ElementType.SByte)
            ? Convert(target.Syntax, value, element, ElementType.Float)
            : value;
    }

    private Binding LowerCompoundAssignment(ICompoundAssignmentOperation assignment)
    {
        if (UnsupportedType(assignment.Target.Type) is { } instead)
        {
            return Fail(Descriptors.UnsupportedType, assignment.Target.Syntax, Display(assignment.Target.Type!), instead);
        }

        if (FunctionOf(assignment.OperatorKind) is not { } function || !IsOperatorOfLanguage(assignment.OperatorMethod, assignment.Type))
        {
            return FailUnsupported(assignment.Syntax, ("this compound assignment", "write the assignment out with +, -, * or /"));
        }

        var target = TypeOf(assignment.Target.Type);
        if (!HasBits(function, target))
        {
            return FailUnsupported(assignment.Syntax, BitsOfNumbers);
        }

        if (assignment.IsChecked && !IsBitwise(function) && target?.Element == ElementType.Int)
        {
            return Fail(Descriptors.CheckedArithmetic, assignment.Syntax);
        }

        if (!assignment.OutConversion.IsIdentity || !assignment.InConversion.IsIdentity)
        {
            return Fail(
                Descriptors.Conversion,
                assignment.Syntax,
                Display(assignment.Value.Type!),
                Display(assignment.Target.Type!),
                "write the assignment out with values of one type");
        }

        var view = assignment.Target is IPropertyReferenceOperation { Property.IsIndexer: true } indexer ? Place(indexer) : null;
        if (assignment.Target is IPropertyReferenceOperation && view is null)
        {
            return Binding.Poison;
        }

        var left = view is { } place ? Load(assignment.Target.Syntax, place) : Lower(assignment.Target);
        var value = Map(assignment.Syntax, function, TypeOf(assignment.Type), left, Lower(assignment.Value));
        return view is { } destination ? Store(assignment.Syntax, destination, value) : Assign(assignment.Target, value);
    }

    private Binding LowerIncrement(IIncrementOrDecrementOperation increment)
    {
        if (increment.OperatorMethod is not null || TypeOf(increment.Type) is not ScalarType { Element: ElementType.Int or ElementType.Float } type
            || increment.Target is not (ILocalReferenceOperation or IParameterReferenceOperation))
        {
            return FailUnsupported(increment.Syntax, ("++ and -- on this", "write the assignment out"));
        }

        if (increment.IsChecked && type.Element == ElementType.Int)
        {
            return Fail(Descriptors.CheckedArithmetic, increment.Syntax);
        }

        var before = Lower(increment.Target);
        Binding one = type.Element == ElementType.Int ? IntBinding.Constant(1) : ConstantBinding.Of(1f);
        var function = increment.Kind == OperationKind.Increment ? Function.Add : Function.Subtract;
        var after = Assign(increment.Target, Map(increment.Syntax, function, type, before, one));
        return increment.IsPostfix ? before : after;
    }
}
