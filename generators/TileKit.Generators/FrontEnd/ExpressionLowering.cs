using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>Expressions.</content>
internal sealed partial class ProgramLowering
{
    private Binding Lower(IOperation operation)
    {
        context.Token.ThrowIfCancellationRequested();
        if (operation.Kind == OperationKind.Invalid || operation.Type is { TypeKind: TypeKind.Error })
        {
            return FailBroken(operation.Syntax);
        }

        if (operation.ConstantValue.HasValue && Constant(operation.ConstantValue.Value, operation.Type) is { } constant)
        {
            return constant;
        }

        if (UnsupportedOperations.Find(operation) is { } words)
        {
            return FailUnsupported(operation.Syntax, words);
        }

        // A variable that could not be made has been reported where it was declared.
        if (Variable(operation) is { } variable && frame.Find(variable) is PoisonBinding reported)
        {
            return reported;
        }

        if (UnsupportedType(operation.Type) is { } instead)
        {
            return Fail(Descriptors.UnsupportedType, operation.Syntax, Display(frame.Resolve(operation.Type!)), instead);
        }

        return operation switch
        {
            ILocalReferenceOperation reference => Read(reference.Local, operation),
            IParameterReferenceOperation reference => Read(reference.Parameter, operation),
            IConversionOperation conversion => LowerConversion(conversion),
            IBinaryOperation binary => LowerBinary(binary),
            IUnaryOperation unary => LowerUnary(unary),
            IConditionalOperation conditional => LowerConditional(conditional),
            IInvocationOperation invocation => LowerInvocation(invocation),
            IPropertyReferenceOperation property => LowerProperty(property),
            IFieldReferenceOperation field => LowerField(field),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, Lower(assignment.Value)),
            ICompoundAssignmentOperation assignment => LowerCompoundAssignment(assignment),
            IIncrementOrDecrementOperation increment => LowerIncrement(increment),
            IDeconstructionAssignmentOperation deconstruction => Assign(deconstruction.Target, Lower(deconstruction.Value)),
            ITupleOperation tuple => new TupleBinding([.. tuple.Elements.Select(Lower)]),
            IDefaultValueOperation => LowerDefault(operation),
            IDelegateCreationOperation creation => Lower(creation.Target),
            IAnonymousFunctionOperation lambda => new LambdaBinding(lambda, frame),
            IMethodReferenceOperation { Instance: null } reference => new MethodBinding(Resolve(reference.Method), frame),
            _ => FailUnsupported(operation),
        };
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        _ => null,
    };

    private Binding Read(ISymbol symbol, IOperation operation) => frame.Find(symbol) ?? FailBroken(operation.Syntax);

    private static Binding? Constant(object? value, ITypeSymbol? type) => (value, type?.TypeKind) switch
    {
        (_, TypeKind.Enum) => null,
        (int number, _) => IntBinding.Constant(number),
        (sbyte number, _) => IntBinding.Constant(number),
        (float number, _) => ConstantBinding.Of(number),
        (bool condition, _) => ConstantBinding.Of(condition),
        _ => null,
    };

    // What to write instead of a type that the language does not compute with, or null.
    private string? UnsupportedType(ITypeSymbol? type)
    {
        if (type is null)
        {
            return null;
        }

        type = frame.Resolve(type);
        return type switch
        {
            { SpecialType: SpecialType.System_Double } => "use float: suffix literals with f, and use MathF or Ops instead of Math",
            { SpecialType: SpecialType.System_Decimal } => "use float",
            { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_UInt64 and not (SpecialType.System_Int32 or SpecialType.System_SByte) } => "use int",
            { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "use int",
            { SpecialType: SpecialType.System_String } => "there is no text in a kernel",
            { SpecialType: SpecialType.System_Object } => "write the type itself, or make the method generic",
            { TypeKind: TypeKind.Enum } => "use int or bool",
            { TypeKind: TypeKind.Array } => "use tiles, vectors and views",
            { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "use views and their indexers",
            { TypeKind: TypeKind.Dynamic } => "write the type itself, or make the method generic",
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "nothing in a kernel is null",
            _ => null,
        };
    }

    private Binding LowerConversion(IConversionOperation conversion)
    {
        if (!conversion.Conversion.Exists)
        {
            return FailBroken(conversion.Syntax);
        }

        var from = (TypeOf(conversion.Operand.Type) as ScalarType)?.Element;
        var to = (TypeOf(conversion.Type) as ScalarType)?.Element;
        if (from is null || to is null)
        {
            return conversion.OperatorMethod is null
                ? Lower(conversion.Operand)
                : UnsupportedOrOperand(conversion);
        }

        var operand = Lower(conversion.Operand);
        return operand is PoisonBinding ? operand : Convert(conversion.Syntax, operand, from.Value, to.Value);
    }

    // A conversion from or to a type outside the language: the operand may have the more telling fault.
    private Binding UnsupportedOrOperand(IConversionOperation conversion) =>
        Lower(conversion.Operand) is PoisonBinding poison
            ? poison
            : Fail(Descriptors.Conversion, conversion.Syntax, Display(conversion.Operand.Type!), Display(conversion.Type!), "convert tiles with Cast<T>");

    private Binding Convert(SyntaxNode at, Binding operand, ElementType from, ElementType to)
    {
        if (from == to)
        {
            return operand;
        }

        // C# truncates to int and wraps to sbyte where tiles round and saturate; a scalar must not mean a third thing.
        var isExact = (from, to) switch
        {
            (ElementType.Int or ElementType.SByte or ElementType.Half or ElementType.BFloat16, ElementType.Float) => true,
            (ElementType.SByte, ElementType.Int) => true,
            (ElementType.Float, ElementType.Half or ElementType.BFloat16) => true,
            _ => false,
        };
        return isExact
            ? Map(at, Function.Cast, new ScalarType(to), operand)
            : Fail(Descriptors.Conversion, at, from.CSharp().Replace("global::", ""), to.CSharp().Replace("global::", ""), "C# rounds it in another way than tiles do; compute with int or float throughout");
    }

    private Binding LowerBinary(IBinaryOperation binary)
    {
        if (FunctionOf(binary.OperatorKind) is not { } function || !IsOperatorOfLanguage(binary.OperatorMethod, binary.Type))
        {
            return FailUnsupported(binary);
        }

        if (!HasBits(function, TypeOf(binary.Type)))
        {
            return FailUnsupported(binary.Syntax, BitsOfNumbers);
        }

        if (binary.IsChecked && !IsBitwise(function) && TypeOf(binary.Type)?.Element == ElementType.Int)
        {
            return Fail(Descriptors.CheckedArithmetic, binary.Syntax);
        }

        var left = Lower(binary.LeftOperand);
        var right = Lower(binary.RightOperand);
        return Map(binary.Syntax, function, TypeOf(binary.Type), left, right);
    }

    private static readonly (string What, string Instead) BitsOfNumbers = ("bitwise operators on numbers other than int", "write Cast<int>(...) first");

    private static bool IsBitwise(Function function) => function is Function.And or Function.Or or Function.ShiftLeft or Function.ShiftRight;

    // masks and ints have bits to combine, ints have bits to shift
    private static bool HasBits(Function function, IrType? type) => !IsBitwise(function)
        || type?.Element == ElementType.Int || (type?.Element == ElementType.Bool && function is Function.And or Function.Or);

    private Binding LowerUnary(IUnaryOperation unary)
    {
        if (!IsOperatorOfLanguage(unary.OperatorMethod, unary.Type))
        {
            return FailUnsupported(unary);
        }

        if (unary.IsChecked && TypeOf(unary.Type)?.Element == ElementType.Int)
        {
            return Fail(Descriptors.CheckedArithmetic, unary.Syntax);
        }

        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => Lower(unary.Operand),
            UnaryOperatorKind.Minus => Map(unary.Syntax, Function.Negate, TypeOf(unary.Type), Lower(unary.Operand)),
            UnaryOperatorKind.Not => Map(unary.Syntax, Function.Not, TypeOf(unary.Type), Lower(unary.Operand)),
            _ => FailUnsupported(unary),
        };
    }

    // Built-in operators, and those of tiles and vectors; not those of Half and other structs.
    private bool IsOperatorOfLanguage(IMethodSymbol? method, ITypeSymbol? result) =>
        TypeOf(result) is not null
        && (method is null || KnownTypes.Classify(method.ContainingType) is KnownType.Tile or KnownType.ColVec or KnownType.RowVec);

    private static Function? FunctionOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => Function.Add,
        BinaryOperatorKind.Subtract => Function.Subtract,
        BinaryOperatorKind.Multiply => Function.Multiply,
        BinaryOperatorKind.Divide => Function.Divide,
        BinaryOperatorKind.Remainder => Function.Remainder,
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => Function.And,
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => Function.Or,
        BinaryOperatorKind.LeftShift => Function.ShiftLeft,
        BinaryOperatorKind.RightShift => Function.ShiftRight,
        BinaryOperatorKind.Equals => Function.Equal,
        BinaryOperatorKind.NotEquals => Function.NotEqual,
        BinaryOperatorKind.LessThan => Function.Less,
        BinaryOperatorKind.LessThanOrEqual => Function.LessEqual,
        BinaryOperatorKind.GreaterThan => Function.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Function.GreaterEqual,
        _ => null,
    };

    private Binding LowerConditional(IConditionalOperation conditional)
    {
        var condition = Lower(conditional.Condition);
        if (condition is ConstantBinding known)
        {
            return Lower(known.Bits != 0 ? conditional.WhenTrue : conditional.WhenFalse!);
        }

        if (TypeOf(conditional.Type) is not ScalarType type)
        {
            return Fail(Descriptors.ConditionalOnTiles, conditional.Syntax);
        }

        var whenTrue = Lower(conditional.WhenTrue);
        var whenFalse = Lower(conditional.WhenFalse!);
        return Map(conditional.Syntax, Function.Select, type, condition, whenTrue, whenFalse);
    }

    private Binding LowerDefault(IOperation operation) => TypeOf(operation.Type) switch
    {
        ScalarType { Element: ElementType.Bool } => ConstantBinding.Of(false),
        ScalarType { Element: ElementType.Int or ElementType.SByte } => IntBinding.Constant(0),
        ScalarType { Element: ElementType.Float } => ConstantBinding.Of(0f),
        ScalarType type => Map(operation.Syntax, Function.Cast, type, ConstantBinding.Of(0f)),
        _ => FailUnsupported(operation.Syntax, ("default", "make the value with Zeros, Full or another function of Ops")),
    };

    private Binding LowerField(IFieldReferenceOperation field)
    {
        if (field.Instance is { } instance && field.Field.ContainingType.IsTupleType)
        {
            return Lower(instance) is TupleBinding tuple && TupleIndex(field.Field) is { } index && index < tuple.Elements.Count
                ? tuple.Elements[index]
                : Binding.Poison;
        }

        return Fail(Descriptors.Field, field.Syntax, field.Field.Name);
    }

    private static int? TupleIndex(IFieldSymbol field)
    {
        var name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : null;
    }

    private Binding Map(SyntaxNode at, Function function, IrType? type, params Binding[] arguments)
    {
        if (arguments.Any(a => a is PoisonBinding))
        {
            return Binding.Poison;
        }

        if (type is null)
        {
            return FailUnsupported(at, ("this combination of types", "use float, int and bool scalars, tiles and vectors"));
        }

        if (type is ScalarType && ScalarFolding.Fold(function, type.Element, arguments) is { } folded)
        {
            return folded;
        }

        return MaterializeAll(arguments, at) is { } values
            ? Emit(at, type, (site, result) => new MapOp(site, result, function, [.. values]))
            : Binding.Poison;
    }
}
