using ILGPU.Sanitizer;

namespace ILGPU;

/// <summary>The group of the running thread.</summary>
public static class Group
{
    /// <summary>The thread's index in the group.</summary>
    public static int IdxX => Running.Thread.Index;

    /// <summary>The number of threads of the group.</summary>
    public static int DimX => Running.Thread.Group.Size;

    /// <summary>Waits for all threads of the group. The compiler makes a suspension of it; see KernelCompiler.</summary>
    public static void Barrier() => throw Running.NotInKernel();
}

/// <summary>The groups of the running launch.</summary>
public static class Grid
{
    /// <summary>The index of the thread's group.</summary>
    public static int IdxX => Running.Thread.Group.Index;

    /// <summary>The number of groups.</summary>
    public static int DimX => Running.Thread.Group.Count;
}
