namespace TileKit;

/// <summary>Logic bit by bit, on masks and ints, written over <typeparamref name="T"/> because C# declares a generic type's operators for every T.</summary>
internal abstract class Bits<T>
    where T : unmanaged
{
    private static readonly Bits<T>? Instance =
        typeof(T) == typeof(bool) ? (Bits<T>)(object)new BoolBits()
        : typeof(T) == typeof(int) ? (Bits<T>)(object)new IntBits()
        : null;

    /// <summary>The logic; throws <see cref="NotSupportedException"/>, naming the operation, where the elements are neither bool nor int.</summary>
    public static Bits<T> For(string operation) => Instance
        ?? throw new NotSupportedException($"'{operation}' is not defined on {ElementType<T>.Name}, only on masks and int: compare or Cast<int>(x) first.");

    /// <summary>The logic where shifts are wanted, which bool has not.</summary>
    public static Bits<T> ForShift(string operation) => typeof(T) == typeof(int)
        ? For(operation)
        : throw new NotSupportedException($"'{operation}' is not defined on {ElementType<T>.Name}, only on int: Cast<int>(x) first.");

    public abstract T And(T a, T b);

    public abstract T Or(T a, T b);

    public abstract T ShiftLeft(T a, int count);

    public abstract T ShiftRight(T a, int count);

    public Func<T, T> ShiftLeftBy(int count) => a => ShiftLeft(a, count);

    public Func<T, T> ShiftRightBy(int count) => a => ShiftRight(a, count);
}
