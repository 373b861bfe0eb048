using System.ComponentModel;

namespace TileKit.Cpu;

/// <summary>A vector of int lanes. Arithmetic wraps; comparisons give float masks.</summary>
/// <typeparam name="I">The vector.</typeparam>
/// <typeparam name="F">The float vector of as many lanes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IIntVec<I, F> : IVec<I, int>
    where I : struct, IIntVec<I, F>
    where F : struct, IFloatVec<F, I>
{
    /// <summary>0, 1, 2, … over the lanes.</summary>
    static abstract I Iota { get; }

    /// <summary>Reads and widens Count elements.</summary>
    static abstract I Load(Ptr<sbyte> pointer, nint offset);

    /// <summary>Reads and widens the first <paramref name="lanes"/> elements and no other; the rest is zero.</summary>
    static abstract I LoadPart(Ptr<sbyte> pointer, nint offset, int lanes);

    /// <summary>Reads and widens four elements from every fourth row.</summary>
    static abstract I LoadQuads(Ptr<sbyte> pointer, nint offset, nint rowStride);

    /// <summary>Saturates and writes every lane.</summary>
    void Store(Ptr<sbyte> pointer, nint offset);

    /// <summary>Saturates, writes the first <paramref name="lanes"/> lanes and touches no other memory.</summary>
    void StorePart(Ptr<sbyte> pointer, nint offset, int lanes);

    /// <summary>Saturates and writes four elements to every fourth row.</summary>
    void StoreQuads(Ptr<sbyte> pointer, nint offset, nint rowStride);

    /// <summary>Bitwise and.</summary>
    static abstract I operator &(I a, I b);

    /// <summary>Bitwise or.</summary>
    static abstract I operator |(I a, I b);

    /// <summary>Shifts every lane left.</summary>
    static abstract I operator <<(I a, int count);

    /// <summary>Shifts every lane right and copies the sign.</summary>
    static abstract I operator >>(I a, int count);

    /// <summary>Shifts every lane right and fills with zeros.</summary>
    static abstract I operator >>>(I a, int count);

    /// <summary>In each lane the sum of four products of bytes: a's without a sign, b's with one.</summary>
    static abstract I Dot4(I a, I b);

    /// <summary>The same where no byte of a exceeds 127.</summary>
    static abstract I Dot4Of7Bits(I a, I b);

    /// <summary>
    /// Adds the same, for <see cref="EndDot4"/>: in between each lane may be two sums of 16 bits, and these must hold the sum of all that is added.
    /// </summary>
    static abstract I AddDot4(I sum, I a, I b);

    /// <summary>What <see cref="AddDot4"/> has added up, from zero on.</summary>
    static abstract I EndDot4(I sum);

    /// <summary>The mask of a &lt; b.</summary>
    static abstract F Less(I a, I b);

    /// <summary>The mask of a ≤ b.</summary>
    static abstract F LessEqual(I a, I b);

    /// <summary>The mask of a &gt; b.</summary>
    static abstract F Greater(I a, I b);

    /// <summary>The mask of a ≥ b.</summary>
    static abstract F GreaterEqual(I a, I b);

    /// <summary>The mask of a = b.</summary>
    static abstract F Equal(I a, I b);

    /// <summary>The mask of a ≠ b.</summary>
    static abstract F NotEqual(I a, I b);

    /// <summary>a where the mask is set, b elsewhere.</summary>
    static abstract I Select(F mask, I a, I b);

    /// <summary>Each lane as float, rounded to nearest even.</summary>
    static abstract F ToFloat(I a);

    /// <summary>The float with the bits of each lane.</summary>
    static abstract F FromBits(I a);
}
