using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.IR.Types;
using ILGPU.IR.Values;

namespace TileKit.Ilgpu;

/// <summary>
/// Atomic additions on OpenCL. ILGPU's own are those of OpenCL 2, through generic pointers, which PoCL 3 has not; these are OpenCL 1's, which all
/// drivers have.
/// </summary>
internal static class AtomicIntrinsics
{
    public static void Register(IntrinsicImplementationManager manager)
    {
        CLIntrinsic.Handler addFloat = AddFloat;
        CLIntrinsic.Handler addInt = AddInt;
        manager.RegisterGenericAtomic(AtomicKind.Add, BasicValueType.Float32, new CLIntrinsic(addFloat.Method, IntrinsicImplementationMode.GenerateCode));
        manager.RegisterGenericAtomic(AtomicKind.Add, BasicValueType.Int32, new CLIntrinsic(addInt.Method, IntrinsicImplementationMode.GenerateCode));
    }

    private static void AddInt(CLBackend backend, CLCodeGenerator generator, Value value)
    {
        var atomic = (GenericAtomic)value;
        var (target, added, space) = (generator.Load(atomic.Target), generator.Load(atomic.Value), Space(atomic));
        using var statement = generator.BeginStatement(generator.Allocate(value));
        statement.AppendOperation($"atomic_add((volatile {space} int*){target}, {added})");
    }

    // a sum replaces what was read until nobody has written in between
    private static void AddFloat(CLBackend backend, CLCodeGenerator generator, Value value)
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
}
