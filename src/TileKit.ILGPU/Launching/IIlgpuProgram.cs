using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>What a generated kernel struct tells the launcher of one launch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IIlgpuProgram
{
    /// <summary>Sets the sizes of a variant: tunables, then extents.</summary>
    /// <param name="sizes">The sizes.</param>
    void SetSizes(ReadOnlySpan<int> sizes);

    /// <summary>The least size that a variant may have for an extent: the real dimension, padded to the user's list where there is one.</summary>
    /// <param name="index">The extent, from 0; asked before <see cref="SetSizes"/>.</param>
    int Extent(int index);

    /// <summary>The program instances with the sizes set: each is run by one group of threads.</summary>
    long Instances();

    /// <summary>Tells what the launch does with the sizes set.</summary>
    /// <param name="cost">Adds it up.</param>
    void Describe(ref IlgpuCost cost);
}
