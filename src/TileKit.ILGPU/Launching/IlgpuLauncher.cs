using System.ComponentModel;
using TileKit.Launching;

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
    /// <param name="shape">The launch's extents and scalars.</param>
    /// <param name="program">The launch.</param>
    /// <param name="arguments">Its tensors and scalars.</param>
    /// <exception cref="ArgumentException">An extent is larger than any variant takes, or no variant has the tile sizes asked for.</exception>
    /// <exception cref="InvalidOperationException">The kernel cannot be compiled or launched.</exception>
    /// <exception cref="NotSupportedException">The device can run none of the variants.</exception>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    public static void Run<TProgram, TArguments>(
        IlgpuDevice device, IlgpuKernel<TArguments> kernel, LaunchShape shape, ref TProgram program, in TArguments arguments)
        where TProgram : struct, IIlgpuProgram<TArguments>
        where TArguments : struct
    {
        ObjectDisposedException.ThrowIf(device.IsDisposed, device);
        var launch = new VariantLaunch<TProgram>(kernel, device.Name, device.Profile, ref program);
        var choice = device.TileSelector.SelectVariant(ref launch, shape, out var trial);
        if (choice < 0)
        {
            throw launch.NoneFits();
        }

        if (trial is null)
        {
            Run(device, kernel, kernel.Variants[choice], ref program, arguments);
            return;
        }

        // What was launched before is not this launch's time, and its own ends when the device is done.
        using (trial)
        {
            device.Synchronize();
            trial.Start();
            Run(device, kernel, kernel.Variants[choice], ref program, arguments);
            device.Synchronize();
            trial.Complete();
        }
    }

    private static void Run<TProgram, TArguments>(
        IlgpuDevice device, IlgpuKernel<TArguments> kernel, IlgpuVariant<TArguments> variant, ref TProgram program, in TArguments arguments)
        where TProgram : struct, IIlgpuProgram<TArguments>
        where TArguments : struct
    {
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
