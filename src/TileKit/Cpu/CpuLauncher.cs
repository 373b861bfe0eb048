using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Runs generated CPU kernels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class CpuLauncher
{
    /// <summary>Plans a kernel for the widest vectors of the machine and runs all its units on the device's threads.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <param name="device">The device whose threads do the work.</param>
    /// <param name="kernel">The kernel with its views and scalars set.</param>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    public static void Run<TKernel>(CpuDevice device, ref TKernel kernel)
        where TKernel : struct, ICpuKernel
    {
        switch (CpuMachine.Bits)
        {
            case 512:
                Run<TKernel, FloatPair512, IntPair512>(device, ref kernel);
                break;
            case 256:
                Run<TKernel, FloatPair256, IntPair256>(device, ref kernel);
                break;
            default:
                Run<TKernel, FloatPair128, IntPair128>(device, ref kernel);
                break;
        }
    }

    /// <summary>Pins every tensor of a launch, tells it the addresses and runs it.</summary>
    /// <typeparam name="TLaunch">The launch.</typeparam>
    /// <param name="launch">The launch.</param>
    public static void PinAll<TLaunch>(ref TLaunch launch)
        where TLaunch : struct, ITensorSpanLaunch, allows ref struct => Pin(ref launch, 0);

    private static void Pin<TLaunch>(ref TLaunch launch, int index)
        where TLaunch : struct, ITensorSpanLaunch, allows ref struct
    {
        if (index == launch.TensorCount)
        {
            launch.Run();
            return;
        }

        // One stack frame per tensor: a fixed statement cannot pin a number of references that only the launch knows.
        fixed (byte* address = &launch.Tensor(index))
        {
            launch.SetAddress(index, (nint)address);
            Pin(ref launch, index + 1);
        }
    }

    private static void Run<TKernel, F, I>(CpuDevice device, ref TKernel kernel)
        where TKernel : struct, ICpuKernel
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        ObjectDisposedException.ThrowIf(device.IsDisposed, device);

        // A copy on this stack cannot move while the workers read it, wherever the caller's lives.
        var local = kernel;
        var bytes = local.PlaceTemps(default);
        var temps = bytes > 0 ? device.RentTemps(bytes) : null;
        try
        {
            if (temps is not null)
            {
                local.PlaceTemps(new Ptr<byte>(temps.Address));
            }

            for (var grid = 0; grid < local.Grids; grid++)
            {
                var work = local.Plan(grid, F.Count, device.Profile);
                device.Workers.Run(&RunUnit<TKernel, F, I>, (nint)Unsafe.AsPointer(ref local), work.Units, work.ScratchBytes);
            }
        }
        finally
        {
            if (temps is not null)
            {
                device.ReturnTemps(temps);
            }
        }
    }

    private static void RunUnit<TKernel, F, I>(nint kernel, long unit, nint scratch)
        where TKernel : struct, ICpuKernel
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> => Unsafe.AsRef<TKernel>((void*)kernel).Run<F, I>(unit, new Ptr<byte>(scratch));
}
