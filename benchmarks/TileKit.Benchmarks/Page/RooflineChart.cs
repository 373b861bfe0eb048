using System.Globalization;
using System.Text;
using TileKit.Benchmarks.Speed;

namespace TileKit.Benchmarks.Page;

/// <summary>
/// The roofline of a run as SVG: arithmetic against memory traffic, both logarithmic; the machine's ceilings; a numbered point for each
/// case, and beside the plot what the numbers are.
/// </summary>
internal sealed class RooflineChart
{
    private const double Left = 70;
    private const double Top = 50;
    private const double PlotWidth = 720;
    private const double PlotHeight = 620;
    private const double LegendLeft = Left + PlotWidth + 30;
    private const double LegendLine = 13.5;
    private const double LegendColumn = 325;
    private const double LabelWidth = 15;
    private const double LabelHeight = 11;

    private static readonly (string Kind, string Colour, Func<string, bool> Has)[] s_kinds =
    [
        ("matrix products", "#1f6fb4", static name => Starts(name, "GEMM", "LinearGelu")),
        ("attention", "#c2412d", static name => Starts(name, "attention", "causal")),
        ("windows, lists, experts, DoRA", "#7a3fa0", static name => Starts(name, Cases.ListPrefix)),
        ("rows and the rest", "#2e8540", static _ => true),
    ];

    private readonly StringBuilder _svg = new();
    private readonly List<(double X, double Y)> _taken = [];
    private readonly RunResult _run;
    private readonly (CaseResult Result, double Intensity, double Rate)[] _points;
    private readonly (double From, double To) _x;
    private readonly (double From, double To) _y;

    private RooflineChart(RunResult run)
    {
        _run = run;
        _points = [.. run.Cases.Select(static result =>
            (result, result.Work.Flops / result.Work.Bytes, result.Work.Flops / result.TileKit.Milliseconds / 1e6))];
        _x = Logarithms(_points.Select(static point => point.Intensity));
        _y = Logarithms([.. _points.Select(static point => point.Rate), run.Machine.Gflops]);
    }

    /// <summary>Draws a run.</summary>
    public static string Draw(RunResult run)
    {
        var chart = new RooflineChart(run);
        chart.All();
        return chart._svg.ToString();
    }

    private void All()
    {
        var perColumn = (int)((PlotHeight + 40) / LegendLine);
        var columns = (_points.Length + s_kinds.Length + perColumn - 1) / perColumn;
        var (width, height) = (LegendLeft + (columns * LegendColumn), Top + PlotHeight + 60);
        var size = Text($"width=\"{width:F0}\" height=\"{height:F0}\"");
        Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} viewBox=\"0 0 {width:F0} {height:F0}\" font-family=\"sans-serif\" font-size=\"11\">");
        Write($"<rect {size} fill=\"white\"/>");
        var threads = _run.Threads == 1 ? "thread" : "threads";
        Label(Left, 24, $"Roofline, {_run.Threads} {threads}, {_run.Processor}", "font-size=\"14\" font-weight=\"bold\"");
        Axes();
        Ceiling(_run.Machine.CopyGigabytes, "copies", "");
        Ceiling(_run.Machine.ReadGigabytes, "reads", " stroke-dasharray=\"6 4\"");
        Points(perColumn);
        Write($"</svg>");
    }

    private void Axes()
    {
        Write($"<g stroke=\"#dddddd\" fill=\"none\"><rect x=\"{Left}\" y=\"{Top}\" width=\"{PlotWidth}\" height=\"{PlotHeight}\"/>");
        foreach (var intensity in Marks(_x))
        {
            Write($"<path d=\"M{X(intensity):F1} {Top}V{Top + PlotHeight}\"/>");
        }

        foreach (var rate in Marks(_y))
        {
            Write($"<path d=\"M{Left} {Y(rate):F1}H{Left + PlotWidth}\"/>");
        }

        Write($"</g>");
        foreach (var intensity in Marks(_x))
        {
            Label(X(intensity), Top + PlotHeight + 16, Text($"{intensity:0.###}"), "text-anchor=\"middle\"");
        }

        foreach (var rate in Marks(_y))
        {
            Label(Left - 6, Y(rate) + 4, Text($"{rate:0.###}"), "text-anchor=\"end\"");
        }

        Label(Left + (PlotWidth / 2), Top + PlotHeight + 36, "FLOP / byte", "text-anchor=\"middle\"");
        Label(20, Top + (PlotHeight / 2), "GFLOP/s", Text($"text-anchor=\"middle\" transform=\"rotate(-90 20 {Top + (PlotHeight / 2):F1})\""));
    }

    /// <summary>Memory's slope up to the arithmetic's level, and the level from there on.</summary>
    private void Ceiling(double gigabytes, string what, string dashes)
    {
        var peak = _run.Machine.Gflops;
        var (last, ridge) = (Math.Pow(10, _x.To), peak / gigabytes);
        var start = Math.Max(Math.Pow(10, _x.From), Math.Pow(10, _y.From) / gigabytes);
        var path = Text($"M{X(start):F1} {Y(start * gigabytes):F1}L{X(ridge):F1} {Y(peak):F1}H{X(last):F1}");
        Write($"<path d=\"{path}\" fill=\"none\" stroke=\"#333333\" stroke-width=\"1.5\"{dashes}/>");
        var at = Math.Sqrt(start * ridge);
        var angle = Math.Atan2(Y(at * gigabytes) - Y(10 * at * gigabytes), X(10 * at) - X(at)) * -180 / Math.PI;
        var below = dashes.Length > 0 ? 14 : -6;
        var turn = Text($"rotate({angle:F1} {X(at):F1} {Y(at * gigabytes):F1})");
        Label(X(at), Y(at * gigabytes) + below, Text($"{what} {gigabytes:F1} GB/s"), $"fill=\"#333333\" transform=\"{turn}\"");
        if (dashes.Length == 0)
        {
            Label(X(last) - 4, Y(peak) - 6, Text($"fused multiply-adds {peak:F0} GFLOP/s"), "fill=\"#333333\" text-anchor=\"end\"");
        }
    }

    private void Points(int perColumn)
    {
        var line = 0;
        var numbered = new List<(int Number, string Colour, double X, double Y)>();
        foreach (var (kind, colour, _) in s_kinds)
        {
            var members = _points.Where(point => s_kinds.First(candidate => candidate.Has(point.Result.Name)).Kind == kind).ToList();
            if (members.Count > 0)
            {
                Legend(line++, perColumn, kind, Text($"fill=\"{colour}\" font-weight=\"bold\""));
            }

            foreach (var (result, intensity, rate) in members)
            {
                var number = numbered.Count + 1;
                numbered.Add((number, colour, X(intensity), Y(rate)));
                Legend(line++, perColumn, Text($"{number}  {result.ShortName}, {result.OfRoofline:P0}"), "");
            }
        }

        // points first: numbers keep away from all of them
        foreach (var (_, colour, x, y) in numbered)
        {
            Write($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"3\" fill=\"{colour}\"/>");
            _taken.Add((x, y));
        }

        foreach (var (number, colour, x, y) in numbered)
        {
            var (labelX, labelY) = Place(x, y);
            Write($"<path d=\"M{x:F1} {y:F1}L{labelX:F1} {labelY:F1}\" stroke=\"{colour}\" stroke-width=\"0.5\" opacity=\"0.6\"/>");
            var corner = Text($"x=\"{labelX - (LabelWidth / 2):F1}\" y=\"{labelY - (LabelHeight / 2):F1}\"");
            Write($"<rect {corner} width=\"{LabelWidth}\" height=\"{LabelHeight}\" fill=\"white\" opacity=\"0.8\"/>");
            Label(labelX, labelY + 4, number.ToString(CultureInfo.InvariantCulture), Text($"fill=\"{colour}\" text-anchor=\"middle\""));
        }
    }

    /// <summary>The nearest place around a point where a number covers nothing.</summary>
    private (double X, double Y) Place(double x, double y)
    {
        for (var radius = 11.0; radius < 200; radius += 4)
        {
            for (var turn = 0; turn < 16; turn++)
            {
                var (sin, cos) = Math.SinCos((turn + 14) * Math.Tau / 16);
                var (candidateX, candidateY) = (x + (radius * cos), y + (radius * sin));
                if (IsInside(candidateX, candidateY) && !_taken.Exists(other =>
                    Math.Abs(other.X - candidateX) < LabelWidth && Math.Abs(other.Y - candidateY) < LabelHeight))
                {
                    _taken.Add((candidateX, candidateY));
                    return (candidateX, candidateY);
                }
            }
        }

        return (x, y);
    }

    private static bool IsInside(double x, double y) =>
        x > Left + (LabelWidth / 2) && x < Left + PlotWidth - (LabelWidth / 2)
        && y > Top + (LabelHeight / 2) && y < Top + PlotHeight - (LabelHeight / 2);

    private static bool Starts(string name, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Legend(int line, int perColumn, string text, string attributes) =>
        Label(LegendLeft + (line / perColumn * LegendColumn), Top + 4 + (line % perColumn * LegendLine), text, attributes);

    private double X(double intensity) => Left + (PlotWidth * (Math.Log10(intensity) - _x.From) / (_x.To - _x.From));

    private double Y(double rate) => Top + (PlotHeight * (_y.To - Math.Log10(rate)) / (_y.To - _y.From));

    // with some room on both sides
    private static (double From, double To) Logarithms(IEnumerable<double> values)
    {
        const double Room = 1.6;
        return (Math.Log10(values.Min() / Room), Math.Log10(values.Max() * Room));
    }

    /// <summary>1, 2 and 5 of each power of ten in a range.</summary>
    private static IEnumerable<double> Marks((double From, double To) range) =>
        from decade in Enumerable.Range((int)Math.Floor(range.From), (int)Math.Ceiling(range.To - range.From) + 1)
        from digit in new[] { 1, 2, 5 }
        let mark = digit * Math.Pow(10, decade)
        where Math.Log10(mark) >= range.From && Math.Log10(mark) <= range.To
        select mark;

    private void Label(double x, double y, string text, string attributes) =>
        Write($"<text x=\"{x:F1}\" y=\"{y:F1}\" {attributes}>{System.Security.SecurityElement.Escape(text)}</text>");

    private void Write(FormattableString line) => _svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
