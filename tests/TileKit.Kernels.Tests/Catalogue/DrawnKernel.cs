using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>A kernel that is told how to draw its launches.</summary>
/// <param name="name">See <see cref="Kernel.Name"/>.</param>
/// <param name="tunables">See <see cref="Kernel.Tunables"/>.</param>
/// <param name="finite">See <see cref="Kernel.FiniteInputs"/>.</param>
/// <param name="gpuShapes">See <see cref="Kernel.GpuShapes"/>.</param>
/// <param name="draw">Draws a launch of that name.</param>
internal sealed class DrawnKernel(string name, string[] tunables, int finite, int[][] gpuShapes, Func<string, Sizes, Launch> draw) : Kernel
{
    public override string Name => name;

    public override string[] Tunables => tunables;

    public override int FiniteInputs => finite;

    public override int[][] GpuShapes => gpuShapes;

    public override Launch Draw(Sizes sizes) => draw(name, sizes);
}
