using System.ComponentModel;
using TileKit.Cpu;
using TileKit.Tuning;

namespace TileKit.Launching;

/// <summary>The last step of a generated launcher, once everything is checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelLauncher
{
    /// <summary>Chooses the tile sizes and runs a kernel on a CPU device.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <param name="device">The device.</param>
    /// <param name="info">What is known of the kernel.</param>
    /// <param name="shape">The launch's extents and scalars.</param>
    /// <param name="kernel">The kernel with its views and scalars set.</param>
    /// <exception cref="ArgumentException">The device is not a CPU, or the tile sizes asked for are not among the kernel's.</exception>
    public static void Run<TKernel>(Device device, KernelInfo info, LaunchShape shape, ref TKernel kernel)
        where TKernel : struct, ICpuKernel, ITileProgram
    {
        if (device is not CpuDevice cpu)
        {
            throw new ArgumentException(
                $"{info.Name} is compiled for the CPU only, but {device.Name} is none: a project gets GPU kernels by a reference to TileKit.ILGPU.",
                nameof(device));
        }

        device.TileSelector.Select(ref kernel, info, cpu.Profile, shape, out var trial);
        if (trial is null)
        {
            CpuLauncher.Run(cpu, ref kernel);
            return;
        }

        using (trial)
        {
            trial.Start();
            CpuLauncher.Run(cpu, ref kernel);
            trial.Complete();
        }
    }

    /// <summary>Sets the tile sizes that the cost model finds best for the shared CPU device, for counting work.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <param name="info">What is known of the kernel.</param>
    /// <param name="kernel">The kernel with its views and scalars set.</param>
    public static void ChooseTiles<TKernel>(KernelInfo info, ref TKernel kernel)
        where TKernel : struct, ITileProgram => kernel.SetTiles(TileSearch.Best(kernel, info.Tunables, Device.Default.Profile));
}
