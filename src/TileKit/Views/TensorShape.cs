namespace TileKit;

/// <summary>What a tensor's shape must be, and how messages show it.</summary>
internal static class TensorShape
{
    public const int MaxRank = 4;

    /// <summary>The number of elements; throws unless the shape has rank 1 to 4 and no negative dimension.</summary>
    public static long Length(ReadOnlySpan<int> shape)
    {
        if (shape.Length is 0 or > MaxRank)
        {
            throw new ArgumentException($"A tensor has rank 1 to {MaxRank}; the shape {Text(shape)} has rank {shape.Length}.", nameof(shape));
        }

        if (shape.ContainsAnyInRange(int.MinValue, -1))
        {
            throw new ArgumentException($"The shape {Text(shape)} has a negative dimension.", nameof(shape));
        }

        if (shape.Contains(0))
        {
            return 0; // before multiplying: the other dimensions may be anything
        }

        var length = 1L;
        foreach (var dimension in shape)
        {
            if (length > long.MaxValue / sizeof(float) / dimension)
            {
                throw new ArgumentException($"The shape {Text(shape)} has more elements than memory can hold.", nameof(shape));
            }

            length *= dimension;
        }

        return length;
    }

    /// <summary>Throws unless the shape has as many elements as there are.</summary>
    public static void RequireLength(ReadOnlySpan<int> shape, long actual, string parameter)
    {
        var expected = Length(shape);
        if (actual != expected)
        {
            throw new ArgumentException($"The shape {Text(shape)} has {expected} elements, {parameter} has {actual}.", parameter);
        }
    }

    /// <summary>The shape as messages show it: <c>[2, 3]</c>.</summary>
    public static string Text<T>(ReadOnlySpan<T> shape) => $"[{string.Join(", ", shape.ToArray())}]";
}
