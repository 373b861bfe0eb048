using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TileKit.Generators.Tests.Harness;

/// <summary>A diagnostic that marked source asks for.</summary>
internal readonly record struct ExpectedDiagnostic(string Id, TextSpan Span);

/// <summary>Source with marked spans: <c>{|TK2001:text|}</c>, or <c>[|text|]</c> where the id is given apart. Marks may nest.</summary>
internal static class Markup
{
    public static (string Source, ImmutableArray<ExpectedDiagnostic> Expected) Parse(string marked, string? id = null)
    {
        var source = new StringBuilder(marked.Length);
        var open = new Stack<(string Id, int Start, string Close)>();
        var expected = ImmutableArray.CreateBuilder<ExpectedDiagnostic>();
        for (var i = 0; i < marked.Length;)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("[|"))
            {
                open.Push((id ?? throw new ArgumentException("[|…|] needs an id.", nameof(id)), source.Length, "|]"));
                i += 2;
            }
            else if (rest.StartsWith("{|"))
            {
                var colon = rest.IndexOf(':');
                open.Push((rest[2..colon].ToString(), source.Length, "|}"));
                i += colon + 1;
            }
            else if (open.TryPeek(out var mark) && rest.StartsWith(mark.Close))
            {
                expected.Add(new ExpectedDiagnostic(mark.Id, TextSpan.FromBounds(mark.Start, source.Length)));
                open.Pop();
                i += 2;
            }
            else
            {
                source.Append(marked[i++]);
            }
        }

        return open.Count == 0
            ? (source.ToString(), expected.ToImmutable())
            : throw new ArgumentException("A mark is not closed.", nameof(marked));
    }
}
