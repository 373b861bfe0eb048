using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>In each int lane the sum of four products of bytes: a's without a sign, b's with one.</summary>
/// <remarks>
/// The instruction that multiplies bytes adds pairs of products with saturation to 16 bits: <c>Of7Bits</c> is for an a whose bytes are at most 127,
/// where none saturates. <c>Add</c> leaves the pairs' sums in 16 bits, two in a lane, until <c>End</c>; where there is an instruction for all four products,
/// in the lane.
/// </remarks>
internal static class ByteDot
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Of(Vector128<int> a, Vector128<int> b)
    {
        if (AvxVnni.IsSupported)
        {
            return AvxVnni.MultiplyWideningAndAdd(Vector128<int>.Zero, a.AsByte(), b.AsSByte());
        }

        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyAddAdjacent((a & Vector128.Create(0xFF00FF)).AsInt16(), (b.AsInt16() << 8) >> 8)
                + Sse2.MultiplyAddAdjacent((a.AsUInt16() >>> 8).AsInt16(), b.AsInt16() >> 8);
        }

        return ((a & Vector128.Create(255)) * ((b << 24) >> 24))
            + (((a >>> 8) & Vector128.Create(255)) * ((b << 16) >> 24))
            + (((a >>> 16) & Vector128.Create(255)) * ((b << 8) >> 24))
            + ((a >>> 24) * (b >> 24));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Of(Vector256<int> a, Vector256<int> b) => AvxVnni.IsSupported
        ? AvxVnni.MultiplyWideningAndAdd(Vector256<int>.Zero, a.AsByte(), b.AsSByte())
        : Avx2.MultiplyAddAdjacent((a & Vector256.Create(0xFF00FF)).AsInt16(), (b.AsInt16() << 8) >> 8)
            + Avx2.MultiplyAddAdjacent((a.AsUInt16() >>> 8).AsInt16(), b.AsInt16() >> 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Of(Vector512<int> a, Vector512<int> b) =>
        Avx512BW.MultiplyAddAdjacent((a & Vector512.Create(0xFF00FF)).AsInt16(), (b.AsInt16() << 8) >> 8)
            + Avx512BW.MultiplyAddAdjacent((a.AsUInt16() >>> 8).AsInt16(), b.AsInt16() >> 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Of7Bits(Vector128<int> a, Vector128<int> b) => Ssse3.IsSupported && !AvxVnni.IsSupported
        ? Sse2.MultiplyAddAdjacent(Ssse3.MultiplyAddAdjacent(a.AsByte(), b.AsSByte()), Vector128.Create((short)1))
        : Of(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Of7Bits(Vector256<int> a, Vector256<int> b) => AvxVnni.IsSupported
        ? Of(a, b)
        : Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(a.AsByte(), b.AsSByte()), Vector256.Create((short)1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Of7Bits(Vector512<int> a, Vector512<int> b) =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(a.AsByte(), b.AsSByte()), Vector512.Create((short)1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Add(Vector128<int> sum, Vector128<int> a, Vector128<int> b) =>
        AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sum, a.AsByte(), b.AsSByte())
        : Ssse3.IsSupported ? (sum.AsInt16() + Ssse3.MultiplyAddAdjacent(a.AsByte(), b.AsSByte())).AsInt32()
        : sum + Of(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sum, Vector256<int> a, Vector256<int> b) => AvxVnni.IsSupported
        ? AvxVnni.MultiplyWideningAndAdd(sum, a.AsByte(), b.AsSByte())
        : (sum.AsInt16() + Avx2.MultiplyAddAdjacent(a.AsByte(), b.AsSByte())).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> sum, Vector512<int> a, Vector512<int> b) =>
        (sum.AsInt16() + Avx512BW.MultiplyAddAdjacent(a.AsByte(), b.AsSByte())).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> End(Vector128<int> sum) => AvxVnni.IsSupported || !Ssse3.IsSupported
        ? sum
        : Sse2.MultiplyAddAdjacent(sum.AsInt16(), Vector128.Create((short)1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> End(Vector256<int> sum) => AvxVnni.IsSupported
        ? sum
        : Avx2.MultiplyAddAdjacent(sum.AsInt16(), Vector256.Create((short)1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> End(Vector512<int> sum) => Avx512BW.MultiplyAddAdjacent(sum.AsInt16(), Vector512.Create((short)1));
}
