using System.Text;

namespace Digits;

/// <summary>Digits side by side in block characters, each with what was predicted and what it is.</summary>
internal static class Drawing
{
    private const string Shades = " ░▒▓█";
    private const int Width = 2 * DigitSet.Side;
    private const string Gap = "   ";

    public static string Draw(DigitSet digits, Votes votes, IReadOnlyList<int> rows)
    {
        var text = new StringBuilder();
        for (var y = 0; y < DigitSet.Side; y++)
        {
            text.Append("  ").AppendJoin(Gap, rows.Select(row => Line(digits, row, y))).AppendLine();
        }

        return text.Append("  ").AppendJoin(Gap, rows.Select(row => Caption(digits, votes, row))).AppendLine().ToString();
    }

    // Two characters a pixel make it square.
    private static string Line(DigitSet digits, int row, int y)
    {
        var line = new StringBuilder(Width);
        for (var x = 0; x < DigitSet.Side; x++)
        {
            var ink = digits.Intensities[row * DigitSet.Pixels + y * DigitSet.Side + x];
            line.Append(Shades[(int)MathF.Round(ink / 16 * (Shades.Length - 1))], 2);
        }

        return line.ToString();
    }

    private static string Caption(DigitSet digits, Votes votes, int row)
    {
        var predicted = votes.Predicted(row);
        var verdict = predicted == digits.Labels[row] ? "✓" : $"✗ is {digits.Labels[row]}";
        return $"{predicted} ({votes[row][predicted]:P0}) {verdict}".PadRight(Width);
    }
}
