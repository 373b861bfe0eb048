using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>An accelerator with buffers, for one test.</summary>
internal sealed class Bench : IDisposable
{
    private readonly Context context = Context.Create(static _ => { });
    private readonly AcceleratorStream stream;

    public Bench(DeviceLimits? limits = null)
    {
        Accelerator = (limits ?? new()).CreateDevice().CreateCPUAccelerator(context);
        stream = Accelerator.CreateStream();
    }

    public CPUAccelerator Accelerator { get; }

    public void Dispose() => context.Dispose();

    /// <summary>A view of a new buffer.</summary>
    public ArrayView<T> View<T>(T[] values)
        where T : unmanaged
    {
        var buffer = Accelerator.AllocateRaw(values.Length, System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
        var view = new ArrayView<T>(buffer, 0, values.Length);
        if (values.Length > 0)
            view.CopyFromCPUUnsafeAsync(stream, ref values[0], values.Length);

        return view;
    }

    public ArrayView<T> View<T>(int length)
        where T : unmanaged => View(new T[length]);

    public T[] Read<T>(ArrayView<T> view)
        where T : unmanaged
    {
        var values = new T[view.Length];
        if (values.Length > 0)
            view.CopyToCPUUnsafeAsync(stream, ref values[0], values.Length);

        return values;
    }

    public void Run<T>(Action<T> kernel, int groups, int threads, T argument)
        where T : struct => Accelerator.LoadKernel(kernel)(stream, new KernelConfig(groups, threads), argument);

    /// <summary>The reports of a launch that must have some.</summary>
    public IReadOnlyList<SanitizerReport> Reports<T>(Action<T> kernel, int groups, int threads, T argument)
        where T : struct => Assert.Throws<SanitizerException>(() => Run(kernel, groups, threads, argument)).Reports;
}
