using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>What a generated kernel struct tells the launcher of one launch.</summary>
/// <typeparam name="TArguments">The kernels' argument: views and scalars.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IIlgpuProgram<TArguments> : IIlgpuProgram
    where TArguments : struct
{
    /// <summary>The memory that the grids need between them, with the sizes set.</summary>
    long TempBytes();

    /// <summary>Gives the kernels the temporaries between grids.</summary>
    /// <param name="arguments">The argument.</param>
    /// <param name="temps">The memory.</param>
    void SetTemps(ref TArguments arguments, IlgpuTemps temps);
}

/// <summary>What the choice of a variant asks a generated kernel struct.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IIlgpuProgram
{
    /// <summary>Sets the sizes of a variant: tunables, then extents.</summary>
    /// <param name="sizes">The sizes.</param>
    void SetSizes(ReadOnlySpan<int> sizes);

    /// <summary>The least size that a variant may have for an extent: the real dimension, padded to the user's list where there is one.</summary>
    /// <param name="index">The extent, from 0; asked before <see cref="SetSizes"/>.</param>
    int Extent(int index);

    /// <summary>Whether a variant must have just that size: where the user gave a list, the program may compute with the number.</summary>
    /// <param name="index">The extent, from 0.</param>
    bool IsExact(int index);

    /// <summary>The program instances of a grid with the sizes set: each is run by one group of threads.</summary>
    /// <param name="grid">The grid, from 0.</param>
    long Instances(int grid);

    /// <summary>Tells what a grid of the launch does with the sizes set.</summary>
    /// <param name="grid">The grid, from 0.</param>
    /// <param name="cost">Adds it up.</param>
    void Describe(int grid, ref IlgpuCost cost);
}
