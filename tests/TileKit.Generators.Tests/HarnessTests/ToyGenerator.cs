using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.HarnessTests;

/// <summary>A generator small enough to see through: for each class it makes a model and writes the class's name into a file.</summary>
internal sealed class ToyGenerator(Func<GeneratorSyntaxContext, object> model) : IIncrementalGenerator
{
    public const string Step = "Model";

    private static readonly DiagnosticDescriptor LowerCase = new(
        "TOY1", "Lower case", "'{0}' is lower case", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public static GeneratorSubject Subject(Func<GeneratorSyntaxContext, object> model) => new(() => new ToyGenerator(model), [Step], []);

    /// <summary>A subject that does all things right.</summary>
    public static GeneratorSubject Good { get; } = Subject(static context => Class.Of(context));

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax, (syntax, _) => model(syntax))
            .WithTrackingName(Step);

        context.RegisterSourceOutput(models, static (output, item) =>
        {
            if (item is Class found)
            {
                output.AddSource(found.Name + ".g.cs", SourceText.From($"static class {found.Name}Name {{ public const string Value = nameof({found.Name}); }}", Encoding.UTF8));
                if (char.IsLower(found.Name[0]))
                {
                    output.ReportDiagnostic(Diagnostic.Create(LowerCase, Location.Create(found.Path, found.Span, found.Lines), found.Name));
                }
            }
        });
    }

    internal sealed record Class(string Name, string Path, TextSpan Span, LinePositionSpan Lines)
    {
        public static Class Of(GeneratorSyntaxContext context)
        {
            var name = ((ClassDeclarationSyntax)context.Node).Identifier;
            return new Class(name.Text, name.SyntaxTree!.FilePath, name.Span, name.GetLocation().GetLineSpan().Span);
        }
    }
}
