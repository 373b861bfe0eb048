using System.Runtime.CompilerServices;

namespace TileKit.Benchmarks.Peers;

/// <summary>Where a tensor's elements are, for libraries that take pointers.</summary>
internal static unsafe class Address
{
    /// <summary>The address, which stays the same as long as the tensor is not disposed: a tensor's memory is not the collector's.</summary>
    public static nint Of<T>(DeviceTensor<T> tensor)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref tensor.AsTensorSpan().GetPinnableReference());

    public static float* Floats(DeviceTensor<float> tensor) => (float*)Of(tensor);
}
