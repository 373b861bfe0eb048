namespace TileKit;

/// <summary>The kinds of devices that ILGPU runs kernels on.</summary>
public enum IlgpuBackend
{
    /// <summary>The fastest there is: CUDA, then OpenCL on a GPU, then OpenCL on a CPU. Never <see cref="Debugger"/>.</summary>
    Best,

    /// <summary>An NVIDIA GPU through its driver.</summary>
    Cuda,

    /// <summary>A GPU, or a CPU, through an OpenCL driver.</summary>
    OpenCL,

    /// <summary>
    /// ILGPU's CPU accelerator: the kernel as the C# it is, a thread of the process for each of its threads. For breakpoints in kernels, at a
    /// ten-thousandth of a GPU's speed; <see cref="CpuDevice"/> is how kernels run fast on a CPU.
    /// </summary>
    Debugger,
}
