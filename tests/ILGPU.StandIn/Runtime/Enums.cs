namespace ILGPU
{
    /// <summary>How much a kernel is optimised. Here it changes nothing.</summary>
    public enum OptimizationLevel
    {
        O0 = 0,
        O1 = 1,
        O2 = 2,
    }
}

namespace ILGPU.Runtime
{
    /// <summary>Kinds of accelerators.</summary>
    public enum AcceleratorType
    {
        CPU = 0,
        Cuda = 1,
        OpenCL = 2,
    }
}
