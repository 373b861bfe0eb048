using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Sanitizer;

/// <summary>
/// Makes one list of instructions of a method and of those it calls that must be part of it; arguments of those become locals. A barrier
/// or a meeting is then always in the kernel itself, where locals can be kept and taken up again.
/// </summary>
/// <param name="methods">What becomes of called methods.</param>
internal sealed class Flattener(KernelMethods methods)
{
    private readonly List<Instruction> result = [];

    // Locals of methods that were appended before, for the next: nothing outlives its method, and a kernel calls a thousand.
    private readonly Dictionary<Type, Stack<Local>> free = [];

    /// <summary>The instructions of a kernel; its argument is a local.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="argument">The local.</param>
    public static List<Instruction> Kernel(MethodInfo kernel, KernelMethods methods, out Local argument)
    {
        var flattener = new Flattener(methods);
        argument = flattener.Take(kernel.GetParameters()[0].ParameterType);
        flattener.Append(kernel, [argument], callSite: -1);
        return flattener.result;
    }

    private void Append(MethodInfo method, Local[] arguments, int callSite)
    {
        var returned = method.ReturnType == typeof(void) ? null : Take(method.ReturnType);
        Local[] locals = [.. method.GetMethodBody()!.LocalVariables.Select(local => Take(local.LocalType))];
        var body = IlReader.Read(method, locals);
        var end = new Instruction(OpCodes.Nop, null, callSite);
        foreach (var instruction in body)
        {
            // What is the stand-in's own is nobody's place.
            if (KernelMethods.IsInStandIn(method))
                instruction.Site = callSite;

            Append(instruction, arguments, returned, end);
        }

        result.Add(end);
        if (returned is not null)
            result.Add(new(OpCodes.Ldloc, returned, callSite));

        foreach (var local in (Local[])[.. locals, .. arguments, .. returned is null ? (Local[])[] : [returned]])
            free[local.Type].Push(local);
    }

    private Local Take(Type type)
    {
        if (!free.TryGetValue(type, out var locals))
            free.Add(type, locals = []);

        return locals.TryPop(out var local) ? local : new(type);
    }

    private void Append(Instruction instruction, Local[] arguments, Local? returned, Instruction end)
    {
        var code = instruction.Code;
        if (code == OpCodes.Ldarg || code == OpCodes.Starg || code == OpCodes.Ldarga)
        {
            instruction.Code = code == OpCodes.Ldarg ? OpCodes.Ldloc : code == OpCodes.Starg ? OpCodes.Stloc : OpCodes.Ldloca;
            instruction.Operand = arguments[(int)instruction.Operand!];
        }
        else if (code == OpCodes.Ret)
        {
            // The instruction itself stays: others may branch to it.
            instruction.Code = returned is null ? OpCodes.Nop : OpCodes.Stloc;
            instruction.Operand = returned;
            result.Add(instruction);
            result.Add(new(OpCodes.Br, end, instruction.Site));
            return;
        }
        else if (code == OpCodes.Call && instruction.Operand is MethodInfo called && methods.Of(called) == Treatment.Inlined)
        {
            Local[] locals = [.. KernelCompiler.Parameters(called).Select(Take)];
            instruction.Code = OpCodes.Nop;
            instruction.Operand = null;
            result.Add(instruction);
            for (var i = locals.Length - 1; i >= 0; i--)
                result.Add(new(OpCodes.Stloc, locals[i], instruction.Site));

            Append(called, locals, instruction.Site);
            return;
        }
        else if (instruction.IsSuspension)
        {
            // Those that branch to it come to what is kept before it.
            var stop = new Instruction(code, instruction.Operand, instruction.Site);
            (instruction.Code, instruction.Operand) = (OpCodes.Nop, null);
            result.Add(instruction);
            instruction = stop;
        }

        result.Add(instruction);
    }
}
