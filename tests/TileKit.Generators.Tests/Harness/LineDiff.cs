using System.Text;

namespace TileKit.Generators.Tests.Harness;

/// <summary>A line diff for failure messages: what a golden file has (−), what came out (+), and a few lines around each change.</summary>
internal static class LineDiff
{
    private const int Context = 2;
    private const int MaxLines = 80;

    public static string Of(string expected, string actual)
    {
        var lines = Lines(expected.Split('\n'), actual.Split('\n'));
        var text = new StringBuilder();
        var shown = 0;
        var skipping = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!NearChange(lines, i))
            {
                skipping = true;
                continue;
            }

            if (shown++ == MaxLines)
            {
                return text.Append("  … more differences").ToString();
            }

            if (skipping)
            {
                text.Append("  …\n");
                skipping = false;
            }

            text.Append(lines[i].Sign).Append(' ').Append(lines[i].Text).Append('\n');
        }

        return text.ToString();
    }

    private static bool NearChange(List<(char Sign, string Text)> lines, int at)
    {
        for (var i = Math.Max(0, at - Context); i <= Math.Min(lines.Count - 1, at + Context); i++)
        {
            if (lines[i].Sign != ' ')
            {
                return true;
            }
        }

        return false;
    }

    // Longest common subsequence, from the back, so that the walk below goes forward.
    private static List<(char Sign, string Text)> Lines(string[] expected, string[] actual)
    {
        var common = new int[expected.Length + 1, actual.Length + 1];
        for (var i = expected.Length - 1; i >= 0; i--)
        {
            for (var j = actual.Length - 1; j >= 0; j--)
            {
                common[i, j] = expected[i] == actual[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<(char, string)>();
        int e = 0, a = 0;
        while (e < expected.Length || a < actual.Length)
        {
            if (e < expected.Length && a < actual.Length && expected[e] == actual[a])
            {
                lines.Add((' ', expected[e++]));
                a++;
            }
            else if (e < expected.Length && (a == actual.Length || common[e + 1, a] >= common[e, a + 1]))
            {
                lines.Add(('-', expected[e++]));
            }
            else
            {
                lines.Add(('+', actual[a++]));
            }
        }

        return lines;
    }
}
