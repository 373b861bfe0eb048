using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;

namespace TileKit.Generators.FrontEnd;

/// <content>Statements other than loops and branches.</content>
internal sealed partial class ProgramLowering
{
    /// <summary>Lowers a whole body and returns what its last statement returns.</summary>
    private Binding LowerBody(IBlockOperation body)
    {
        var statements = body.Operations;
        var count = statements.Length;
        while (count > 0 && statements[count - 1] is IReturnOperation { IsImplicit: true, ReturnedValue: null })
        {
            count--;
        }

        for (var i = 0; i < count; i++)
        {
            if (i == count - 1 && statements[i] is IReturnOperation { Kind: OperationKind.Return } last)
            {
                return last.ReturnedValue is { } value ? Lower(value) : Binding.Poison;
            }

            LowerStatement(statements[i]);
        }

        return Binding.Poison;
    }

    private void LowerStatement(IOperation statement)
    {
        context.Token.ThrowIfCancellationRequested();
        if (UnsupportedOperations.Find(statement) is { } words)
        {
            context.Report(Descriptors.UnsupportedConstruct, context.Sites.Add(statement.Syntax.GetFirstToken()), words.Construct, words.Instead);
            return;
        }

        switch (statement)
        {
            case IBlockOperation block:
                foreach (var inner in block.Operations)
                {
                    LowerStatement(inner);
                }

                break;
            case IVariableDeclarationGroupOperation group:
                LowerDeclarations(group);
                break;
            case IExpressionStatementOperation expression:
                Lower(expression.Operation);
                break;
            case IForLoopOperation loop:
                LowerFor(loop);
                break;
            case IForEachLoopOperation loop:
                LowerForEach(loop);
                break;
            case IConditionalOperation branch:
                LowerIf(branch);
                break;
            case IReturnOperation:
                Fail(Descriptors.EarlyReturn, statement.Syntax);
                break;
            case IEmptyOperation or ILocalFunctionOperation:
                break;
            case { Kind: OperationKind.Invalid }:
                FailBroken(statement.Syntax);
                break;
            default:
                FailUnsupported(statement);
                break;
        }
    }


    private void LowerDeclarations(IVariableDeclarationGroupOperation group)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                if (declarator.Symbol.IsRef)
                {
                    FailUnsupported(declarator.Syntax, UnsupportedOperations.RefLocal);
                    frame.Bindings[declarator.Symbol] = Binding.Poison;
                }
                else if ((declarator.Initializer ?? declaration.Initializer) is { } initializer)
                {
                    frame.Bindings[declarator.Symbol] = Lower(initializer.Value);
                }
                else
                {
                    // Assigned later; inlined twice, it must not keep the value of the first time.
                    frame.Bindings.Remove(declarator.Symbol);
                }
            }
        }
    }
}
