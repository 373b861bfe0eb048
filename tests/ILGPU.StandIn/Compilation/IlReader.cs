using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Sanitizer;

/// <summary>Reads the IL of a method.</summary>
internal static class IlReader
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!).ToDictionary(static code => code.Value);

    /// <summary>The instructions of a method. Locals and arguments become variables of the caller.</summary>
    /// <param name="method">The method.</param>
    /// <param name="locals">Its locals.</param>
    public static List<Instruction> Read(MethodBase method, Local[] locals)
    {
        var il = method.GetMethodBody()!.GetILAsByteArray()!;
        List<Instruction> instructions = [];
        Dictionary<int, Instruction> at = [];
        for (var position = 0; position < il.Length;)
        {
            var start = position;
            var code = Codes[il[position] == 0xFE ? (short)(0xFE00 | il[position + 1]) : il[position]];
            position += code.Size;
            var operand = Operand(method, code, il, ref position);
            var instruction = Normalise(code, operand, locals, Sites.Add(method, start));
            at.Add(start, instruction);
            instructions.Add(instruction);
        }

        foreach (var instruction in instructions)
        {
            if (instruction.Code.OperandType == OperandType.InlineBrTarget)
                instruction.Operand = at[(int)instruction.Operand!];
            else if (instruction.Code.OperandType == OperandType.InlineSwitch)
                instruction.Operand = ((int[])instruction.Operand!).Select(target => at[target]).ToArray();
        }

        for (var i = 1; i < instructions.Count; i++)
        {
            if (instructions[i - 1] is { Operand: Type { IsValueType: true } type } prefix && prefix.Code == OpCodes.Constrained
                && instructions[i].Operand is MethodInfo { DeclaringType.IsInterface: true } called)
            {
                (prefix.Code, prefix.Operand) = (OpCodes.Nop, null);
                (instructions[i].Code, instructions[i].Operand) = (OpCodes.Call, Implementation(type, called));
            }
        }

        return instructions;
    }

    /// <summary>The method of a struct that a call through a type parameter reaches.</summary>
    private static MethodInfo Implementation(Type type, MethodInfo method)
    {
        var map = type.GetInterfaceMap(method.DeclaringType!);
        var definition = method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
        var target = map.TargetMethods[Array.IndexOf(map.InterfaceMethods, definition)];
        return method.IsGenericMethod ? target.MakeGenericMethod(method.GetGenericArguments()) : target;
    }

    private static object? Operand(MethodBase method, OpCode code, byte[] il, ref int position)
    {
        var bytes = il.AsSpan(position);
        var module = method.Module;
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        switch (code.OperandType)
        {
            case OperandType.InlineNone:
                return null;
            case OperandType.ShortInlineI:
                position++;
                return (int)(sbyte)bytes[0];
            case OperandType.ShortInlineVar:
                position++;
                return (int)bytes[0];
            case OperandType.ShortInlineBrTarget:
                position++;
                return position + (sbyte)bytes[0];
            case OperandType.InlineVar:
                position += 2;
                return (int)BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            case OperandType.InlineI8:
                position += 8;
                return BinaryPrimitives.ReadInt64LittleEndian(bytes);
            case OperandType.InlineR:
                position += 8;
                return BinaryPrimitives.ReadDoubleLittleEndian(bytes);
            case OperandType.ShortInlineR:
                position += 4;
                return BinaryPrimitives.ReadSingleLittleEndian(bytes);
        }

        var number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        position += 4;
        switch (code.OperandType)
        {
            case OperandType.InlineI:
                return number;
            case OperandType.InlineBrTarget:
                return position + number;
            case OperandType.InlineSwitch:
                var targets = new int[number];
                var end = position + (4 * number);
                for (var i = 0; i < number; i++, position += 4)
                    targets[i] = end + BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(position));

                return targets;
            case OperandType.InlineField:
                return module.ResolveField(number, typeArguments, methodArguments);
            case OperandType.InlineMethod:
                return module.ResolveMethod(number, typeArguments, methodArguments);
            case OperandType.InlineType:
                return module.ResolveType(number, typeArguments, methodArguments);
            default:
                return number;
        }
    }

    /// <summary>The long form: ldloc.0 and ldloc.s become ldloc, br.s becomes br, ldc.i4.1 becomes ldc.i4.</summary>
    private static Instruction Normalise(OpCode code, object? operand, Local[] locals, int site)
    {
        var name = code.Name!;
        if (name is "ldc.i4.m1")
            return new(OpCodes.Ldc_I4, -1, site);

        var parts = name.Split('.');
        if (parts[0] is "ldloc" or "stloc" or "ldloca")
        {
            var index = operand as int? ?? int.Parse(parts[1]);
            return new(parts[0] switch { "ldloc" => OpCodes.Ldloc, "stloc" => OpCodes.Stloc, _ => OpCodes.Ldloca }, locals[index], site);
        }

        if (parts[0] is "ldarg" or "starg" or "ldarga")
        {
            var index = operand as int? ?? int.Parse(parts[1]);
            return new(parts[0] switch { "ldarg" => OpCodes.Ldarg, "starg" => OpCodes.Starg, _ => OpCodes.Ldarga }, index, site);
        }

        if (parts is ["ldc", "i4", ..])
            return new(OpCodes.Ldc_I4, operand as int? ?? int.Parse(parts[2]), site);

        if (code.OperandType == OperandType.ShortInlineBrTarget)
            return new(Codes.Values.Single(other => other.Name == name[..^2]), operand, site);

        return new(code, operand, site);
    }
}
