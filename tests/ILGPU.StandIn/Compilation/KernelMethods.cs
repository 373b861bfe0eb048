using System.Reflection;
using System.Reflection.Emit;
using ILGPU.Runtime;

namespace ILGPU.Sanitizer;

/// <summary>What becomes of a method that a kernel calls.</summary>
internal enum Treatment
{
    /// <summary>It touches no memory of the device: it is called as it is.</summary>
    AsIs,

    /// <summary>It accesses memory: it is compiled anew, with checks.</summary>
    Compiled,

    /// <summary>It has a barrier, lets warps meet or allocates shared memory: its text becomes part of the kernel's.</summary>
    Inlined,
}

/// <summary>Finds out what becomes of the methods that a kernel calls.</summary>
internal sealed class KernelMethods
{
    private readonly Dictionary<MethodBase, Treatment?> known = [];

    /// <summary>Whether it has a meaning of its own. A shuffle has not: it is put together from others.</summary>
    /// <param name="method">A method.</param>
    public static bool IsStandIn(MethodBase method) => IsInStandIn(method)
        && !(method.DeclaringType == typeof(Warp) && method.Name is nameof(Warp.Shuffle) or nameof(Warp.ShuffleXor));

    public static bool IsInStandIn(MethodBase method) => method.Module == typeof(KernelMethods).Module;

    /// <summary>Whether a thread waits there for the others of its group.</summary>
    /// <param name="method">A method.</param>
    public static bool IsSuspension(MethodBase method) =>
        IsMeeting(method) || (method.DeclaringType == typeof(Group) && method.Name == nameof(Group.Barrier));

    /// <summary>Whether a thread waits there, but memory does not.</summary>
    /// <param name="method">A method.</param>
    public static bool IsMeeting(MethodBase method) => method.DeclaringType == typeof(Warp) && method.Name == nameof(Warp.Meet);

    public static bool IsAllocation(MethodBase method) => method.DeclaringType == typeof(SharedMemory);

    /// <summary>Whether it is an indexer of a view.</summary>
    /// <param name="method">A method of the stand-in.</param>
    public static bool IsElement(MethodBase method) => IsView(method) && method.Name == "get_Item";

    /// <summary>Whether it asks the running thread; see <see cref="Place"/>.</summary>
    /// <param name="method">A method of the stand-in.</param>
    public static bool IsPlace(MethodBase method) =>
        method.DeclaringType == typeof(Group) || method.DeclaringType == typeof(Grid) || method.DeclaringType == typeof(Warp);

    /// <summary>Whether it can find something wrong, and wants to know where it was called.</summary>
    /// <param name="method">A method of the stand-in.</param>
    public static bool IsChecked(MethodBase method) =>
        (IsView(method) && method.Name is "get_Item" or "SubView" or "Cast") || method.DeclaringType == typeof(ArrayViewExtensions)
        || method.DeclaringType == typeof(Atomic) || (method.DeclaringType == typeof(Warp) && method.Name == nameof(Warp.Get));

    public Treatment Of(MethodBase method)
    {
        if (IsStandIn(method) || method.Module == typeof(object).Module)
            return Treatment.AsIs;

        if (known.TryGetValue(method, out var treatment))
            return treatment ?? throw Reject(method, "it calls itself");

        known.Add(method, null);
        try
        {
            treatment = Examine(method);
            known[method] = treatment;
            return treatment.Value;
        }
        catch
        {
            known.Remove(method);
            throw;
        }
    }

    public static Exception Reject(MethodBase method, string why) =>
        new NotSupportedException($"{Sites.Name(method)} cannot be part of a kernel: {why}.");

    private Treatment Examine(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            throw Reject(method, "it has no IL");

        if (body.ExceptionHandlingClauses.Count > 0)
            throw Reject(method, "it handles exceptions");

        var treatment = Treatment.AsIs;
        foreach (var instruction in IlReader.Read(method, NewLocals(body)))
        {
            if (Unsupported.Reason(instruction) is { } reason)
                throw Reject(method, $"{reason} at {Sites.Describe(instruction.Site)}");

            if (instruction.Operand is MethodBase called)
                treatment = (Treatment)Math.Max((int)treatment, (int)Effect(instruction, called));
        }

        return treatment;
    }

    public static Local[] NewLocals(MethodBody body) => [.. body.LocalVariables.Select(static local => new Local(local.LocalType))];

    private Treatment Effect(Instruction instruction, MethodBase called)
    {
        if (IsSuspension(called) || IsAllocation(called))
            return Treatment.Inlined;

        if (IsStandIn(called))
            return IsChecked(called) || IsPlace(called) ? Treatment.Compiled : Treatment.AsIs;

        var treatment = Of(called);
        if (treatment != Treatment.AsIs && instruction.Code != OpCodes.Call)
            throw Reject(called, "it accesses memory and is called as a constructor or through a type");

        return treatment;
    }

    private static bool IsView(MethodBase method) =>
        method.DeclaringType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ArrayView<>);
}
