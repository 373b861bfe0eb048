using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Sanitizer;

/// <summary>What may lie on the evaluation stack.</summary>
internal enum Slot
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>The address of a local variable, an argument, or a part of one.</summary>
    Local,

    /// <summary>An address that may be in memory of the device.</summary>
    Memory,
}

/// <summary>One thing on the evaluation stack.</summary>
/// <param name="Slot">What it is.</param>
/// <param name="Type">Its type; of an address, a pointer's.</param>
internal readonly record struct Item(Slot Slot, Type Type);

/// <summary>Follows the evaluation stack through the instructions of a method.</summary>
internal static class EvaluationStack
{
    /// <summary>The stack before each instruction; those that are never reached have none.</summary>
    /// <param name="instructions">The method.</param>
    /// <param name="parameters">The types of its parameters.</param>
    public static Dictionary<Instruction, ImmutableStack<Item>> Follow(List<Instruction> instructions, Type[] parameters)
    {
        Dictionary<Instruction, ImmutableStack<Item>> before = [];
        var stack = ImmutableStack<Item>.Empty;
        foreach (var instruction in instructions)
        {
            // A branch from above has said what is here; otherwise it is what the last instruction left, or nothing after a jump.
            if (before.TryGetValue(instruction, out var known))
                stack = known;

            before[instruction] = stack;
            stack = Apply(instruction, stack, parameters);
            foreach (var target in instruction.Targets)
                before.TryAdd(target, stack);

            if (instruction.Code.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
                stack = ImmutableStack<Item>.Empty;
        }

        return before;
    }

    private static ImmutableStack<Item> Apply(Instruction instruction, ImmutableStack<Item> stack, Type[] parameters)
    {
        var code = instruction.Code;
        if (code == OpCodes.Dup)
            return stack.Push(stack.Peek());

        if (code == OpCodes.Ldflda)
            return stack;

        if (code == OpCodes.Ldloca || code == OpCodes.Ldarga || code == OpCodes.Ldelema || code == OpCodes.Ldsflda)
            return Drop(stack, code == OpCodes.Ldelema ? 2 : 0).Push(new(Slot.Local, typeof(nint)));

        if (code == OpCodes.Ldloc)
            return stack.Push(Of(((Local)instruction.Operand!).Type, Slot.Memory));

        if (code == OpCodes.Ldarg)
            return stack.Push(Of(parameters[(int)instruction.Operand!], Slot.Local));

        if (instruction.Operand is MethodBase method)
        {
            var arguments = method.GetParameters().Length + (method.IsStatic || code == OpCodes.Newobj ? 0 : 1);
            var returned = code == OpCodes.Newobj ? method.DeclaringType! : ((MethodInfo)method).ReturnType;
            stack = Drop(stack, arguments);
            return returned == typeof(void) ? stack : stack.Push(Of(returned, Slot.Memory));
        }

        if (code == OpCodes.Ret)
            return ImmutableStack<Item>.Empty;

        var pops = Pops(code.StackBehaviourPop);
        return code.StackBehaviourPush == StackBehaviour.Push0
            ? Drop(stack, pops)
            : Drop(stack, pops).Push(new(Slot.Value, Pushed(instruction, Drop(stack, Math.Max(pops - 1, 0)))));
    }

    private static Item Of(Type type, Slot reference) => type.IsByRef ? new(reference, typeof(nint)) : new(Slot.Value, type);

    // what an operation leaves: a field's or an object's type, that of its opcode, or that of what it took first
    private static Type Pushed(Instruction instruction, ImmutableStack<Item> first) => instruction.Operand switch
    {
        FieldInfo field => field.FieldType,
        Type type => type,
        _ => instruction.Code.StackBehaviourPush switch
        {
            StackBehaviour.Pushi => typeof(int),
            StackBehaviour.Pushi8 => typeof(long),
            StackBehaviour.Pushr4 => typeof(float),
            StackBehaviour.Pushr8 => typeof(double),
            _ => first.IsEmpty ? typeof(int) : first.Peek().Type,
        },
    };

    private static ImmutableStack<Item> Drop(ImmutableStack<Item> stack, int count)
    {
        for (; count > 0; count--)
            stack = stack.Pop();

        return stack;
    }

    private static int Pops(StackBehaviour behaviour) => behaviour == StackBehaviour.Pop0 ? 0 : behaviour.ToString().Count(static c => c == '_') + 1;
}
