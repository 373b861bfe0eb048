using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU.Sanitizer;

/// <summary>
/// Runs a compiled kernel. The threads of a group take turns: each runs to its next barrier, in the order of their indices, and keeps
/// its locals there; when all have come to it, the first goes on. So it is where the warps of a group meet, but that starts no epoch.
/// </summary>
/// <typeparam name="T">The type of the kernel's argument.</typeparam>
internal sealed class KernelRunner<T>(Accelerator accelerator, CompiledKernel<T> kernel)
    where T : struct
{
    private readonly List<KernelThread> threads = [];
    private readonly Dictionary<int, Region> shared = [];

    public void Launch(AcceleratorStream stream, KernelConfig config, T argument)
    {
        ObjectDisposedException.ThrowIf(accelerator.IsDisposed, accelerator);
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(config.Groups, 1, nameof(config));
        ArgumentOutOfRangeException.ThrowIfLessThan(config.Threads, 1, nameof(config));
        if (config.Threads > accelerator.MaxNumThreadsPerGroup)
            throw new NotSupportedException($"Groups of {config.Threads} threads; the device has {accelerator.MaxNumThreadsPerGroup} at most.");

        lock (accelerator.Gate)
        {
            var outer = Running.Current;
            var launch = new KernelLaunch(accelerator, kernel.Name, shared);
            try
            {
                var box = new StrongBox<T>(argument);
                for (var group = 0; group < config.Groups && !launch.IsFull; group++)
                    Run(launch.Begin(group, config.Groups, config.Threads), box);
            }
            catch (LaunchStopped)
            {
            }
            catch (ArithmeticException e)
            {
                launch.Report(Running.Thread, FaultKind.Undefined, $"{e.GetType().Name} after the place");
            }
            finally
            {
                Running.Current = outer;
            }

            if (launch.Reports.Count > 0)
                throw new SanitizerException(launch.Reports);
        }
    }

    private void Run(KernelGroup group, StrongBox<T> argument)
    {
        while (threads.Count < group.Size)
            threads.Add(new(threads.Count) { Frame = kernel.NewFrame() });

        for (var index = 0; index < group.Size; index++)
            threads[index].Begin(group);

        group.Threads = threads;
        group.Launch.Pass(group);
        for (int stopped; (stopped = RunToStop(group, argument)) != CompiledKernel<T>.Ended;)
        {
            if (kernel.IsMeeting(stopped))
                group.Meetings++;
            else
                group.Launch.Pass(group);
        }
    }

    private int RunToStop(KernelGroup group, StrongBox<T> argument)
    {
        var first = Step(threads[0], argument);
        for (var index = 1; index < group.Size; index++)
        {
            var thread = threads[index];
            var stopped = Step(thread, argument);
            if (stopped == first)
                continue;

            group.Launch.Report(
                thread, FaultKind.DivergentBarrier, $"{State(thread, stopped)}, while thread 0 {State(threads[0], first)}");
            throw new LaunchStopped();
        }

        return first;
    }

    private int Step(KernelThread thread, StrongBox<T> argument)
    {
        Running.Current = thread;
        return thread.Resume = kernel.Step(thread, argument);
    }

    private string State(KernelThread thread, int stopped) => stopped == CompiledKernel<T>.Ended
        ? "has ended"
        : $"waits {(kernel.IsMeeting(stopped) ? "for its warp at" : "at the barrier of")} {Sites.Describe(thread.KernelSite)}";
}
