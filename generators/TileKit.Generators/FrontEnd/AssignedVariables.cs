using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TileKit.Generators.FrontEnd;

/// <summary>Finds the locals and parameters that a piece of program assigns; a loop carries those declared outside it.</summary>
internal static class AssignedVariables
{
    /// <summary>Each variable with the place where it is first assigned, in order.</summary>
    public static List<(ISymbol Symbol, SyntaxNode Place)> In(IOperation root)
    {
        var found = new List<(ISymbol, SyntaxNode)>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAssignmentOperation assignment:
                    AddTarget(assignment.Target);
                    break;
                case IIncrementOrDecrementOperation increment:
                    AddTarget(increment.Target);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    AddTarget(argument.Value);
                    break;
            }
        }

        return found;

        void AddTarget(IOperation target)
        {
            switch (target)
            {
                case ILocalReferenceOperation { IsDeclaration: false } local when seen.Add(local.Local):
                    found.Add((local.Local, local.Syntax));
                    break;
                case IParameterReferenceOperation parameter when seen.Add(parameter.Parameter):
                    found.Add((parameter.Parameter, parameter.Syntax));
                    break;
                case ITupleOperation tuple:
                    foreach (var element in tuple.Elements)
                    {
                        AddTarget(element);
                    }

                    break;
            }
        }
    }
}
