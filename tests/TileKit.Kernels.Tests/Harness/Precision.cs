namespace TileKit.Kernels.Tests.Harness;

/// <summary>How far an element of a result may be off.</summary>
/// <param name="Relative">Relative to the same expression over absolute values.</param>
/// <param name="Absolute">What the type rounds away below its smallest normal number.</param>
internal readonly record struct Precision(double Relative, double Absolute)
{
    /// <summary>Half and BFloat16 results carry one rounding, 2⁻¹¹ and 2⁻⁹, beside the float arithmetic; integers are exact.</summary>
    public static Precision Of<T>()
        where T : unmanaged => typeof(T) switch
        {
            var t when t == typeof(float) => new(1e-5, 1e-37),
            var t when t == typeof(Half) => new(1e-3, 6e-8),
            var t when t == typeof(BFloat16) => new(4e-3, 1e-37),
            _ => new(0, 0),
        };
}
