using System.Reflection;

namespace TileKit.Ilgpu;

/// <summary>
/// Functions that ILGPU takes into a kernel after it has optimised it, and not before, when each call's copy would pass through all that it does:
/// half of the time of a compile. Each is marked as an intrinsic, and its body is the function of the same name in another class.
/// </summary>
internal static class LateFunctions
{
    /// <summary>The functions and their bodies.</summary>
    public static IEnumerable<(MethodInfo Function, MethodInfo Body)> All() =>
    [
        .. Of(typeof(Lanes), typeof(Lanes.Late)),
        .. Of(typeof(F32), typeof(Edge<F32.Memory, float, float, Float2, Float4, Float16>)),
        .. Of(typeof(I32), typeof(Edge<I32.Memory, int, int, Int2, Int4, Int16>)),
        .. Of(typeof(I8), typeof(Edge<I8.Memory, sbyte, int, Int2, Int4, Int16>)),
        .. Of(typeof(U16), typeof(Edge<U16.Memory, ushort, ushort, Bits2, Bits4, Bits16>)),
    ];

    private static IEnumerable<(MethodInfo Function, MethodInfo Body)> Of(Type type, Type late) => late
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Select(body => (type.GetMethod(body.Name, [.. body.GetParameters().Select(p => p.ParameterType)])!, body));
}
