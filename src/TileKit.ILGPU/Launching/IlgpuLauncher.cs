using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Runs generated kernels on an ILGPU device.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IlgpuLauncher
{
    /// <summary>Chooses a variant and launches its kernels one after the other; returns before they are done.</summary>
    /// <typeparam name="TProgram">The generated kernel struct.</typeparam>
    /// <typeparam name="TArguments">The kernel's argument.</typeparam>
    /// <param name="device">The device.</param>
    /// <param name="kernel">The kernel's variants.</param>
    /// <param name="shape">A hash of the launch's extents and scalars.</param>
    /// <param name="program">The launch.</param>
    /// <param name="arguments">Its tensors and scalars.</param>
    /// <exception cref="ArgumentException">An extent is larger than any variant takes, or no variant has the tile sizes asked for.</exception>
    /// <exception cref="InvalidOperationException">The kernel cannot be compiled or launched.</exception>
    /// <exception cref="NotSupportedException">The device can run none of the variants.</exception>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    public static void Run<TProgram, TArguments>(
        IlgpuDevice device, IlgpuKernel<TArguments> kernel, int shape, ref TProgram program, in TArguments arguments)
        where TProgram : struct, IIlgpuProgram<TArguments>
        where TArguments : struct
    {
        ObjectDisposedException.ThrowIf(device.IsDisposed, device);
        var launch = new VariantLaunch<TProgram>(kernel, device.Profile, ref program);
        var choice = device.TileSelector.SelectVariant(ref launch, shape);
        if (choice < 0)
        {
            throw launch.NoneFits(device.Name);
        }

        var variant = kernel.Variants[choice];
        program.SetSizes(variant.Sizes);
        var isEmpty = true;
        for (var grid = 0; grid < variant.Grids.Length; grid++)
        {
            var groups = program.Instances(grid);
            isEmpty &= groups == 0;
            if (groups > int.MaxValue)
            {
                throw new NotSupportedException(
                    $"{kernel.Info.Name}: with {kernel.Sizes(variant)} the launch has {groups} program instances, but {device.Name} runs at most "
                    + $"{int.MaxValue}.");
            }
        }

        if (!isEmpty)
        {
            device.Launch(kernel, variant, ref program, arguments);
        }
    }
}
