using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ILGPU.Sanitizer;

/// <summary>Writes the instructions of one method, with checks.</summary>
/// <param name="compiler">Compiles what it calls.</param>
/// <param name="methods">What becomes of called methods.</param>
/// <param name="il">Where to.</param>
/// <param name="threadArgument">The argument that is the thread.</param>
/// <param name="isOwn">Whether the method is of the kernel's own assembly, and no library's.</param>
/// <param name="suspension">How the kernel waits; null in methods that it calls.</param>
internal sealed class KernelEmitter(
    KernelCompiler compiler, KernelMethods methods, ILGenerator il, int threadArgument, bool isOwn, Suspension? suspension)
{
    private static readonly Dictionary<OpCode, Type> Indirect = new()
    {
        [OpCodes.Ldind_I1] = typeof(sbyte), [OpCodes.Ldind_U1] = typeof(byte), [OpCodes.Ldind_I2] = typeof(short), [OpCodes.Ldind_U2] = typeof(ushort),
        [OpCodes.Ldind_I4] = typeof(int), [OpCodes.Ldind_U4] = typeof(uint), [OpCodes.Ldind_I8] = typeof(long), [OpCodes.Ldind_R4] = typeof(float),
        [OpCodes.Ldind_R8] = typeof(double), [OpCodes.Stind_I1] = typeof(sbyte), [OpCodes.Stind_I2] = typeof(short), [OpCodes.Stind_I4] = typeof(int),
        [OpCodes.Stind_I8] = typeof(long), [OpCodes.Stind_R4] = typeof(float), [OpCodes.Stind_R8] = typeof(double),
    };

    private readonly Dictionary<Instruction, Label> labels = [];
    private readonly Dictionary<Local, LocalBuilder> locals = [];
    private int allocations;

    public void Emit(List<Instruction> instructions, Dictionary<Instruction, ImmutableStack<Item>> stacks)
    {
        foreach (var target in instructions.SelectMany(static instruction => instruction.Targets))
        {
            if (!labels.ContainsKey(target))
                labels.Add(target, il.DefineLabel());
        }

        foreach (var instruction in instructions)
        {
            if (labels.TryGetValue(instruction, out var label))
                il.MarkLabel(label);

            if (instruction.Code.OpCodeType != OpCodeType.Prefix)
                Emit(instruction, stacks[instruction]);
        }
    }

    private static MethodInfo Helper(string name, params Type[] arguments) => Helper(typeof(Access), name, arguments);

    private static MethodInfo Helper(Type type, string name, Type[] arguments)
    {
        var method = type.GetMethod(name, BindingFlags.Static | BindingFlags.Public)!;
        return arguments.Length == 0 ? method : method.MakeGenericMethod(arguments);
    }

    private void Emit(Instruction instruction, ImmutableStack<Item> stack)
    {
        var code = instruction.Code;
        switch (instruction.Operand)
        {
            case MethodInfo method:
                Call(instruction, method, stack);
                break;
            case FieldInfo field when code == OpCodes.Ldfld && stack.Peek().Slot == Slot.Memory:
                il.Emit(OpCodes.Ldflda, field);
                Load(instruction, field.FieldType);
                break;
            case FieldInfo field when code == OpCodes.Stfld && stack.Pop().Peek().Slot == Slot.Memory:
                Store(instruction, field.FieldType, field);
                break;
            case Type type when code == OpCodes.Ldobj && stack.Peek().Slot == Slot.Memory:
                Load(instruction, type);
                break;
            case Type type when code == OpCodes.Stobj && stack.Pop().Peek().Slot == Slot.Memory:
                Store(instruction, type, field: null);
                break;
            case Type when code == OpCodes.Initobj && stack.Peek().Slot == Slot.Memory:
                Note(instruction, (Type)instruction.Operand, nameof(Access.Write));
                Plain(instruction);
                break;
            case null when Indirect.TryGetValue(code, out var type) && code.StackBehaviourPush != StackBehaviour.Push0 && stack.Peek().Slot == Slot.Memory:
                Load(instruction, type);
                break;
            case null when Indirect.TryGetValue(code, out var type) && code.StackBehaviourPush == StackBehaviour.Push0 && stack.Pop().Peek().Slot == Slot.Memory:
                Store(instruction, type, field: null);
                break;
            default:
                Plain(instruction);
                break;
        }
    }

    private void Call(Instruction instruction, MethodInfo method, ImmutableStack<Item> stack)
    {
        if (KernelMethods.IsSuspension(method))
        {
            SetSite(instruction);
            suspension!.Wait(instruction);
        }
        else if (KernelMethods.IsAllocation(method))
        {
            SetSite(instruction);
            LoadThread();
            il.Emit(OpCodes.Ldc_I4, allocations++);
            il.Emit(OpCodes.Call, Helper(nameof(Access.Share), method.GetGenericArguments()));
        }
        else if (KernelMethods.IsStandIn(method))
        {
            CallStandIn(instruction, method);
        }
        else
        {
            CallOther(instruction, method, stack);
        }
    }

    private void CallStandIn(Instruction instruction, MethodInfo method)
    {
        if (KernelMethods.IsChecked(method))
            SetSite(instruction);

        if (KernelMethods.IsPlace(method))
        {
            var name = method.IsSpecialName ? method.Name[4..] : method.Name;
            LoadThread();
            il.Emit(OpCodes.Call, Helper(typeof(Place), $"{method.DeclaringType!.Name}{name}", method.GetGenericArguments()));
            return;
        }

        if (!KernelMethods.IsElement(method))
        {
            Plain(instruction);
            return;
        }

        if (method.GetParameters()[0].ParameterType == typeof(int))
            il.Emit(OpCodes.Conv_I8);

        LoadThread();
        il.Emit(OpCodes.Call, Helper(nameof(Access.Element), method.DeclaringType!.GetGenericArguments()));
    }

    private void CallOther(Instruction instruction, MethodInfo method, ImmutableStack<Item> stack)
    {
        if (stack.Take(KernelCompiler.Parameters(method).Length).Any(static item => item.Slot == Slot.Memory))
            throw KernelMethods.Reject(method, $"it is given a reference to an element at {Sites.Describe(instruction.Site)}; copy it to a local first");

        if (methods.Of(method) == Treatment.AsIs)
        {
            Plain(instruction);
            return;
        }

        SetSite(instruction);
        LoadThread();
        il.Emit(OpCodes.Call, compiler.Compile(method));
    }

    private void Load(Instruction instruction, Type type)
    {
        Note(instruction, type, nameof(Access.Read));
        il.Emit(OpCodes.Ldobj, type);
    }

    private void Store(Instruction instruction, Type type, FieldInfo? field)
    {
        // The address lies under the value.
        var value = il.DeclareLocal(type);
        il.Emit(OpCodes.Stloc, value);
        if (field is not null)
            il.Emit(OpCodes.Ldflda, field);

        Note(instruction, type, nameof(Access.Write));
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Stobj, type);
    }

    private void Note(Instruction instruction, Type type, string access)
    {
        SetSite(instruction);
        il.Emit(OpCodes.Dup);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Sizeof, type);
        LoadThread();
        il.Emit(OpCodes.Call, Helper(access));
    }

    private void SetSite(Instruction instruction)
    {
        if (isOwn)
            SetSite(nameof(KernelThread.KernelSite), instruction);

        SetSite(nameof(KernelThread.Site), instruction);
    }

    private void SetSite(string field, Instruction instruction)
    {
        LoadThread();
        il.Emit(OpCodes.Ldc_I4, instruction.Site);
        il.Emit(OpCodes.Stfld, typeof(KernelThread).GetField(field)!);
    }

    private void LoadThread() => il.Emit(OpCodes.Ldarg, (short)threadArgument);

    private void Plain(Instruction instruction)
    {
        var code = instruction.Code;
        switch (instruction.Operand)
        {
            case null:
                il.Emit(code);
                break;
            case Local local:
                Emit(code, local);
                break;
            case int number when code == OpCodes.Ldarg || code == OpCodes.Ldarga || code == OpCodes.Starg:
                il.Emit(code, (short)number);
                break;
            case int number:
                il.Emit(code, number);
                break;
            case long number:
                il.Emit(code, number);
                break;
            case float number:
                il.Emit(code, number);
                break;
            case double number:
                il.Emit(code, number);
                break;
            case Instruction target:
                il.Emit(code, labels[target]);
                break;
            case Instruction[] targets:
                il.Emit(code, [.. targets.Select(target => labels[target])]);
                break;
            case MethodInfo method:
                il.Emit(code, method);
                break;
            case ConstructorInfo constructor:
                il.Emit(code, constructor);
                break;
            case FieldInfo field:
                il.Emit(code, field);
                break;
            case Type type:
                il.Emit(code, type);
                break;
            default:
                throw new NotSupportedException($"{code} {instruction.Operand}");
        }
    }

    private void Emit(OpCode code, Local local)
    {
        if (suspension is not null)
        {
            suspension.Emit(code, local);
            return;
        }

        if (!locals.TryGetValue(local, out var builder))
            locals.Add(local, builder = il.DeclareLocal(local.Type));

        il.Emit(code, builder);
    }
}
