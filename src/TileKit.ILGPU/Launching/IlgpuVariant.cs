using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>A tile program with its tile sizes fixed: a kernel for each of its grids.</summary>
/// <typeparam name="TArguments">The kernels' argument: views and scalars.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IlgpuVariant<TArguments> : IlgpuVariant
    where TArguments : struct
{
    /// <summary>For generated code.</summary>
    /// <param name="sizes">The tunables, then the extents.</param>
    /// <param name="grids">The kernels, in the order of the program's grids.</param>
    public IlgpuVariant(int[] sizes, params IlgpuGrid<TArguments>[] grids)
        : base(sizes, grids) => Grids = grids;

    internal new IlgpuGrid<TArguments>[] Grids { get; }
}

/// <summary>What the choice of a variant needs to know of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IlgpuVariant
{
    private protected IlgpuVariant(int[] sizes, IlgpuGrid[] grids)
    {
        Sizes = sizes;
        Grids = grids;
    }

    internal int[] Sizes { get; }

    internal IlgpuGrid[] Grids { get; }
}
