using System.Runtime.CompilerServices;

namespace TileKit;

/// <summary>Logic on bool elements, written over <typeparamref name="T"/> because C# declares a generic type's operators for every T.</summary>
internal sealed class Mask<T>
    where T : unmanaged
{
    private static readonly Mask<T>? Instance = typeof(T) == typeof(bool) ? new() : null;

    private Mask()
    {
    }

    /// <summary>The logic; throws <see cref="NotSupportedException"/>, naming the operation, where the elements are not bool.</summary>
    public static Mask<T> For(string operation) => Instance
        ?? throw new NotSupportedException($"'{operation}' is not defined on {ElementType<T>.Name}, only on masks: compare first.");

    public T Not(T a) => FromBool(!ToBool(a));

    private static bool ToBool(T value) => Unsafe.BitCast<T, bool>(value);

    private static T FromBool(bool value) => Unsafe.BitCast<bool, T>(value);
}
