using System.ComponentModel;
using System.Globalization;

namespace TileKit.Launching;

/// <summary>A tensor or scalar as the message of a failed launch check shows it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ShapeNote
{
    private readonly string _text;

    /// <summary>Notes a tensor.</summary>
    /// <param name="name">The launcher's parameter.</param>
    /// <param name="batch">The first of the four dimensions.</param>
    /// <param name="depth">The second.</param>
    /// <param name="rows">The third.</param>
    /// <param name="cols">The fourth.</param>
    /// <param name="rank">How many of them, from the last one, the tensor has.</param>
    public ShapeNote(string name, int batch, int depth, int rows, int cols, int rank)
    {
        Span<int> shape = [batch, depth, rows, cols];
        _text = $"{name} has shape {TensorShape.Text<int>(shape[^Math.Clamp(rank, 1, TensorShape.MaxRank)..])}";
    }

    /// <summary>Notes a scalar.</summary>
    /// <param name="name">The launcher's parameter.</param>
    /// <param name="value">Its value.</param>
    public ShapeNote(string name, double value) => _text = string.Create(CultureInfo.InvariantCulture, $"{name} is {value}");

    /// <summary>The note as a clause: <c>w has shape [32, 48]</c>.</summary>
    public override string ToString() => _text;
}
