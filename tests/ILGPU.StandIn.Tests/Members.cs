using System.Reflection;

namespace ILGPU.StandIn.Tests;

/// <summary>The public members of an assembly as lines of text.</summary>
internal static class Members
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>All members of all public types, sorted; a member is listed where it is declared.</summary>
    public static IEnumerable<string> Declared(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(static type => Of(type, BindingFlags.DeclaredOnly)).Order(StringComparer.Ordinal);

    /// <summary>All members that a user of each public type sees, those of base types among them.</summary>
    public static IEnumerable<string> Visible(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(static type => Of(type, BindingFlags.FlattenHierarchy));

    private static IEnumerable<string> Of(Type type, BindingFlags flags)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";
        return type.GetMembers(Public | flags).Select(Line).OfType<string>().Distinct().Select(line => $"{type}: {line}").Prepend($"{type}: {kind}");
    }

    private static string? Line(MemberInfo member) => member switch
    {
        // Properties are listed as their accessors.
        MethodInfo method when method.GetBaseDefinition().DeclaringType != typeof(object) && method.Name[0] != '<' =>
            $"{(method.IsStatic ? "static " : "")}{method.ReturnType} {method.Name}{Generics(method)}({Parameters(method)})",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        FieldInfo { IsLiteral: true, DeclaringType.IsEnum: true } field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue())}",
        FieldInfo { IsSpecialName: false } field => $"{(field.IsStatic ? "static " : "")}{field.FieldType} {field.Name}",
        _ => null,
    };

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(static parameter => parameter.ParameterType));
}
