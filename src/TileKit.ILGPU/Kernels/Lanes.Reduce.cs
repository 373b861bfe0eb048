namespace TileKit.Ilgpu;

/// <content>Reductions of the lanes, in one order on every device: halves are combined.</content>
public static partial class Lanes
{
    /// <summary>The sum of the lanes.</summary>
    public static float Sum(Float2 x) => x.V0 + x.V1;

    /// <summary>The sum of the lanes.</summary>
    public static float Sum(Float4 x) => (x.V0 + x.V2) + (x.V1 + x.V3);

    /// <summary>The sum of the lanes.</summary>
    public static float Sum(Float16 x) => Sum(new Float4
    {
        V0 = (x.V0 + x.V8) + (x.V4 + x.V12),
        V1 = (x.V1 + x.V9) + (x.V5 + x.V13),
        V2 = (x.V2 + x.V10) + (x.V6 + x.V14),
        V3 = (x.V3 + x.V11) + (x.V7 + x.V15),
    });

    /// <summary>The sum of the lanes.</summary>
    public static int Sum(Int2 x) => x.V0 + x.V1;

    /// <summary>The sum of the lanes.</summary>
    public static int Sum(Int4 x) => (x.V0 + x.V2) + (x.V1 + x.V3);

    /// <summary>The sum of the lanes.</summary>
    public static int Sum(Int16 x) => Sum(new Int4
    {
        V0 = (x.V0 + x.V8) + (x.V4 + x.V12),
        V1 = (x.V1 + x.V9) + (x.V5 + x.V13),
        V2 = (x.V2 + x.V10) + (x.V6 + x.V14),
        V3 = (x.V3 + x.V11) + (x.V7 + x.V15),
    });

    /// <summary>The product of the lanes.</summary>
    public static float Prod(Float2 x) => x.V0 * x.V1;

    /// <summary>The product of the lanes.</summary>
    public static float Prod(Float4 x) => (x.V0 * x.V2) * (x.V1 * x.V3);

    /// <summary>The product of the lanes.</summary>
    public static float Prod(Float16 x) => Prod(new Float4
    {
        V0 = (x.V0 * x.V8) * (x.V4 * x.V12),
        V1 = (x.V1 * x.V9) * (x.V5 * x.V13),
        V2 = (x.V2 * x.V10) * (x.V6 * x.V14),
        V3 = (x.V3 * x.V11) * (x.V7 * x.V15),
    });

    /// <summary>The product of the lanes.</summary>
    public static int Prod(Int2 x) => x.V0 * x.V1;

    /// <summary>The product of the lanes.</summary>
    public static int Prod(Int4 x) => (x.V0 * x.V2) * (x.V1 * x.V3);

    /// <summary>The product of the lanes.</summary>
    public static int Prod(Int16 x) => Prod(new Int4
    {
        V0 = (x.V0 * x.V8) * (x.V4 * x.V12),
        V1 = (x.V1 * x.V9) * (x.V5 * x.V13),
        V2 = (x.V2 * x.V10) * (x.V6 * x.V14),
        V3 = (x.V3 * x.V11) * (x.V7 * x.V15),
    });

    /// <summary>The greatest lane; NaN when one is.</summary>
    public static float Maximum(Float2 x) => Max(x.V0, x.V1);

    /// <summary>The greatest lane; NaN when one is.</summary>
    public static float Maximum(Float4 x) => Max(Max(x.V0, x.V2), Max(x.V1, x.V3));

    /// <summary>The greatest lane; NaN when one is.</summary>
    public static float Maximum(Float16 x) => Maximum(new Float4
    {
        V0 = Max(Max(x.V0, x.V8), Max(x.V4, x.V12)),
        V1 = Max(Max(x.V1, x.V9), Max(x.V5, x.V13)),
        V2 = Max(Max(x.V2, x.V10), Max(x.V6, x.V14)),
        V3 = Max(Max(x.V3, x.V11), Max(x.V7, x.V15)),
    });

    /// <summary>The greatest lane.</summary>
    public static int Maximum(Int2 x) => Max(x.V0, x.V1);

    /// <summary>The greatest lane.</summary>
    public static int Maximum(Int4 x) => Max(Max(x.V0, x.V2), Max(x.V1, x.V3));

    /// <summary>The greatest lane.</summary>
    public static int Maximum(Int16 x) => Maximum(new Int4
    {
        V0 = Max(Max(x.V0, x.V8), Max(x.V4, x.V12)),
        V1 = Max(Max(x.V1, x.V9), Max(x.V5, x.V13)),
        V2 = Max(Max(x.V2, x.V10), Max(x.V6, x.V14)),
        V3 = Max(Max(x.V3, x.V11), Max(x.V7, x.V15)),
    });

    /// <summary>The least lane; NaN when one is.</summary>
    public static float Minimum(Float2 x) => Min(x.V0, x.V1);

    /// <summary>The least lane; NaN when one is.</summary>
    public static float Minimum(Float4 x) => Min(Min(x.V0, x.V2), Min(x.V1, x.V3));

    /// <summary>The least lane; NaN when one is.</summary>
    public static float Minimum(Float16 x) => Minimum(new Float4
    {
        V0 = Min(Min(x.V0, x.V8), Min(x.V4, x.V12)),
        V1 = Min(Min(x.V1, x.V9), Min(x.V5, x.V13)),
        V2 = Min(Min(x.V2, x.V10), Min(x.V6, x.V14)),
        V3 = Min(Min(x.V3, x.V11), Min(x.V7, x.V15)),
    });

    /// <summary>The least lane.</summary>
    public static int Minimum(Int2 x) => Min(x.V0, x.V1);

    /// <summary>The least lane.</summary>
    public static int Minimum(Int4 x) => Min(Min(x.V0, x.V2), Min(x.V1, x.V3));

    /// <summary>The least lane.</summary>
    public static int Minimum(Int16 x) => Minimum(new Int4
    {
        V0 = Min(Min(x.V0, x.V8), Min(x.V4, x.V12)),
        V1 = Min(Min(x.V1, x.V9), Min(x.V5, x.V13)),
        V2 = Min(Min(x.V2, x.V10), Min(x.V6, x.V14)),
        V3 = Min(Min(x.V3, x.V11), Min(x.V7, x.V15)),
    });
}
