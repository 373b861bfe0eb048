namespace TileKit.Launching;

/// <summary>What a launch asks of a tensor span's lengths and strides.</summary>
internal static class SpanLayout
{
    /// <summary>Throws unless a kernel can work on the span in place.</summary>
    public static void Require(string kernel, string name, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, bool isOutput)
    {
        if (lengths.Length is 0 or > TensorShape.MaxRank)
        {
            throw new ArgumentException(
                $"{kernel}: expected {name} of rank 1 to {TensorShape.MaxRank}, but it has shape {TensorShape.Text(lengths)}.", name);
        }

        foreach (var length in lengths)
        {
            if (length > int.MaxValue)
            {
                throw new ArgumentException(
                    $"{kernel}: expected dimensions of {name} up to {int.MaxValue}, but it has shape {TensorShape.Text(lengths)}.", name);
            }
        }

        if (lengths[^1] > 1 && strides[^1] != 1)
        {
            throw new ArgumentException(
                $"{kernel}: expected the last dimension of {name} to be contiguous, but it has stride {strides[^1]} (shape "
                + $"{TensorShape.Text(lengths)}, strides {TensorShape.Text(strides)}).",
                name);
        }

        if (!HasNoNegativeStride(lengths, strides) || (isOutput && !IsInjective(lengths, strides)))
        {
            throw new ArgumentException(
                $"{kernel}: expected every element of {name} to have memory of its own, but it has shape {TensorShape.Text(lengths)} "
                + $"and strides {TensorShape.Text(strides)}.",
                name);
        }
    }

    /// <summary>The elements from the first to the last in memory, gaps included.</summary>
    public static long Elements(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        var last = 0L;
        for (var i = 0; i < lengths.Length; i++)
        {
            last += (lengths[i] - 1) * strides[i];
        }

        return last + 1;
    }

    /// <summary>The smallest stride between rows, matrices and batches if it divides the others, else 0.</summary>
    public static long Pitch(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        var pitch = long.MaxValue;
        for (var i = 0; i < lengths.Length - 1; i++)
        {
            pitch = lengths[i] > 1 ? Math.Min(pitch, strides[i]) : pitch;
        }

        if (pitch is 0 or long.MaxValue)
        {
            return 0;
        }

        for (var i = 0; i < lengths.Length - 1; i++)
        {
            if (lengths[i] > 1 && strides[i] % pitch != 0)
            {
                return 0;
            }
        }

        return pitch;
    }

    private static bool HasNoNegativeStride(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] > 1 && strides[i] < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether, taken from the shortest stride to the longest, each steps over everything before it.</summary>
    private static bool IsInjective(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        Span<(nint Stride, nint Length)> dimensions = stackalloc (nint, nint)[lengths.Length];
        for (var i = 0; i < dimensions.Length; i++)
        {
            dimensions[i] = (strides[i], lengths[i]);
        }

        dimensions.Sort(static (a, b) => a.Stride.CompareTo(b.Stride));
        var covered = 1L;
        foreach (var (stride, length) in dimensions)
        {
            if (length <= 1)
            {
                continue;
            }

            if (stride < covered)
            {
                return false;
            }

            covered += (length - 1) * stride;
        }

        return true;
    }
}
