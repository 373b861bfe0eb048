using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ILGPU.Sanitizer;

/// <summary>
/// The parts of a kernel that leave it at a suspension, a barrier or where warps meet, and enter it again: locals that are needed behind it
/// go to the thread's frame, its number is returned; with that number the next call jumps behind it and takes the locals back.
/// </summary>
internal sealed class Suspension
{
    private readonly ILGenerator il;
    private readonly Dictionary<Local, LocalBuilder> builders = [];
    private readonly Dictionary<Instruction, HashSet<Local>> live;
    private readonly Dictionary<Instruction, Label> resumes = [];
    private readonly List<Local> kept;
    private readonly LocalBuilder frame;

    public Suspension(MethodInfo kernel, List<Instruction> instructions, ILGenerator il)
    {
        this.il = il;
        Instruction[] stops = [.. instructions.Where(static instruction => instruction.IsSuspension)];
        Spill(instructions, stops);
        live = Liveness.After(instructions, stops);
        kept = [.. live.Values.SelectMany(static locals => locals).Distinct()];
        if (kept.Any(static local => local.Type.IsByRef))
            throw KernelMethods.Reject(kernel, "it keeps a reference over a barrier or a shuffle");

        foreach (var stop in stops)
            resumes.Add(stop, il.DefineLabel());

        frame = il.DeclareLocal(typeof(object[]));
    }

    /// <summary>Which of the suspensions, by their numbers, are no barriers.</summary>
    public bool[] Meetings => [false, .. resumes.Keys.Select(static stop => stop.IsMeeting)];

    public Type[] Frame => [.. kept.Select(BoxType)];

    /// <summary>Begins the method: takes the argument, or goes on behind a suspension.</summary>
    public void Enter(Local argument, FieldInfo value)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(KernelThread).GetField(nameof(KernelThread.Frame))!);
        il.Emit(OpCodes.Stloc, frame);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(KernelThread).GetField(nameof(KernelThread.Resume))!);
        var begin = il.DefineLabel();
        il.Emit(OpCodes.Switch, [begin, .. resumes.Values]);
        il.MarkLabel(begin);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldfld, value);
        il.Emit(OpCodes.Stloc, Builder(argument));
    }

    /// <summary>Leaves the method at a suspension, and goes on behind it.</summary>
    public void Wait(Instruction stop)
    {
        foreach (var local in live[stop])
        {
            LoadBox(local);
            il.Emit(OpCodes.Ldloc, Builder(local));
            il.Emit(OpCodes.Stfld, BoxType(local).GetField(nameof(StrongBox<>.Value))!);
        }

        il.Emit(OpCodes.Ldc_I4, resumes.Keys.ToList().IndexOf(stop) + 1);
        il.Emit(OpCodes.Ret);
        il.MarkLabel(resumes[stop]);
        foreach (var local in live[stop])
        {
            LoadBox(local);
            il.Emit(OpCodes.Ldfld, BoxType(local).GetField(nameof(StrongBox<>.Value))!);
            il.Emit(OpCodes.Stloc, Builder(local));
        }
    }

    /// <summary>Ends the method.</summary>
    public void Leave()
    {
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ret);
    }

    public LocalBuilder Builder(Local local)
    {
        if (!builders.TryGetValue(local, out var builder))
            builders.Add(local, builder = il.DeclareLocal(local.Type));

        return builder;
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

    private static Type BoxType(Local local) => typeof(StrongBox<>).MakeGenericType(local.Type);

    private void LoadBox(Local local)
    {
        il.Emit(OpCodes.Ldloc, frame);
        il.Emit(OpCodes.Ldc_I4, kept.IndexOf(local));
        il.Emit(OpCodes.Ldelem_Ref);
        il.Emit(OpCodes.Call, typeof(Unsafe).GetMethod(nameof(Unsafe.As), 1, [typeof(object)])!.MakeGenericMethod(BoxType(local)));
    }
}
