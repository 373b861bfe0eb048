using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Sanitizer;

/// <summary>What ILGPU's back ends do not compile, as far as a kernel is likely to hold it; and what the stand-in itself does not follow.</summary>
internal static class Unsupported
{
    private static readonly HashSet<OpCode> Operations =
    [
        OpCodes.Throw, OpCodes.Rethrow, OpCodes.Leave, OpCodes.Leave_S, OpCodes.Endfinally, OpCodes.Box, OpCodes.Unbox, OpCodes.Unbox_Any,
        OpCodes.Castclass, OpCodes.Isinst, OpCodes.Ldftn, OpCodes.Ldvirtftn, OpCodes.Calli, OpCodes.Localloc, OpCodes.Ldstr,
        OpCodes.Stsfld, OpCodes.Mkrefany, OpCodes.Refanyval, OpCodes.Constrained, OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Cpobj, OpCodes.Jmp,
    ];

    private static readonly HashSet<string> Methods =
    [
        "System.Math.Clamp", "System.Math.FusedMultiplyAdd", "System.MathF.FusedMultiplyAdd", "System.MathF.CopySign", "System.Math.CopySign",
        "System.BitConverter.SingleToUInt32Bits", "System.BitConverter.UInt32BitsToSingle",
        "System.BitConverter.HalfToInt16Bits", "System.BitConverter.HalfToUInt16Bits",
    ];

    private static readonly string[] Types =
    [
        "System.Half", "System.Decimal", "System.Int128", "System.UInt128", "System.Span`1", "System.ReadOnlySpan`1",
        "System.Runtime.CompilerServices.Unsafe", "System.Runtime.InteropServices.", "System.Numerics.", "System.Runtime.Intrinsics.",
    ];

    /// <summary>Why an instruction cannot stand in a kernel, or null.</summary>
    /// <param name="instruction">The instruction.</param>
    public static string? Reason(Instruction instruction) => instruction.Operand switch
    {
        _ when Operations.Contains(instruction.Code) => instruction.Code.Name,
        ConstructorInfo constructor when instruction.Code == OpCodes.Newobj && !constructor.DeclaringType!.IsValueType =>
            $"new {constructor.DeclaringType.Name}",
        FieldInfo { IsStatic: true, IsInitOnly: false, IsLiteral: false } field => $"static field {field.Name} that can change",
        FieldInfo { IsStatic: true, FieldType.IsValueType: false } field => $"static field {field.Name} that is no value",
        MethodBase method when Methods.Contains($"{method.DeclaringType}.{method.Name}") || IsUnsupported(method.DeclaringType) =>
            $"{method.DeclaringType}.{method.Name}",
        MethodBase { IsAbstract: true } method => $"abstract {method.Name}",
        _ => null,
    };

    private static bool IsUnsupported(Type? type)
    {
        var name = (type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type)?.FullName ?? "";
        return Types.Any(prefix => prefix.EndsWith('.') ? name.StartsWith(prefix, StringComparison.Ordinal) : name == prefix);
    }
}
