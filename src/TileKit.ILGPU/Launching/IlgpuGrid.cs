using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>One kernel: a grid of a program with its tile sizes fixed.</summary>
/// <typeparam name="TArguments">The kernel's argument: views and scalars.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IlgpuGrid<TArguments> : IlgpuGrid
    where TArguments : struct
{
    /// <summary>For generated code.</summary>
    /// <param name="threads">The threads of a group.</param>
    /// <param name="lanes">How many adjacent columns a thread owns.</param>
    /// <param name="sharedBytes">The shared memory of a group.</param>
    /// <param name="registers">An estimate of the registers of a thread.</param>
    /// <param name="entry">The kernel; a static method.</param>
    /// <param name="tensorCores">Whether it computes products on tensor cores.</param>
    public IlgpuGrid(int threads, int lanes, int sharedBytes, int registers, Action<TArguments> entry, bool tensorCores = false)
        : base(threads, lanes, sharedBytes, registers, tensorCores) => Entry = entry;

    /// <summary>The kernel.</summary>
    internal Action<TArguments> Entry { get; }
}

/// <summary>What a kernel asks of a device.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IlgpuGrid
{
    private protected IlgpuGrid(int threads, int lanes, int sharedBytes, int registers, bool tensorCores)
    {
        Threads = threads;
        Lanes = lanes;
        SharedBytes = sharedBytes;
        Registers = registers;
        TensorCores = tensorCores;
    }

    internal int Threads { get; }

    internal int Lanes { get; }

    internal int SharedBytes { get; }

    internal int Registers { get; }

    internal bool TensorCores { get; }
}
