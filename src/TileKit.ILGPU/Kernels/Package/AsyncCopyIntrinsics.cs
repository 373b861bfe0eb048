using System.Reflection;
using ILGPU.Backends;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.IR.Types;
using ILGPU.IR.Values;
using ILGPU.Runtime.Cuda;

namespace TileKit.Ilgpu;

/// <summary>The instructions of <see cref="AsyncCopy"/> (PTX ISA, <i>Data movement and conversion instructions: asynchronous copy</i>).</summary>
internal static class AsyncCopyIntrinsics
{
    private const int Bytes = 16;

    public static void Register(IntrinsicImplementationManager manager)
    {
        Register(nameof(AsyncCopy.StartWhole), StartWhole);
        Register(nameof(AsyncCopy.StartPart), StartPart);
        Register(nameof(AsyncCopy.StartWholeFloats), StartWhole);
        Register(nameof(AsyncCopy.StartPartOfFloats), StartPart);
        Register(nameof(AsyncCopy.Wait), Wait);

        void Register(string name, PTXIntrinsic.Handler handler) => manager.RegisterMethod(
            typeof(AsyncCopy).GetMethod(name, BindingFlags.Public | BindingFlags.Static)!,
            new PTXIntrinsic(handler.Method, IntrinsicImplementationMode.GenerateCode, CudaArchitecture.SM_80));
    }

    private static void StartWhole(PTXBackend backend, PTXCodeGenerator generator, Value value) => Start(generator, (MethodCall)value, isWhole: true);

    private static void StartPart(PTXBackend backend, PTXCodeGenerator generator, Value value) => Start(generator, (MethodCall)value, isWhole: false);

    private static void Wait(PTXBackend backend, PTXCodeGenerator generator, Value value)
    {
        using var command = generator.BeginCommand("cp.async.wait_all");
    }

    // past the level 1 cache: a group reads an element once
    private static void Start(PTXCodeGenerator generator, MethodCall call, bool isWhole)
    {
        var (to, from) = (call[0].Resolve(), call[1].Resolve());
        Require(to, MemoryAddressSpace.Shared);
        Require(from, MemoryAddressSpace.Global);
        var (target, source) = (generator.LoadHardware(to), generator.LoadHardware(from));
        var read = isWhole ? null : generator.LoadPrimitive(call[2].Resolve());
        using var command = generator.BeginCommand("cp.async.cg.shared.global");
        command.AppendArgumentValue(target);
        command.AppendArgumentValue(source);
        command.AppendConstant(Bytes);
        if (read is not null)
        {
            command.AppendArgument(read);
        }
    }

    private static void Require(Value address, MemoryAddressSpace space)
    {
        if (((AddressSpaceType)address.Type).AddressSpace != space)
        {
            throw new NotSupportedException("Copies go from global to shared memory.");
        }
    }
}
