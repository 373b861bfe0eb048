using System.Runtime.CompilerServices;

namespace TileKit;

/// <summary>The arithmetic of one element type. Only float and int have one; the other types are for storage.</summary>
internal abstract class Number<T>
    where T : unmanaged
{
    private static readonly Number<T>? Instance =
        typeof(T) == typeof(float) ? (Number<T>)(object)new FloatNumber()
        : typeof(T) == typeof(int) ? (Number<T>)(object)new IntNumber()
        : null;

    /// <summary>The type's arithmetic; throws <see cref="NotSupportedException"/>, naming the operation, where it has none.</summary>
    public static Number<T> For([CallerMemberName] string operation = "") => Instance ?? throw ElementType<T>.NotSupported(operation);

    /// <summary>The type's arithmetic where a division is wanted, which int has not.</summary>
    public static Number<T> ForDivision() => typeof(T) == typeof(int)
        ? throw new NotSupportedException("'/' is not defined on int tiles: Cast<float>(x) first.")
        : For("/");

    public abstract T Add(T a, T b);

    public abstract T Subtract(T a, T b);

    public abstract T Multiply(T a, T b);

    public abstract T Divide(T a, T b);

    public abstract T Negate(T a);

    public abstract T Abs(T a);

    public abstract T Relu(T a);

    public abstract T Max(T a, T b);

    public abstract T Min(T a, T b);

    public abstract bool Less(T a, T b);

    public abstract bool LessOrEqual(T a, T b);

    public abstract bool Equal(T a, T b);

    public bool Greater(T a, T b) => Less(b, a);

    public bool GreaterOrEqual(T a, T b) => LessOrEqual(b, a);

    public bool NotEqual(T a, T b) => !Equal(a, b);

    public abstract T Sum(ReadOnlySpan<T> values);

    public abstract T Product(ReadOnlySpan<T> values);

    public abstract T Maximum(ReadOnlySpan<T> values);

    public abstract T Minimum(ReadOnlySpan<T> values);
}
