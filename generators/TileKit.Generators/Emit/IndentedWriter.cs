using System;
using System.Text;

namespace TileKit.Generators.Emit;

/// <summary>Writes C# with indentation and braces.</summary>
internal sealed class IndentedWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4).Append(line);
        }

        text.Append('\n');
    }

    /// <summary>Writes several lines as they are, each at the current depth.</summary>
    public void Lines(string lines)
    {
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            Line(line);
        }
    }

    /// <summary>Writes a header and opens a brace; disposing the result closes it.</summary>
    public Block Open(string header, string close = "}")
    {
        Line(header);
        Line("{");
        depth++;
        return new Block(this, close);
    }

    /// <summary>Opens a brace alone: a scope for locals.</summary>
    public Block Open()
    {
        Line("{");
        depth++;
        return new Block(this, "}");
    }

    public override string ToString() => text.ToString();

    internal readonly struct Block(IndentedWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line(close);
        }
    }
}
