using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>
/// What kernels compute, for one value and for the lanes of a thread. Written out lane by lane and without branches: ILGPU unrolls no
/// loop, keeps flat structs in registers, and compiles a selection faster than a branch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
}
