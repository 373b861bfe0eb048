using System.Globalization;
using System.IO.Compression;
using System.Numerics.Tensors;

namespace Digits;

/// <summary>Handwritten digits of 8×8 pixels, as they are and as rows of unit length.</summary>
internal sealed class DigitSet
{
    public const int Side = 8;
    public const int Pixels = Side * Side;
    public const int Classes = 10;

    private DigitSet(float[] intensities, int[] labels)
    {
        Intensities = intensities;
        Labels = labels;
        Unit = [.. intensities];
        for (var row = 0; row < Count; row++)
        {
            var pixels = Unit.AsSpan(row * Pixels, Pixels);
            TensorPrimitives.Divide(pixels, TensorPrimitives.Norm<float>(pixels), pixels);
        }
    }

    public int Count => Labels.Length;

    /// <summary>Row-major pixels from 0 (paper) to 16 (ink), one digit after the other.</summary>
    public float[] Intensities { get; }

    /// <summary>The same rows scaled to length 1, so that a dot product of two is their cosine.</summary>
    public float[] Unit { get; }

    public int[] Labels { get; }

    /// <summary>Reads the digits that come with the sample.</summary>
    public static DigitSet Load()
    {
        using var file = typeof(DigitSet).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        List<float> intensities = [];
        List<int> labels = [];
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            intensities.AddRange(fields.Take(Pixels).Select(static field => float.Parse(field, CultureInfo.InvariantCulture)));
            labels.Add(int.Parse(fields[Pixels], CultureInfo.InvariantCulture));
        }

        return new DigitSet([.. intensities], [.. labels]);
    }

    /// <summary>Rows [from, to) as a set of its own.</summary>
    public DigitSet Slice(int from, int to) => new(Intensities[(from * Pixels)..(to * Pixels)], Labels[from..to]);

    /// <summary>One row of ten per digit: 1 at its label, 0 elsewhere.</summary>
    public float[] OneHot()
    {
        var rows = new float[Count * Classes];
        for (var row = 0; row < Count; row++)
        {
            rows[row * Classes + Labels[row]] = 1;
        }

        return rows;
    }
}
