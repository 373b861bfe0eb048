using System.ComponentModel;
using ILGPU.IR.Intrinsics;

namespace TileKit.Ilgpu;

/// <summary>Keeps accesses to memory in order, beside a barrier.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Fence
{
    /// <summary>
    /// Goes before each barrier. ILGPU 1.5.3 moves loads past a barrier that is the last access to memory in its block, and on OpenCL its
    /// barrier orders global memory only; this is an access that it moves nothing past, and orders shared memory there.
    /// </summary>
    [IntrinsicImplementation]
    public static void Shared()
    {
    }
}
