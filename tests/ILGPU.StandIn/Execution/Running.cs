namespace ILGPU.Sanitizer;

/// <summary>The thread of a kernel that runs now, on this thread of the process.</summary>
internal static class Running
{
    [ThreadStatic]
    private static KernelThread? current;

    public static KernelThread? Current
    {
        get => current;
        set => current = value;
    }

    public static KernelThread Thread => current ?? throw NotInKernel();

    public static Exception NotInKernel() => new InvalidKernelOperationException("Only a kernel that was loaded and launched can do this.");
}
