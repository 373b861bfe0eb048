using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Diagnostics;

/// <summary>Every diagnostic is described where its reader looks for it: a page, the index, the release tracking files.</summary>
public partial class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(static field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static readonly string Pages = Repository.PathTo("docs", "diagnostics");

    [Fact]
    public void Descriptors_AreThere() => Assert.NotEmpty(All);

    [Fact]
    public void Ids_AreUniqueAndWellFormed()
    {
        Assert.Equal(All.Length, All.DistinctBy(static descriptor => descriptor.Id).Count());
        Assert.All(All, static descriptor => Assert.Matches("^TK[0-9]{4}$", descriptor.Id));
    }

    [Fact]
    public void HelpLinks_PointAtThePage() =>
        Assert.All(All, static descriptor => Assert.EndsWith($"/docs/diagnostics/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal));

    [Fact]
    public void EachId_HasAPageThatStartsWithItsTitle()
    {
        var wrong = All.Where(static descriptor => FirstLine(descriptor.Id) != Heading(descriptor)).Select(static descriptor => $"{descriptor.Id}.md: {Heading(descriptor)}");
        Assert.True(!wrong.Any(), "docs/diagnostics lacks these pages, or their first line is another:\n" + string.Join("\n", wrong));
    }

    [Fact]
    public void EachPage_IsOfAnIdThatExists()
    {
        var pages = Directory.GetFiles(Pages, "TK*.md").Select(static file => Path.GetFileNameWithoutExtension(file)!);
        Assert.Empty(pages.Except(All.Select(static descriptor => descriptor.Id)));
    }

    [Fact]
    public void EachId_IsInAReleaseTrackingFile()
    {
        var generator = Repository.PathTo("generators", "TileKit.Generators");
        var tracked = Directory.GetFiles(generator, "AnalyzerReleases.*.md")
            .SelectMany(static file => TrackedId().Matches(File.ReadAllText(file)))
            .Select(static match => match.Value)
            .ToHashSet();
        Assert.True(tracked.SetEquals(All.Select(static descriptor => descriptor.Id)), "AnalyzerReleases.*.md has: " + string.Join(", ", tracked.Order()));
    }

    /// <summary>The table of docs/diagnostics/README.md is written from the descriptors; TILEKIT_ACCEPT=1 writes it anew.</summary>
    [Fact]
    public void Index_ListsEveryDiagnostic()
    {
        const string Start = "| id | says |\n| --- | --- |\n";
        var table = Start + string.Concat(All.Select(static descriptor => $"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.Title} |\n"));
        var file = Path.Combine(Pages, "README.md");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var at = text.IndexOf(Start, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The index has no table that starts with\n{Start}");
        if (Golden.Accepting)
        {
            File.WriteAllText(file, text[..at] + table);
        }
        else
        {
            Assert.Equal(table, text[at..]);
        }
    }

    private static string Heading(DiagnosticDescriptor descriptor) => $"# {descriptor.Id}: {descriptor.Title}";

    private static string FirstLine(string id)
    {
        var page = Path.Combine(Pages, id + ".md");
        return File.Exists(page) ? File.ReadLines(page).FirstOrDefault("") : "";
    }

    [GeneratedRegex(@"^TK\d{4}\b", RegexOptions.Multiline)]
    private static partial Regex TrackedId();
}
