namespace TileKit;

/// <summary>The values that tiles are filled with, in each element type.</summary>
internal static class Constant<T>
    where T : unmanaged
{
    public static T Zero => ElementConvert.FromFloat<T>(0, nameof(Ops.Zeros));

    public static T One => ElementConvert.FromFloat<T>(1, nameof(Ops.Ones));

    // Converting to an integer saturates, so the infinities become its least and greatest value.
    public static T NegInfty => ElementConvert.FromFloat<T>(float.NegativeInfinity, nameof(Ops.NegInfty));

    public static T PosInfty => ElementConvert.FromFloat<T>(float.PositiveInfinity, nameof(Ops.PosInfty));
}
