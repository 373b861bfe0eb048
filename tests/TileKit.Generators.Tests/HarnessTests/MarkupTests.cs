using Microsoft.CodeAnalysis.Text;
using TileKit.Generators.Tests.Harness;
using Xunit.Sdk;

namespace TileKit.Generators.Tests.HarnessTests;

public class MarkupTests
{
    [Fact]
    public void Parse_TakesTheMarksOut()
    {
        var (source, expected) = Markup.Parse("a[|b|]c{|X2:d[|e|]f|}[g | h]", "X1");

        Assert.Equal("abcdef[g | h]", source);
        ExpectedDiagnostic[] marks = [new("X1", new TextSpan(1, 1)), new("X1", new TextSpan(4, 1)), new("X2", new TextSpan(3, 3))];
        Assert.Equal<IEnumerable<ExpectedDiagnostic>>(marks, expected);
    }

    [Fact]
    public void Reports_AcceptsTheRightSpan() =>
        DiagnosticAssert.Reports("class Cat { } class {|TOY1:dog|} { }", subject: ToyGenerator.Good);

    [Theory]
    [InlineData("class Cat { } class dog { }", "not expected: {|TOY1:dog|}")]
    [InlineData("class {|TOY1:Cat|} { }", "not reported: {|TOY1:Cat|}")]
    [InlineData("class {|TOY1:dog |}{ }", "not reported: {|TOY1:dog |}")]
    [InlineData("class {|TOY2:dog|} { }", "not reported: {|TOY2:dog|}")]
    public void Reports_RefusesAnythingElse(string marked, string because)
    {
        var failure = Assert.ThrowsAny<XunitException>(() => DiagnosticAssert.Reports(marked, subject: ToyGenerator.Good));
        Assert.Contains(because, failure.Message, StringComparison.Ordinal);
    }
}
