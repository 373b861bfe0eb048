using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ILGPU.Sanitizer;

/// <summary>
/// The parts of a kernel that leave it at a barrier and enter it again: locals that are needed behind the barrier go to the thread's
/// frame, the number of the barrier is returned; with that number the next call jumps behind it and takes the locals back.
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
        Instruction[] barriers = [.. instructions.Where(static instruction => instruction.IsBarrier)];
        Spill(instructions, barriers);
        live = Liveness.After(instructions, barriers);
        kept = [.. live.Values.SelectMany(static locals => locals).Distinct()];
        if (kept.Any(static local => local.Type.IsByRef))
            throw KernelMethods.Reject(kernel, "it keeps a reference over a barrier");

        foreach (var barrier in barriers)
            resumes.Add(barrier, il.DefineLabel());

        frame = il.DeclareLocal(typeof(object[]));
    }

    public Type[] Frame => [.. kept.Select(BoxType)];

    /// <summary>Begins the method: takes the argument, or goes on behind a barrier.</summary>
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

    /// <summary>Leaves the method at a barrier, and goes on behind it.</summary>
    public void Wait(Instruction barrier)
    {
        foreach (var local in live[barrier])
        {
            LoadBox(local);
            il.Emit(OpCodes.Ldloc, Builder(local));
            il.Emit(OpCodes.Stfld, BoxType(local).GetField(nameof(StrongBox<>.Value))!);
        }

        il.Emit(OpCodes.Ldc_I4, resumes.Keys.ToList().IndexOf(barrier) + 1);
        il.Emit(OpCodes.Ret);
        il.MarkLabel(resumes[barrier]);
        foreach (var local in live[barrier])
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

    // the compiler leaves a local that is read once on the evaluation stack: what lies there at a barrier goes to locals
    private static void Spill(List<Instruction> instructions, Instruction[] barriers)
    {
        var stacks = EvaluationStack.Follow(instructions, []);
        foreach (var barrier in barriers)
        {
            var index = instructions.IndexOf(barrier);
            foreach (var item in stacks[barrier])
            {
                var local = new Local(item.Slot == Slot.Value ? item.Type : typeof(int).MakeByRefType());
                instructions.Insert(index++, new(OpCodes.Stloc, local, barrier.Site));
                instructions.Insert(index + 1, new(OpCodes.Ldloc, local, barrier.Site));
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
