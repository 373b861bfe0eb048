using ILGPU.Sanitizer;

namespace ILGPU;

/// <summary>Memory that the threads of a group share.</summary>
public static class SharedMemory
{
    /// <summary>
    /// Memory that lives as long as the group: one call in the kernel's text is one allocation for all its threads. The compiler puts
    /// the kernel's own allocation in its place; see KernelCompiler.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="extent">The number of elements.</param>
    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged => throw Running.NotInKernel();
}
