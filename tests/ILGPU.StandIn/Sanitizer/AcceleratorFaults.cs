using System.Reflection;
using ILGPU.Runtime;

namespace ILGPU.Sanitizer;

/// <summary>Makes an accelerator fail, and counts what it holds; for tests.</summary>
public sealed class AcceleratorFaults
{
    internal AcceleratorFaults()
    {
    }

    /// <summary>Kernels that do not compile. As in ILGPU, their context then compiles nothing more.</summary>
    public Predicate<MethodInfo>? RejectKernel { get; set; }
}

/// <summary>What tests ask of an accelerator.</summary>
public static class AcceleratorTesting
{
    /// <summary>How it is made to fail.</summary>
    /// <param name="accelerator">The accelerator.</param>
    public static AcceleratorFaults Faults(this Accelerator accelerator) => accelerator.Faults;

    /// <summary>The number of buffers that are not disposed.</summary>
    /// <param name="accelerator">The accelerator.</param>
    public static int LiveBuffers(this Accelerator accelerator) => accelerator.Live<MemoryBuffer>().Length;
}
