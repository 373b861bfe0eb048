namespace TileKit;

/// <summary>What a launch computes and must at least move.</summary>
/// <param name="Flops">Floating-point operations: two per element of a matrix product's contraction, one per element of any other op but casts and choices.</param>
/// <param name="BytesRead">The size of the tensors it reads.</param>
/// <param name="BytesWritten">The size of the tensors it writes.</param>
/// <param name="TempBytes">The memory it needs between its grids, which counts as read and written too.</param>
public readonly record struct KernelWork(double Flops, double BytesRead, double BytesWritten, double TempBytes)
{
    /// <summary>FLOPs per byte: above the machine's own ratio the kernel is bound by arithmetic, below by memory.</summary>
    public double Intensity => Flops / (BytesRead + BytesWritten);
}
