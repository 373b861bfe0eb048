namespace TileKit;

/// <summary>What TileKit knows about an element type.</summary>
internal static class ElementType<T>
    where T : unmanaged
{
    /// <summary>The type's name as a program writes it.</summary>
    public static string Name { get; } =
        typeof(T) == typeof(float) ? "float"
        : typeof(T) == typeof(int) ? "int"
        : typeof(T) == typeof(sbyte) ? "sbyte"
        : typeof(T) == typeof(bool) ? "bool"
        : typeof(T).Name;

    /// <summary>Whether tensors can hold the type.</summary>
    public static bool IsStorable { get; } =
        typeof(T) == typeof(float) || typeof(T) == typeof(Half) || typeof(T) == typeof(BFloat16)
        || typeof(T) == typeof(sbyte) || typeof(T) == typeof(int);

    /// <summary>Throws unless tensors can hold the type.</summary>
    public static void RequireStorable()
    {
        if (!IsStorable)
        {
            throw new NotSupportedException($"Tensors hold float, Half, BFloat16, sbyte or int; {Name} is not one of them.");
        }
    }

    /// <summary>Throws unless tiles can hold the type: what tensors hold, and bool for masks.</summary>
    public static void RequireTileElement()
    {
        if (!IsStorable && typeof(T) != typeof(bool))
        {
            throw new NotSupportedException($"Tiles hold float, Half, BFloat16, sbyte, int or bool; {Name} is not one of them.");
        }
    }

    /// <summary>The exception for an operation that the type does not have.</summary>
    public static NotSupportedException NotSupported(string operation) => new(
        typeof(T) == typeof(bool) ? $"'{operation}' is not defined on masks, which have & | ! and Where. Where(mask, 1f, 0f) makes numbers of one."
        : IsStorable ? $"'{operation}' is not defined on {Name}, which is a storage type: Cast<float>(x) first."
        : $"'{operation}' is not defined on {Name}.");
}
