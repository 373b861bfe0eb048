using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TileKit.Launching;

/// <summary>What a generated launcher checks before it writes anything.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaunchCheck
{
    /// <summary>Reports that a program's <c>Require</c> does not hold for a launch. Only the failing path pays for the message.</summary>
    /// <param name="kernel">The launcher's name.</param>
    /// <param name="parameter">The launcher's parameter to blame.</param>
    /// <param name="condition">The condition's source text.</param>
    /// <param name="notes">The tensors and scalars in it.</param>
    /// <exception cref="ArgumentException">Always.</exception>
    [DoesNotReturn]
    public static void Fail(string kernel, string parameter, string condition, params ReadOnlySpan<ShapeNote> notes)
    {
        var clauses = new string[notes.Length];
        for (var i = 0; i < clauses.Length; i++)
        {
            clauses[i] = notes[i].ToString();
        }

        var actual = clauses.Length switch
        {
            0 => "",
            1 => $", but {clauses[0]}",
            _ => $", but {string.Join(", ", clauses[..^1])} and {clauses[^1]}",
        };
        throw new ArgumentException($"{kernel}: expected {condition}{actual}.", parameter);
    }

    /// <summary>A dimension padded to the next of the sizes that an <see cref="ExtentAttribute"/> names.</summary>
    /// <param name="dimension">The tensor's dimension.</param>
    /// <param name="kernel">The launcher's name.</param>
    /// <param name="parameter">The tensor's parameter.</param>
    /// <param name="axis">Which dimension it is.</param>
    /// <param name="values">The sizes, ascending. None: the dimension itself, and 1 for an empty one.</param>
    /// <returns>The smallest of the sizes that is not less than the dimension.</returns>
    /// <exception cref="ArgumentException">The dimension is greater than the last of the sizes.</exception>
    public static int Padded(int dimension, string kernel, string parameter, Axis axis, params ReadOnlySpan<int> values)
    {
        if (values.IsEmpty)
        {
            return Math.Max(dimension, 1);
        }

        foreach (var value in values)
        {
            if (value >= dimension)
            {
                return value;
            }
        }

        throw new ArgumentException(
            $"{kernel}: expected {parameter}.{axis} of at most {values[^1]} (one of {TensorShape.Text(values)}), "
            + $"but {parameter}.{axis} is {dimension}.",
            parameter);
    }
}
