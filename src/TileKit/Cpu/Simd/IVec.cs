using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace TileKit.Cpu;

/// <summary>A vector of <see cref="Count"/> lanes, as generated code sees it: one type parameter stands for every vector width.</summary>
/// <remarks>
/// Offsets are in elements. A count of lanes outside 0 to <see cref="Count"/> counts as the nearer end. Minimum and maximum
/// propagate NaN.
/// </remarks>
/// <typeparam name="V">The vector.</typeparam>
/// <typeparam name="T">Its lanes: float or int.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVec<V, T>
    where V : struct, IVec<V, T>
    where T : unmanaged
{
    /// <summary>The number of lanes, a multiple of four.</summary>
    static abstract int Count { get; }

    /// <summary>The vector registers of the machine: 32 or 16.</summary>
    static abstract int Registers { get; }

    /// <summary>The same value in every lane.</summary>
    static abstract V Broadcast(T value);

    /// <summary>Reads <see cref="Count"/> consecutive elements.</summary>
    static abstract V Load(Ptr<T> pointer, nint offset);

    /// <summary>Reads the first <paramref name="lanes"/> elements and no other; the rest is zero.</summary>
    static abstract V LoadPart(Ptr<T> pointer, nint offset, int lanes);

    /// <summary>
    /// Reads four consecutive elements from every fourth row, rows 0, 4, 8 …: the input of <see cref="Transpose4"/>, which makes
    /// columns of four such vectors that start at rows 0, 1, 2 and 3.
    /// </summary>
    static abstract V LoadQuads(Ptr<T> pointer, nint offset, nint rowStride);

    /// <summary>Writes every lane.</summary>
    void Store(Ptr<T> pointer, nint offset);

    /// <summary>Writes the first <paramref name="lanes"/> lanes and touches no other memory.</summary>
    void StorePart(Ptr<T> pointer, nint offset, int lanes);

    /// <summary>The reverse of <see cref="LoadQuads"/>.</summary>
    void StoreQuads(Ptr<T> pointer, nint offset, nint rowStride);

    /// <summary>Writes every lane past the cache where the address is aligned to the machine's vector, else like <see cref="Store"/>.</summary>
    void Stream(Ptr<T> pointer, nint offset);

    /// <summary>Transposes the 4×4 block in each group of four lanes.</summary>
    static abstract void Transpose4(ref V a, ref V b, ref V c, ref V d);

    /// <summary>a · b + c, rounded once for float, wrapping for int.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    /// <summary>c += a · b in place, which spares the compiler a register copy in long chains.</summary>
    static abstract void Accumulate(ref V c, V a, V b);

    /// <summary>The sum of two vectors.</summary>
    static abstract V operator +(V a, V b);

    /// <summary>The difference of two vectors.</summary>
    static abstract V operator -(V a, V b);

    /// <summary>The product of two vectors.</summary>
    static abstract V operator *(V a, V b);

    /// <summary>The vector with every sign changed.</summary>
    static abstract V operator -(V a);

    /// <summary>The smaller of each pair of lanes.</summary>
    static abstract V Min(V a, V b);

    /// <summary>The greater of each pair of lanes.</summary>
    static abstract V Max(V a, V b);

    /// <summary>The magnitude of each lane.</summary>
    static abstract V Abs(V a);

    /// <summary>The sum of all lanes.</summary>
    static abstract T Sum(V a);

    /// <summary>Adds a · b to one half of <paramref name="dots"/> and a · c to the other, so that each takes half the room of a sum of its own.</summary>
    static abstract void AccumulateDots(ref V dots, V a, V b, V c);

    /// <summary>The sums of the halves of two vectors that <see cref="AccumulateDots"/> made: of the first vector's b and c, then of the second's.</summary>
    static abstract Vector128<T> DotSums(V a, V b);

    /// <summary>The product of all lanes.</summary>
    static abstract T Product(V a);

    /// <summary>The greatest lane.</summary>
    static abstract T Maximum(V a);

    /// <summary>The smallest lane.</summary>
    static abstract T Minimum(V a);

    /// <summary>Lane 0.</summary>
    static abstract T First(V a);
}
