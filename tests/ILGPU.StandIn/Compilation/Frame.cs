using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ILGPU.Sanitizer;

/// <summary>
/// The locals of a kernel that a thread needs behind a suspension: they are never on the stack, so that leaving the kernel and entering it
/// again copies none of them, however many there are. A thread's frame is one array for each type of local.
/// </summary>
internal sealed class Frame
{
    private readonly ILGenerator il;
    private readonly Dictionary<Local, int> offsets = [];
    private readonly Dictionary<Type, int> counts = [];
    private readonly Dictionary<Type, LocalBuilder> arrays = [];
    private readonly Dictionary<Type, LocalBuilder> values = [];

    public Frame(IEnumerable<Local> locals, ILGenerator il)
    {
        this.il = il;
        foreach (var local in locals)
        {
            var count = counts.GetValueOrDefault(local.Type);
            offsets.Add(local, count * SizeOf(local.Type));
            counts[local.Type] = count + 1;
        }
    }

    /// <summary>Makes the arrays of a thread.</summary>
    public Func<Array[]> Maker
    {
        get
        {
            var pairs = counts.ToArray();
            return () => [.. pairs.Select(static pair => Array.CreateInstance(pair.Key, pair.Value))];
        }
    }

    /// <summary>Finds the arrays of the running thread. Their types are known: nothing is cast.</summary>
    public void Enter()
    {
        foreach (var (index, type) in counts.Keys.Index())
        {
            arrays.Add(type, il.DeclareLocal(type.MakeByRefType()));
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, typeof(KernelThread).GetField(nameof(KernelThread.Frame))!);
            il.Emit(OpCodes.Ldc_I4, index);
            il.Emit(OpCodes.Ldelem_Ref);
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Ldelema, type);
            il.Emit(OpCodes.Stloc, arrays[type]);
        }
    }

    /// <summary>Writes what loads or stores a local or takes its address, if it is one of the frame's.</summary>
    /// <param name="code">The operation.</param>
    /// <param name="local">The local.</param>
    public bool TryEmit(OpCode code, Local local)
    {
        if (!offsets.TryGetValue(local, out var offset))
            return false;

        if (code == OpCodes.Stloc)
        {
            // The address lies under the value.
            if (!values.TryGetValue(local.Type, out var value))
                values.Add(local.Type, value = il.DeclareLocal(local.Type));

            il.Emit(OpCodes.Stloc, value);
            Address(local, offset);
            il.Emit(OpCodes.Ldloc, value);
            il.Emit(OpCodes.Stobj, local.Type);
            return true;
        }

        Address(local, offset);
        if (code == OpCodes.Ldloc)
            il.Emit(OpCodes.Ldobj, local.Type);

        return true;
    }

    private static int SizeOf(Type type) => (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private void Address(Local local, int offset)
    {
        il.Emit(OpCodes.Ldloc, arrays[local.Type]);
        if (offset == 0)
            return;

        il.Emit(OpCodes.Ldc_I4, offset);
        il.Emit(OpCodes.Add);
    }
}
