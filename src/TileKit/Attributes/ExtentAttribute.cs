namespace TileKit;

/// <summary>
/// Marks an <see cref="int"/> parameter of a program as a tile size that covers a whole dimension of a tensor. The launcher reads the
/// dimension and passes it padded to the next of the given values.
/// </summary>
/// <remarks>
/// A GPU kernel has its sizes compiled in. Where values are given there is a kernel for each of them, and for each combination with the
/// values of other extents; the parameter is what it is on the CPU. Where none are given it is one of TileKit's own sizes that is at least
/// as large as the dimension. Elements past the edge do not exist whatever the padding, so only a program that computes with the number
/// itself sees the difference.
/// </remarks>
/// <param name="tensor">The name of the program's tensor parameter; write it as <c>nameof(q)</c>.</param>
/// <param name="axis">The dimension to read.</param>
/// <param name="values">
/// The sizes to pad to, positive and ascending. A dimension above the last one is an <see cref="ArgumentException"/> at the launch.
/// None: the dimension itself, and 1 for an empty one.
/// </param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ExtentAttribute(string tensor, Axis axis, params int[] values) : Attribute
{
    /// <summary>The name of the program's tensor parameter.</summary>
    public string Tensor { get; } = tensor;

    /// <summary>The dimension that is read.</summary>
    public Axis Axis { get; } = axis;

    /// <summary>The sizes to pad to; empty means the dimension itself.</summary>
    public IReadOnlyList<int> Values { get; } = values;
}
