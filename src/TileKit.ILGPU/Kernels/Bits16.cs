using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>The bits of sixteen Halves or BFloat16s.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Bits16 : ISixteen<Bits16, Bits4>
{
    /// <summary>The elements, from the left.</summary>
    public ushort V0, V1, V2, V3,
        V4, V5, V6, V7,
        V8, V9, V10, V11,
        V12, V13, V14, V15;

    readonly Bits4 ISixteen<Bits16, Bits4>.Four0 => new() { V0 = V0, V1 = V1, V2 = V2, V3 = V3 };

    readonly Bits4 ISixteen<Bits16, Bits4>.Four1 => new() { V0 = V4, V1 = V5, V2 = V6, V3 = V7 };

    readonly Bits4 ISixteen<Bits16, Bits4>.Four2 => new() { V0 = V8, V1 = V9, V2 = V10, V3 = V11 };

    readonly Bits4 ISixteen<Bits16, Bits4>.Four3 => new() { V0 = V12, V1 = V13, V2 = V14, V3 = V15 };

    static Bits16 ISixteen<Bits16, Bits4>.Of(Bits4 four0, Bits4 four1, Bits4 four2, Bits4 four3) => new()
    {
        V0 = four0.V0, V1 = four0.V1, V2 = four0.V2, V3 = four0.V3,
        V4 = four1.V0, V5 = four1.V1, V6 = four1.V2, V7 = four1.V3,
        V8 = four2.V0, V9 = four2.V1, V10 = four2.V2, V11 = four2.V3,
        V12 = four3.V0, V13 = four3.V1, V14 = four3.V2, V15 = four3.V3,
    };
}
