using System.Globalization;
using System.Text.RegularExpressions;

namespace TileKit.Packaging.Tests;

/// <summary>Checks the numbers that the Quickstart prints against the same formula in float64.</summary>
internal static partial class QuickstartOutput
{
    private const int K = 64, N = 48;

    public static void AssertRight(string printed)
    {
        var rows = Row().Matches(printed);
        Assert.Equal(["0", "1", "99"], rows.Select(static row => row.Groups["row"].Value));
        foreach (Match match in rows)
        {
            var row = int.Parse(match.Groups["row"].Value, CultureInfo.InvariantCulture);
            var values = match.Groups["value"].Captures.Select(static value => double.Parse(value.Value, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(6, values.Length);
            Assert.All(values, (value, col) => Assert.Equal(Expected(row, col), value, tolerance: 1e-3));
        }
    }

    private static double Expected(int row, int col)
    {
        double sum = MathF.Sin(col * 0.05f);
        for (var k = 0; k < K; k++)
        {
            sum += (double)MathF.Sin((row * K + k) * 0.37f) * MathF.Sin((k * N + col) * 0.11f);
        }

        return 0.5 * sum * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (sum + 0.044715 * sum * sum * sum)));
    }

    [GeneratedRegex(@"^y\[ *(?<row>\d+)\] =( +(?<value>-?\d+\.\d+)){6} …", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
