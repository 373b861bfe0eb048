using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>One kernel of a tile program: the program with its tile sizes fixed.</summary>
/// <typeparam name="TArguments">The kernel's argument: views and scalars.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IlgpuVariant<TArguments> : IlgpuVariant
    where TArguments : struct
{
    /// <summary>For generated code.</summary>
    /// <param name="sizes">The tunables, then the extents.</param>
    /// <param name="threads">The threads of a group.</param>
    /// <param name="lanes">How many adjacent columns a thread owns.</param>
    /// <param name="sharedBytes">The shared memory of a group.</param>
    /// <param name="registers">An estimate of the registers of a thread.</param>
    /// <param name="entry">The kernel; a static method.</param>
    public IlgpuVariant(int[] sizes, int threads, int lanes, int sharedBytes, int registers, Action<TArguments> entry)
        : base(sizes, threads, lanes, sharedBytes, registers) => Entry = entry;

    /// <summary>The kernel.</summary>
    internal Action<TArguments> Entry { get; }
}

/// <summary>What the choice of a variant needs to know of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IlgpuVariant
{
    private protected IlgpuVariant(int[] sizes, int threads, int lanes, int sharedBytes, int registers)
    {
        Sizes = sizes;
        Threads = threads;
        Lanes = lanes;
        SharedBytes = sharedBytes;
        Registers = registers;
    }

    internal int[] Sizes { get; }

    internal int Threads { get; }

    internal int Lanes { get; }

    internal int SharedBytes { get; }

    internal int Registers { get; }
}
