using System.ComponentModel;
using TileKit.Tuning;

namespace TileKit.Ilgpu;

/// <summary>The variants of a tile program.</summary>
/// <typeparam name="TArguments">The kernels' argument: views and scalars.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IlgpuKernel<TArguments> : IlgpuKernel
    where TArguments : struct
{
    /// <summary>For generated code.</summary>
    /// <param name="info">What is known of the kernel.</param>
    /// <param name="sizes">The names of a variant's sizes: tunables, then extents.</param>
    /// <param name="tunables">How many of them are tunables.</param>
    /// <param name="variants">The variants.</param>
    public IlgpuKernel(KernelInfo info, string[] sizes, int tunables, params IlgpuVariant<TArguments>[] variants)
        : base(info, sizes, tunables, variants) => Variants = variants;

    internal new IlgpuVariant<TArguments>[] Variants { get; }
}

/// <summary>What the choice of a variant needs to know of a kernel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IlgpuKernel
{
    private protected IlgpuKernel(KernelInfo info, string[] sizes, int tunables, IlgpuVariant[] variants)
    {
        Info = info;
        SizeNames = sizes;
        Tunables = tunables;
        Variants = variants;
    }

    internal KernelInfo Info { get; }

    internal string[] SizeNames { get; }

    internal int Tunables { get; }

    internal IlgpuVariant[] Variants { get; }

    /// <summary>A variant's sizes as messages show them.</summary>
    internal string Sizes(IlgpuVariant variant) => VariantText.Sizes(SizeNames, variant.Sizes);
}
