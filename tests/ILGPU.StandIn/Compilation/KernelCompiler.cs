using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ILGPU.Sanitizer;

/// <summary>
/// Compiles a kernel from its IL, as ILGPU does, to IL that calls <see cref="Access"/> before every load and store that may be to memory
/// of the device. So reads and writes are told apart although the indexer of a view returns a reference. The kernel itself becomes a method
/// that can be left at a barrier and entered again behind it: threads need no stack of their own.
/// </summary>
/// <param name="kernel">The kernel: static, with one argument.</param>
internal sealed class KernelCompiler(MethodInfo kernel)
{
    // Kernels share what they call: compiling a library anew for each would cost more than the kernels.
    private static readonly Lock Gate = new();
    private static readonly KernelMethods Methods = new();
    private static readonly Dictionary<(MethodBase Method, bool IsOwn), DynamicMethod> Compiled = [];

    /// <summary>The types of what a method takes, what it is called on first.</summary>
    /// <param name="method">The method.</param>
    public static Type[] Parameters(MethodBase method)
    {
        var parameters = method.GetParameters().Select(static parameter => parameter.ParameterType);
        return [.. method.IsStatic ? parameters : parameters.Prepend(method.DeclaringType!.MakeByRefType())];
    }

    /// <summary>Compiles the kernel.</summary>
    /// <param name="box">The StrongBox that holds the argument.</param>
    /// <param name="newFrame">Makes what a thread keeps its locals in over suspensions.</param>
    /// <param name="meetings">Which suspensions, by their numbers, are no barriers.</param>
    public DynamicMethod Compile(Type box, out Func<Array[]> newFrame, out bool[] meetings)
    {
        lock (Gate)
            return CompileKernel(box, out newFrame, out meetings);
    }

    /// <summary>A method that the kernel calls, compiled once for all kernels.</summary>
    /// <param name="method">The method.</param>
    public DynamicMethod Compile(MethodInfo method)
    {
        var isOwn = method.Module == kernel.Module;
        if (Compiled.TryGetValue((method, isOwn), out var known))
            return known;

        var parameters = Parameters(method);
        var result = new DynamicMethod(
            method.Name, method.ReturnType, [.. parameters, typeof(KernelThread)], typeof(KernelCompiler).Module, skipVisibility: true);
        var instructions = IlReader.Read(method, KernelMethods.NewLocals(method.GetMethodBody()!));
        Emit(instructions, parameters, result, parameters.Length, isOwn, suspension: null);
        Compiled.Add((method, isOwn), result);
        return result;
    }

    private DynamicMethod CompileKernel(Type box, out Func<Array[]> newFrame, out bool[] meetings)
    {
        Methods.Of(kernel);
        var instructions = Flattener.Kernel(kernel, Methods, out var argument);

        // A kernel is entered once for each thread and suspension, and C# reads no local before it is written: nothing need be cleared.
        var method = new DynamicMethod(kernel.Name, typeof(int), [typeof(KernelThread), box], typeof(KernelCompiler).Module, skipVisibility: true)
        {
            InitLocals = false,
        };

        var suspension = new Suspension(kernel, instructions, method.GetILGenerator());
        suspension.Enter(argument, box.GetField(nameof(StrongBox<>.Value))!);
        Emit(instructions, [], method, threadArgument: 0, isOwn: true, suspension);
        suspension.Leave();
        newFrame = suspension.Frame.Maker;
        meetings = suspension.Meetings;
        return method;
    }

    private void Emit(
        List<Instruction> instructions, Type[] parameters, DynamicMethod method, int threadArgument, bool isOwn, Suspension? suspension)
    {
        var emitter = new KernelEmitter(this, Methods, method.GetILGenerator(), threadArgument, isOwn, suspension);
        emitter.Emit(instructions, EvaluationStack.Follow(instructions, parameters));
    }
}
