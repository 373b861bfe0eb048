using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.IR.Types;
using ILGPU.IR.Values;

namespace TileKit.Ilgpu;

/// <summary>What ILGPU writes for the functions of <see cref="Lanes"/> that it has no instruction for, and for what it writes otherwise than needed.</summary>
internal static class KernelIntrinsics
{
    /// <summary>Registers the functions with a context, before a backend of that context exists; without it they do not compile.</summary>
    public static void Register(Context.Builder builder)
    {
        var manager = builder.GetIntrinsicManager();
        var fma = ((Func<float, float, float, float>)Lanes.Fma).Method;
        PTXIntrinsic.Handler fmaToPtx = FmaToPtx;
        CLIntrinsic.Handler fmaToOpenCl = FmaToOpenCl;
        manager.RegisterMethod(fma, new PTXIntrinsic(fmaToPtx.Method, IntrinsicImplementationMode.GenerateCode));
        manager.RegisterMethod(fma, new CLIntrinsic(fmaToOpenCl.Method, IntrinsicImplementationMode.GenerateCode));

        var fence = ((Action)Fence.Shared).Method;
        PTXIntrinsic.Handler fenceToPtx = FenceToPtx;
        CLIntrinsic.Handler fenceToOpenCl = FenceToOpenCl;
        manager.RegisterMethod(fence, new PTXIntrinsic(fenceToPtx.Method, IntrinsicImplementationMode.GenerateCode));
        manager.RegisterMethod(fence, new CLIntrinsic(fenceToOpenCl.Method, IntrinsicImplementationMode.GenerateCode));

        CLIntrinsic.Handler addFloat = AddFloatToOpenCl;
        CLIntrinsic.Handler addInt = AddIntToOpenCl;
        manager.RegisterGenericAtomic(
            AtomicKind.Add, BasicValueType.Float32, new CLIntrinsic(addFloat.Method, IntrinsicImplementationMode.GenerateCode));
        manager.RegisterGenericAtomic(
            AtomicKind.Add, BasicValueType.Int32, new CLIntrinsic(addInt.Method, IntrinsicImplementationMode.GenerateCode));
    }

    // ILGPU's own are OpenCL 2's, through generic pointers, which PoCL 3 has not; these are OpenCL 1's, which all drivers have
    private static void AddIntToOpenCl(CLBackend backend, CLCodeGenerator generator, Value value)
    {
        var atomic = (GenericAtomic)value;
        var (target, added, space) = (generator.Load(atomic.Target), generator.Load(atomic.Value), Space(atomic));
        using var statement = generator.BeginStatement(generator.Allocate(value));
        statement.AppendOperation($"atomic_add((volatile {space} int*){target}, {added})");
    }

    // a sum replaces what was read until nobody has written in between
    private static void AddFloatToOpenCl(CLBackend backend, CLCodeGenerator generator, Value value)
    {
        var atomic = (GenericAtomic)value;
        var (target, added, space) = (generator.Load(atomic.Target), generator.Load(atomic.Value), Space(atomic));
        var result = generator.Allocate(value);
        using (var read = generator.BeginStatement(result))
        {
            read.AppendOperation($"*(volatile {space} float*){target}");
        }

        using var exchange = generator.BeginStatement(
            $"for (int seen; (seen = atomic_cmpxchg((volatile {space} int*){target}, as_int({result}), as_int({result} + {added}))) != as_int({result}); ");
        exchange.AppendOperation($"{result} = as_float(seen))");
    }

    private static string Space(GenericAtomic atomic) => ((AddressSpaceType)atomic.Target.Type).AddressSpace switch
    {
        MemoryAddressSpace.Global => "global",
        MemoryAddressSpace.Shared => "local",
        var other => throw new NotSupportedException($"An atomic addition to {other} memory."),
    };

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
