using System.Reflection;
using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.IR.Values;

namespace TileKit.Ilgpu;

/// <summary>What ILGPU writes for functions of kernels that it has no instruction for, or not the one that is wanted.</summary>
internal static class KernelIntrinsics
{
    /// <summary>Registers the functions with a context, before a backend of that context exists; without it they do not compile.</summary>
    public static void Register(Context.Builder builder)
    {
        var manager = builder.GetIntrinsicManager();
        Register(manager, ((Func<float, float, float, float>)Lanes.Fma).Method, FmaToPtx, FmaToOpenCl);
        Register(manager, ((Action)Fence.Shared).Method, FenceToPtx, FenceToOpenCl);
        AtomicIntrinsics.Register(manager);
        ConversionIntrinsics.Register(manager);
        TensorCoreIntrinsics.Register(manager);
        AsyncCopyIntrinsics.Register(manager);
        foreach (var (function, body) in LateFunctions.All())
        {
            manager.RegisterMethod(function, new PTXIntrinsic(body, IntrinsicImplementationMode.Redirect));
            manager.RegisterMethod(function, new CLIntrinsic(body, IntrinsicImplementationMode.Redirect));
        }
    }

    public static void Register(IntrinsicImplementationManager manager, MethodInfo method, PTXIntrinsic.Handler ptx, CLIntrinsic.Handler openCl)
    {
        manager.RegisterMethod(method, new PTXIntrinsic(ptx.Method, IntrinsicImplementationMode.GenerateCode));
        manager.RegisterMethod(method, new CLIntrinsic(openCl.Method, IntrinsicImplementationMode.GenerateCode));
    }

    // a CUDA barrier orders all memory
    private static void FenceToPtx(PTXBackend backend, PTXCodeGenerator generator, Value value)
    {
    }

    private static void FenceToOpenCl(CLBackend backend, CLCodeGenerator generator, Value value)
    {
        using var statement = generator.BeginStatement("mem_fence");
        statement.BeginArguments();
        statement.AppendArgument();
        statement.AppendCommand("CLK_LOCAL_MEM_FENCE");
        statement.EndArguments();
    }

    private static void FmaToPtx(PTXBackend backend, PTXCodeGenerator generator, Value value)
    {
        var call = (MethodCall)value;
        var a = generator.LoadPrimitive(call[0].Resolve());
        var b = generator.LoadPrimitive(call[1].Resolve());
        var c = generator.LoadPrimitive(call[2].Resolve());
        var result = generator.AllocateHardware(value);
        using var command = generator.BeginCommand("fma.rn.f32");
        command.AppendArgument(result);
        command.AppendArgument(a);
        command.AppendArgument(b);
        command.AppendArgument(c);
    }

    // PoCL makes vectors of it; of a product and a sum it would make two instructions, since it compiles without contraction
    private static void FmaToOpenCl(CLBackend backend, CLCodeGenerator generator, Value value)
    {
        var call = (MethodCall)value;
        var a = generator.Load(call[0].Resolve());
        var b = generator.Load(call[1].Resolve());
        var c = generator.Load(call[2].Resolve());
        using var statement = generator.BeginStatement(generator.Allocate(value), "fma");
        statement.BeginArguments();
        statement.AppendArgument(a);
        statement.AppendArgument(b);
        statement.AppendArgument(c);
        statement.EndArguments();
    }
}
