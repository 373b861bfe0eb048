using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Sanitizer;

/// <summary>
/// The parts of a kernel that leave it at a suspension, a barrier or where warps meet, and enter it again: the suspension's number is
/// returned; with that number the next call jumps behind it. Locals that are needed behind one are in the thread's <see cref="Frame"/>.
/// </summary>
internal sealed class Suspension
{
    private readonly ILGenerator il;
    private readonly Dictionary<Local, LocalBuilder> builders = [];
    private readonly Dictionary<Instruction, (int Number, Label Resume)> stops = [];

    public Suspension(MethodInfo kernel, List<Instruction> instructions, ILGenerator il)
    {
        this.il = il;
        Instruction[] found = [.. instructions.Where(static instruction => instruction.IsSuspension)];
        Spill(instructions, found);
        var kept = Liveness.After(instructions, found);
        if (kept.Any(static local => local.Type.IsByRef))
            throw KernelMethods.Reject(kernel, "it keeps a reference over a barrier or a shuffle");

        foreach (var stop in found)
            stops.Add(stop, (stops.Count + 1, il.DefineLabel()));

        Frame = new(kept, il);
    }

    /// <summary>Which of the suspensions, by their numbers, are no barriers.</summary>
    public bool[] Meetings => [false, .. stops.Keys.Select(static stop => stop.IsMeeting)];

    /// <summary>The locals that a thread keeps.</summary>
    public Frame Frame { get; }

    /// <summary>Begins the method: takes the argument, or goes on behind a suspension.</summary>
    public void Enter(Local argument, FieldInfo value)
    {
        Frame.Enter();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(KernelThread).GetField(nameof(KernelThread.Resume))!);
        var begin = il.DefineLabel();
        il.Emit(OpCodes.Switch, [begin, .. stops.Values.Select(static stop => stop.Resume)]);
        il.MarkLabel(begin);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldfld, value);
        Emit(OpCodes.Stloc, argument);
    }

    /// <summary>Leaves the method at a suspension, and goes on behind it.</summary>
    public void Wait(Instruction stop)
    {
        var (number, resume) = stops[stop];
        il.Emit(OpCodes.Ldc_I4, number);
        il.Emit(OpCodes.Ret);
        il.MarkLabel(resume);
    }

    /// <summary>Ends the method.</summary>
    public void Leave()
    {
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Loads or stores a local, or takes its address.</summary>
    public void Emit(OpCode code, Local local)
    {
        if (Frame.TryEmit(code, local))
            return;

        if (!builders.TryGetValue(local, out var builder))
            builders.Add(local, builder = il.DeclareLocal(local.Type));

        il.Emit(code, builder);
    }

    // the compiler leaves a local that is read once on the evaluation stack: what lies there at a suspension goes to locals
    private static void Spill(List<Instruction> instructions, Instruction[] stops)
    {
        var stacks = EvaluationStack.Follow(instructions, []);
        foreach (var stop in stops)
        {
            var index = instructions.IndexOf(stop);
            foreach (var item in stacks[stop])
            {
                var local = new Local(item.Slot == Slot.Value ? item.Type : typeof(int).MakeByRefType());
                instructions.Insert(index++, new(OpCodes.Stloc, local, stop.Site));
                instructions.Insert(index + 1, new(OpCodes.Ldloc, local, stop.Site));
            }
        }
    }
}
