using ILGPU.Sanitizer;

namespace ILGPU.Runtime;

/// <summary>Makes kernels of methods.</summary>
public static class KernelLoaders
{
    /// <summary>Compiles a kernel that is launched with a number of groups and threads.</summary>
    /// <typeparam name="T1">The type of its argument.</typeparam>
    /// <param name="accelerator">The accelerator it runs on.</param>
    /// <param name="action">The kernel.</param>
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(this Accelerator accelerator, Action<T1> action)
        where T1 : struct
    {
        ObjectDisposedException.ThrowIf(accelerator.IsDisposed, accelerator);
        if (accelerator.Context.Poisoned)
            throw new InternalCompilerException($"{Sites.Name(action.Method)}: an earlier kernel did not compile in this context.");

        try
        {
            if (!action.Method.IsStatic)
                throw new NotSupportedException("A kernel is a static method.");

            if (accelerator.Faults.RejectKernel?.Invoke(action.Method) == true)
                throw new NotSupportedException("The test rejects it.");

            return new KernelRunner<T1>(accelerator, CompiledKernel<T1>.Of(action.Method)).Launch;
        }
        catch (NotSupportedException e)
        {
            accelerator.Context.Poisoned = true;
            throw new InternalCompilerException($"{Sites.Name(action.Method)} does not compile: {e.Message}", e);
        }
    }
}
