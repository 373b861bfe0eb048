using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ILGPU.Sanitizer;

/// <summary>A kernel with checks, as a method that runs one thread to its next suspension: a barrier, or where warps meet.</summary>
/// <typeparam name="T">The type of the kernel's argument.</typeparam>
internal sealed class CompiledKernel<T>
    where T : struct
{
    /// <summary>What a step returns when the thread has ended; otherwise it is the number of the suspension.</summary>
    public const int Ended = 0;

    private static readonly ConcurrentDictionary<MethodInfo, CompiledKernel<T>> Known = new();

    private readonly bool[] meetings;

    private CompiledKernel(MethodInfo kernel)
    {
        Name = Sites.Name(kernel);
        var compiler = new KernelCompiler(kernel);
        var step = compiler.Compile(typeof(StrongBox<T>), out var newFrame, out meetings);
        NewFrame = newFrame;
        Step = step.CreateDelegate<Func<KernelThread, StrongBox<T>, int>>();
    }

    public string Name { get; }

    /// <summary>Makes what a thread keeps its locals in.</summary>
    public Func<Array[]> NewFrame { get; }

    public Func<KernelThread, StrongBox<T>, int> Step { get; }

    /// <summary>The compiled kernel of a method: of its first compilation, for it knows of no accelerator.</summary>
    /// <param name="kernel">The method.</param>
    public static CompiledKernel<T> Of(MethodInfo kernel) => Known.GetOrAdd(kernel, static method => new(method));

    /// <summary>Whether the warps meet where a step stopped: no barrier.</summary>
    /// <param name="stopped">What the step returned.</param>
    public bool IsMeeting(int stopped) => meetings[stopped];
}
