using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Tests.Harness;

/// <summary>Walks an object graph by reflection, looking for what no output of an incremental step may hold.</summary>
internal static class LiveObjects
{
    /// <summary>The path to the first live object below <paramref name="root"/>, or null.</summary>
    public static string? Find(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(object Value, string Path)>();
        Push(pending, seen, root, root?.GetType().Name ?? "null");
        while (pending.TryPop(out var next))
        {
            if (IsLive(next.Value))
            {
                return $"{next.Path} is a {next.Value.GetType().FullName}";
            }

            foreach (var (child, name) in Children(next.Value))
            {
                Push(pending, seen, child, next.Path + name);
            }
        }

        return null;
    }

    // `is`, not a comparison of exact types: Roslyn's own types behind these interfaces are internal.
    private static bool IsLive(object value) =>
        value is ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Compilation or IOperation or Location
            or SyntaxReference or AttributeData;

    // Strings, numbers and reflection's own objects lead nowhere.
    private static bool IsLeaf(object value) =>
        value is string or MemberInfo or Assembly or Module or Enum or Pointer
        || value.GetType().IsPrimitive
        || value.GetType().GetElementType() is { IsPrimitive: true };

    private static IEnumerable<(object? Child, string Name)> Children(object value)
    {
        if (value is Delegate function)
        {
            yield return (function.Target, ".Target");
            yield break;
        }

        if (value is Array array)
        {
            foreach (var item in (IEnumerable)array)
            {
                yield return (item, "[]");
            }

            yield break;
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (var field in type.GetFields(Own))
            {
                if (field.FieldType is { IsPointer: false, IsFunctionPointer: false, IsPrimitive: false })
                {
                    yield return (field.GetValue(value), "." + field.Name);
                }
            }
        }
    }

    private static void Push(Stack<(object, string)> pending, HashSet<object> seen, object? value, string path)
    {
        if (value is not null && !IsLeaf(value) && (value.GetType().IsValueType || seen.Add(value)))
        {
            pending.Push((value, path));
        }
    }
}
