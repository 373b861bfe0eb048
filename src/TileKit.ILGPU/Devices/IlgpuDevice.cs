using ILGPU;
using ILGPU.Runtime;
using TileKit.Ilgpu;

namespace TileKit;

/// <summary>
/// A GPU, or whatever else ILGPU runs kernels on. Launches return before they are done; reading a tensor and <see cref="Synchronize"/> wait.
/// All launches and copies of a device run one after the other, from whichever thread they come.
/// </summary>
/// <remarks>
/// Tensors stay readable when the device is disposed; what it occupies is given back with the last of them. Two devices over one accelerator
/// are two streams of work, each with tensors of its own.
/// </remarks>
public sealed class IlgpuDevice : Device
{
    private readonly SharedAccelerator _accelerator;
    private readonly LoadedKernels _kernels;
    private IlgpuBuffer? _temps; // what the launch that needed most had between its grids
    private (IlgpuKernel Kernel, IlgpuVariant Variant, int Grid)? _last; // what was launched last

    internal IlgpuDevice(SharedAccelerator accelerator, IlgpuBackend backend, GpuProfile profile)
    {
        _accelerator = accelerator;
        _kernels = new(accelerator.Accelerator);
        Backend = backend;
        Profile = profile;
        Name = $"{accelerator.Accelerator.Name} ({(backend == IlgpuBackend.Debugger ? Platform.DebuggerName : backend)})";
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override GpuProfile Profile { get; }

    /// <summary>How the device is reached; never <see cref="IlgpuBackend.Best"/>.</summary>
    public IlgpuBackend Backend { get; }

    /// <summary>Which matrix products kernels may compute on tensor cores.</summary>
    public TensorCores TensorCores { get; private init; }

    /// <summary>Tensors whose memory is not freed yet.</summary>
    internal int LiveBuffers => _accelerator.LiveBuffers;

    internal SharedAccelerator Accelerator => _accelerator;

    /// <summary>The devices that ILGPU finds on this machine, the fastest first; <see cref="IlgpuBackend.Debugger"/> is not among them.</summary>
    public static IReadOnlyList<IlgpuDeviceInfo> FindDevices() => Platform.Find(IlgpuBackend.Best);

    /// <summary>Makes a device of the fastest that there is.</summary>
    /// <param name="backend">Which kind.</param>
    /// <param name="tileSelector">How tile sizes are chosen; the cost model if null.</param>
    /// <param name="tensorCores">Which matrix products kernels may compute on tensor cores.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tensorCores"/> is none of its values.</exception>
    /// <exception cref="PlatformNotSupportedException">There is none; the message says what was looked for and what to install.</exception>
    public static IlgpuDevice Create(IlgpuBackend backend = IlgpuBackend.Best, TileSelector? tileSelector = null, TensorCores tensorCores = TensorCores.Off)
    {
        var found = Platform.Find(backend);
        return found.Count > 0 ? Create(found[0], tileSelector, tensorCores) : throw new PlatformNotSupportedException(Platform.NothingFound(backend));
    }

    /// <summary>Makes a device of one that was found.</summary>
    /// <param name="device">One of <see cref="FindDevices"/>.</param>
    /// <param name="tileSelector">How tile sizes are chosen; the cost model if null.</param>
    /// <param name="tensorCores">Which matrix products kernels may compute on tensor cores.</param>
    /// <exception cref="ArgumentNullException"><paramref name="device"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tensorCores"/> is none of its values.</exception>
    /// <exception cref="InvalidOperationException">Its driver refuses.</exception>
    public static IlgpuDevice Create(IlgpuDeviceInfo device, TileSelector? tileSelector = null, TensorCores tensorCores = TensorCores.Off)
    {
        ArgumentNullException.ThrowIfNull(device);
        ThrowUnlessDefined(tensorCores);
        var context = Platform.CreateContext();
        try
        {
            var accelerator = Platform.Open(device.Source, context);
            return Create(new SharedAccelerator(accelerator, context), Platform.Profile(accelerator), tileSelector, tensorCores);
        }
        catch (Exception exception) when (Platform.IsFailure(exception))
        {
            context.Dispose();
            throw new InvalidOperationException($"{device} was found but cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>Makes a device of an accelerator that the caller keeps: it is not disposed with the device, and must outlive it and its tensors.</summary>
    /// <param name="accelerator">The accelerator; its context may be of any kind.</param>
    /// <param name="tileSelector">How tile sizes are chosen; the cost model if null.</param>
    /// <param name="tensorCores">Which matrix products kernels may compute on tensor cores.</param>
    /// <exception cref="ArgumentNullException"><paramref name="accelerator"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tensorCores"/> is none of its values.</exception>
    /// <exception cref="ObjectDisposedException"><paramref name="accelerator"/> is disposed.</exception>
    public static IlgpuDevice Create(Accelerator accelerator, TileSelector? tileSelector = null, TensorCores tensorCores = TensorCores.Off)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ObjectDisposedException.ThrowIf(accelerator.IsDisposed, accelerator);
        ThrowUnlessDefined(tensorCores);
        return Create(new SharedAccelerator(accelerator, null), Platform.Profile(accelerator), tileSelector, tensorCores);
    }

    /// <summary>Waits until everything launched so far is done.</summary>
    /// <exception cref="ObjectDisposedException">The device is disposed.</exception>
    /// <exception cref="InvalidOperationException">A kernel failed while it ran.</exception>
    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        try
        {
            _accelerator.Synchronize();
        }
        catch (Exception exception) when (Platform.IsFailure(exception))
        {
            var last = _last is { } launched ? $" The last one launched: {Describe(launched.Kernel, launched.Variant, launched.Grid)}." : "";
            throw new InvalidOperationException($"A kernel on {Name} failed while it ran: {exception.Message}{last}", exception);
        }
    }

    internal static IlgpuDevice Create(SharedAccelerator accelerator, GpuProfile profile, TileSelector? tileSelector, TensorCores tensorCores = TensorCores.Off)
    {
        profile = tensorCores switch
        {
            TensorCores.Off => profile with { TensorFmaPerCycle = 0, TensorFloatFmaPerCycle = 0 },
            TensorCores.On => profile with { TensorFloatFmaPerCycle = profile.TensorFloatFmaPerCycle / 3 },
            _ => profile,
        };
        return new(accelerator, Platform.Backend(accelerator.Accelerator), profile) { TensorCores = tensorCores, TileSelector = tileSelector ?? TileSelector.CostModel };
    }

    private static void ThrowUnlessDefined(TensorCores tensorCores)
    {
        if (!Enum.IsDefined(tensorCores))
        {
            throw new ArgumentOutOfRangeException(nameof(tensorCores), tensorCores, $"Expected {string.Join(", ", Enum.GetNames<TensorCores>())}.");
        }
    }

    /// <summary>Launches a variant's kernels; where one cannot be, nothing is written and the device stays usable.</summary>
    internal void Launch<TProgram, TArguments>(
        IlgpuKernel<TArguments> kernel, IlgpuVariant<TArguments> variant, ref TProgram program, TArguments arguments)
        where TProgram : struct, IIlgpuProgram<TArguments>
        where TArguments : struct
    {
        lock (_accelerator.Gate)
        {
            _accelerator.RequireAlive();
            using var binding = Platform.Bind(_accelerator.Accelerator);

            // All are compiled before the first one runs.
            var launches = new Action<AcceleratorStream, KernelConfig, TArguments>[variant.Grids.Length];
            for (var grid = 0; grid < launches.Length; grid++)
            {
                launches[grid] = Load(kernel, variant, grid);
            }

            if (program.TempBytes() is > 0 and var bytes)
            {
                program.SetTemps(ref arguments, new(Temps(bytes).Memory));
            }

            for (var grid = 0; grid < launches.Length; grid++)
            {
                var groups = (int)program.Instances(grid);
                if (groups > 0)
                {
                    Launch(kernel, variant, grid, groups, launches[grid], arguments);
                }
            }
        }
    }

    private Action<AcceleratorStream, KernelConfig, TArguments> Load<TArguments>(
        IlgpuKernel<TArguments> kernel, IlgpuVariant<TArguments> variant, int grid)
        where TArguments : struct
    {
        try
        {
            return _kernels.Load(variant.Grids[grid]);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"{Describe(kernel, variant, grid)} cannot be compiled for {Name}: {Reason(exception)}", exception);
        }
    }

    private void Launch<TArguments>(
        IlgpuKernel<TArguments> kernel,
        IlgpuVariant<TArguments> variant,
        int grid,
        int groups,
        Action<AcceleratorStream, KernelConfig, TArguments> launch,
        in TArguments arguments)
        where TArguments : struct
    {
        try
        {
            launch(_accelerator.Stream, new KernelConfig(groups, variant.Grids[grid].Threads), arguments);
        }
        catch (Exception exception) when (Platform.IsFailure(exception))
        {
            throw new InvalidOperationException(
                $"{Describe(kernel, variant, grid)} cannot be launched in {groups} groups on {Name}: {Reason(exception)}", exception);
        }

        _last = (kernel, variant, grid);
    }

    // One buffer is kept for all launches: they run one after the other.
    private IlgpuBuffer Temps(long bytes)
    {
        if (_temps is null || _temps.Bytes < bytes)
        {
            // What runs may still use the smaller one.
            _accelerator.Synchronize();
            _temps?.Dispose();
            _temps = null;
            _temps = (IlgpuBuffer)AllocateBuffer(bytes, zeroed: false);
        }

        return _temps;
    }

    /// <inheritdoc/>
    protected override DeviceBuffer AllocateBuffer(long bytes, bool zeroed)
    {
        _accelerator.RequireAlive();
        if (bytes > Profile.MemoryBytes)
        {
            throw OutOfMemory(bytes, null);
        }

        try
        {
            return new IlgpuBuffer(_accelerator, bytes, zeroed);
        }
        catch (Exception exception) when (Platform.IsOutOfMemory(exception))
        {
            // Tensors that nobody disposed and nobody uses any more give their memory back when they are collected.
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        try
        {
            return new IlgpuBuffer(_accelerator, bytes, zeroed);
        }
        catch (Exception exception) when (Platform.IsOutOfMemory(exception))
        {
            throw OutOfMemory(bytes, exception);
        }
    }

    /// <inheritdoc/>
    protected override bool Release()
    {
        lock (_accelerator.Gate)
        {
            if (!_accelerator.Accelerator.IsDisposed)
            {
                _kernels.Dispose(_accelerator.Stream);
            }

            _temps?.Dispose();
            _temps = null;
        }

        _accelerator.GiveBack();
        return true;
    }

    private static string Describe(IlgpuKernel kernel, IlgpuVariant variant, int grid)
        => $"{kernel.Info.Name}: the GPU kernel ({(variant.Grids.Length > 1 ? $"grid {grid + 1}; " : "")}{kernel.Sizes(variant)}; groups of "
        + $"{variant.Grids[grid].Threads} threads, {variant.Grids[grid].SharedBytes} bytes of shared memory)";

    // ILGPU's own message names a method; what went wrong is in the exception below it.
    private static string Reason(Exception exception)
    {
        var cause = exception is ILGPU.InternalCompilerException { InnerException: { } inner } ? inner : exception;
        return cause.Message.ReplaceLineEndings(" ").Trim();
    }

    private InsufficientMemoryException OutOfMemory(long bytes, Exception? cause)
        => new(
            $"{Name} has no memory for a tensor of {bytes} bytes: {_accelerator.LiveBytes} of its {Profile.MemoryBytes} bytes are in "
            + $"{LiveBuffers} tensors of this device. Dispose tensors that are no longer needed.",
            cause);
}
