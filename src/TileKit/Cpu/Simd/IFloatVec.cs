using System.ComponentModel;

namespace TileKit.Cpu;

/// <summary>A vector of float lanes. A mask is a vector whose lanes are all ones (true) or all zeros (false).</summary>
/// <typeparam name="F">The vector.</typeparam>
/// <typeparam name="I">The int vector of as many lanes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFloatVec<F, I> : IVec<F, float>
    where F : struct, IFloatVec<F, I>
    where I : struct, IIntVec<I, F>
{
    /// <summary>Reads and widens Count elements.</summary>
    static abstract F Load(Ptr<Half> pointer, nint offset);

    /// <summary>Reads and widens Count elements.</summary>
    static abstract F Load(Ptr<BFloat16> pointer, nint offset);

    /// <summary>Reads and widens the first <paramref name="lanes"/> elements and no other; the rest is zero.</summary>
    static abstract F LoadPart(Ptr<Half> pointer, nint offset, int lanes);

    /// <summary>Reads and widens the first <paramref name="lanes"/> elements and no other; the rest is zero.</summary>
    static abstract F LoadPart(Ptr<BFloat16> pointer, nint offset, int lanes);

    /// <summary>Reads and widens four elements from every fourth row.</summary>
    static abstract F LoadQuads(Ptr<Half> pointer, nint offset, nint rowStride);

    /// <summary>Reads and widens four elements from every fourth row.</summary>
    static abstract F LoadQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride);

    /// <summary>Rounds to nearest even and writes every lane.</summary>
    void Store(Ptr<Half> pointer, nint offset);

    /// <summary>Rounds to nearest even and writes every lane.</summary>
    void Store(Ptr<BFloat16> pointer, nint offset);

    /// <summary>Rounds to nearest even, writes the first <paramref name="lanes"/> lanes and touches no other memory.</summary>
    void StorePart(Ptr<Half> pointer, nint offset, int lanes);

    /// <summary>Rounds to nearest even, writes the first <paramref name="lanes"/> lanes and touches no other memory.</summary>
    void StorePart(Ptr<BFloat16> pointer, nint offset, int lanes);

    /// <summary>Rounds to nearest even and writes four elements to every fourth row.</summary>
    void StoreQuads(Ptr<Half> pointer, nint offset, nint rowStride);

    /// <summary>Rounds to nearest even and writes four elements to every fourth row.</summary>
    void StoreQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride);

    /// <summary>The quotient of two vectors.</summary>
    static abstract F operator /(F a, F b);

    /// <summary>The square root of each lane.</summary>
    static abstract F Sqrt(F a);

    /// <summary>The nearest integer of each lane, ties to even.</summary>
    static abstract F Round(F a);

    /// <summary>The greatest integer not above each lane.</summary>
    static abstract F Floor(F a);

    /// <summary>
    /// a · 2ⁿ for integral n from −150 to 129 and |a| of about 1, with denormal results, overflow to ∞, and 0 below them.
    /// </summary>
    static abstract F Scale(F a, F n);

    /// <summary>Whether <see cref="Scale"/> takes any n, also 0 for one of −∞ and ∞ for one of ∞, whatever a is.</summary>
    static abstract bool ScalesToInfinity { get; }

    /// <summary>Each lane held below a bound that is not NaN; NaN stays NaN.</summary>
    static abstract F AtMost(F a, F high);

    /// <summary>Each lane held above a bound that is not NaN; NaN stays NaN.</summary>
    static abstract F AtLeast(F a, F low);

    /// <summary>Each lane held between two bounds that are not NaN; NaN stays NaN.</summary>
    static abstract F Clamp(F a, F low, F high);

    /// <summary>The mask of a &lt; b.</summary>
    static abstract F Less(F a, F b);

    /// <summary>The mask of a ≤ b.</summary>
    static abstract F LessEqual(F a, F b);

    /// <summary>The mask of a &gt; b.</summary>
    static abstract F Greater(F a, F b);

    /// <summary>The mask of a ≥ b.</summary>
    static abstract F GreaterEqual(F a, F b);

    /// <summary>The mask of a = b; NaN equals nothing.</summary>
    static abstract F Equal(F a, F b);

    /// <summary>The mask of a ≠ b; NaN differs from everything.</summary>
    static abstract F NotEqual(F a, F b);

    /// <summary>Bitwise and: the lanes set in both masks, or a value where a mask is set and zero elsewhere.</summary>
    static abstract F And(F a, F b);

    /// <summary>Bitwise or: the lanes set in either mask.</summary>
    static abstract F Or(F a, F b);

    /// <summary>Bitwise not: the lanes not set in a mask.</summary>
    static abstract F Not(F a);

    /// <summary>a where the mask is set, b elsewhere.</summary>
    static abstract F Select(F mask, F a, F b);

    /// <summary>The mask of the lanes below <paramref name="lanes"/>; any value is allowed.</summary>
    static abstract F FirstLanes(int lanes);

    /// <summary>Each lane as int: rounded to nearest even, saturated, NaN to zero.</summary>
    static abstract I ToInt(F a);

    /// <summary>The bits of each lane.</summary>
    static abstract I Bits(F a);

    /// <summary>Each lane rounded to the nearest Half, ties to even, and back.</summary>
    static abstract F RoundToHalf(F a);

    /// <summary>Each lane rounded to the nearest BFloat16, ties to even, and back.</summary>
    static abstract F RoundToBFloat16(F a);
}
