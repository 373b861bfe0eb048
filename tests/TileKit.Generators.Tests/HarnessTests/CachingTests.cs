using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TileKit.Generators.Tests.Harness;
using Xunit.Sdk;

namespace TileKit.Generators.Tests.HarnessTests;

/// <summary>The checks of caching bite: each fault a generator can have fails a plain run.</summary>
public class CachingTests
{
    private const string Source = "class Cat { } class Dog { }";

    [Fact]
    public void GoodGenerator_Passes() => Assert.Equal(2, GeneratorRun.Of(Source, ToyGenerator.Good).Files.Count);

    [Fact]
    public void ModelWithoutEquality_Fails() => Fails(static _ => new object(), "Modified");

    [Fact]
    public void ModelWithSyntaxNode_Fails() => Fails(static context => new Holder(context.Node), "ClassDeclarationSyntax");

    [Fact]
    public void ModelWithSymbolInAnArray_Fails() =>
        Fails(static context => new Holder(new object?[] { context.SemanticModel.GetDeclaredSymbol(context.Node) }), "Symbol");

    [Fact]
    public void ModelWithSyntaxTreeInAClosure_Fails()
    {
        Fails(static context => new Holder(Closure(context.Node.SyntaxTree)), "SyntaxTree");

        static Func<string> Closure(SyntaxTree tree) => () => tree.FilePath;
    }

    [Fact]
    public void ModelWithLocationDeepInside_Fails() =>
        Fails(static context => new Holder(new Dictionary<string, List<Lazy<Location>>> { ["a"] = [new Lazy<Location>(context.Node.GetLocation())] }), "Location");

    [Fact]
    public void ModelWithCompilation_Fails() => Fails(static context => new Holder(context.SemanticModel.Compilation), "Compilation");

    [Fact]
    public void ThrowingGenerator_Fails() => Fails(static _ => throw new InvalidOperationException("no cats"), "no cats");

    [Fact]
    public void Edit_TellsWhatRan()
    {
        var run = GeneratorRun.Of(Source, ToyGenerator.Good);

        run.Edit("Dog", "Cow").AssertChanged(ToyGenerator.Step).AssertChangedFiles("Cow.g.cs", "Dog.g.cs");
        run.Edit("class Dog { }", "class Dog { /* barks */ }").AssertChanged().AssertChangedFiles();
        Assert.Throws<TrueException>(() => run.Edit("Dog", "Cow").AssertChanged());
        Assert.Throws<TrueException>(() => run.Edit("Dog", "Cow").AssertNotRun(ToyGenerator.Step));
    }

    private static void Fails(Func<GeneratorSyntaxContext, object> model, string because)
    {
        var failure = Assert.ThrowsAny<XunitException>(() => GeneratorRun.Of(Source, ToyGenerator.Subject(model)));
        Assert.Contains(because, failure.Message, StringComparison.Ordinal);
    }

    // Equal to every other holder, so that only the walk over its content can fail.
    private sealed class Holder(object content)
    {
        public object Content => content;

        public override bool Equals(object? obj) => obj is Holder;

        public override int GetHashCode() => 0;
    }
}
