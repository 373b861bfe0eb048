using System.Reflection;
using ILGPU.Backends;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.IR.Types;
using ILGPU.IR.Values;
using ILGPU.Runtime.Cuda;
using CompoundRegister = ILGPU.Backends.RegisterAllocator<ILGPU.Backends.PTX.PTXRegisterKind>.CompoundRegister;
using PrimitiveRegister = ILGPU.Backends.RegisterAllocator<ILGPU.Backends.PTX.PTXRegisterKind>.PrimitiveRegister;

namespace TileKit.Ilgpu;

/// <summary>The instructions of <see cref="TensorCore"/>, and what turns bytes for them: operands and results stay in registers.</summary>
internal static class TensorCoreIntrinsics
{
    public static void Register(IntrinsicImplementationManager manager)
    {
        Register(nameof(TensorCore.LoadRows), LoadRows);
        Register(nameof(TensorCore.LoadBytes), LoadRows);
        Register(nameof(TensorCore.LoadFloats), LoadRows);
        Register(nameof(TensorCore.LoadColumns), LoadColumns);
        Register(nameof(TensorCore.PackBFloat16), PackBFloat16);
        Register(nameof(TensorCore.PackHalf), PackHalf);
        Register(nameof(TensorCore.RoundTF32), RoundTF32);
        Register(nameof(TensorCore.MultiplyBFloat16), MultiplyBFloat16);
        Register(nameof(TensorCore.MultiplyHalf), MultiplyHalf);
        Register(nameof(TensorCore.MultiplyTF32), MultiplyTF32);
        Register(nameof(TensorCore.MultiplySByte), MultiplySByte);
        RegisterMethod(((Func<int, int, int, int>)U8.PickBytes).Method, PickBytes);

        void Register(string name, PTXIntrinsic.Handler handler) => RegisterMethod(typeof(TensorCore).GetMethod(name, BindingFlags.Public | BindingFlags.Static)!, handler);

        void RegisterMethod(MethodInfo method, PTXIntrinsic.Handler handler) =>
            manager.RegisterMethod(method, new PTXIntrinsic(handler.Method, IntrinsicImplementationMode.GenerateCode, CudaArchitecture.SM_80));
    }

    private static void LoadRows(PTXBackend backend, PTXCodeGenerator generator, Value value) => Load(generator, (MethodCall)value, "");

    private static void LoadColumns(PTXBackend backend, PTXCodeGenerator generator, Value value) => Load(generator, (MethodCall)value, ".trans");

    private static void PackBFloat16(PTXBackend backend, PTXCodeGenerator generator, Value value) => Pack(generator, (MethodCall)value, "cvt.rn.bf16x2.f32");

    private static void PackHalf(PTXBackend backend, PTXCodeGenerator generator, Value value) => Pack(generator, (MethodCall)value, "cvt.rn.f16x2.f32");

    private static void MultiplyBFloat16(PTXBackend backend, PTXCodeGenerator generator, Value value) => Multiply(generator, (MethodCall)value, "m16n8k16.row.col.f32.bf16.bf16.f32");

    private static void MultiplyHalf(PTXBackend backend, PTXCodeGenerator generator, Value value) => Multiply(generator, (MethodCall)value, "m16n8k16.row.col.f32.f16.f16.f32");

    private static void MultiplyTF32(PTXBackend backend, PTXCodeGenerator generator, Value value) => Multiply(generator, (MethodCall)value, "m16n8k8.row.col.f32.tf32.tf32.f32");

    // without .satfinite sums wrap around
    private static void MultiplySByte(PTXBackend backend, PTXCodeGenerator generator, Value value) => Multiply(generator, (MethodCall)value, "m16n8k32.row.col.s32.s8.s8.s32");

    private static void PickBytes(PTXBackend backend, PTXCodeGenerator generator, Value value)
    {
        var call = (MethodCall)value;
        PrimitiveRegister[] arguments = [.. Enumerable.Range(0, 3).Select(i => generator.LoadPrimitive(call[i].Resolve()))];
        var result = generator.AllocateHardware(value);
        using var command = generator.BeginCommand("prmt.b32");
        command.AppendArgument(result);
        command.AppendArgument(arguments[0]);
        command.AppendArgument(arguments[1]);
        command.AppendArgument(arguments[2]);
    }

    private static void RoundTF32(PTXBackend backend, PTXCodeGenerator generator, Value value)
    {
        var number = generator.LoadPrimitive(((MethodCall)value)[0].Resolve());
        var result = generator.AllocateHardware(value);
        using var command = generator.BeginCommand("cvt.rna.tf32.f32");
        command.AppendArgument(result);
        command.AppendArgument(number);
    }

    private static void Load(PTXCodeGenerator generator, MethodCall call, string turned)
    {
        var row = call[0].Resolve();
        if (((AddressSpaceType)row.Type).AddressSpace != MemoryAddressSpace.Shared)
        {
            throw new NotSupportedException("Matrices are loaded from shared memory.");
        }

        var address = generator.LoadHardware(row);
        var result = Lanes(generator, call);
        using var command = generator.BeginCommand($"ldmatrix.sync.aligned.m8n8.x4{turned}.shared.b16");
        command.AppendVectorArgument(result);
        command.AppendArgumentValue(address);
    }

    // the instruction's first number becomes the upper half
    private static void Pack(PTXCodeGenerator generator, MethodCall call, string instruction)
    {
        var low = generator.LoadPrimitive(call[0].Resolve());
        var high = generator.LoadPrimitive(call[1].Resolve());
        var result = generator.AllocateHardware(call);
        using var command = generator.BeginCommand(instruction);
        command.AppendArgument(result);
        command.AppendArgument(high);
        command.AppendArgument(low);
    }

    private static void Multiply(PTXCodeGenerator generator, MethodCall call, string form)
    {
        PrimitiveRegister[] arguments = [.. Enumerable.Range(0, 10).Select(i => generator.LoadPrimitive(call[i].Resolve()))];
        var result = Lanes(generator, call);
        using var command = generator.BeginCommand($"mma.sync.aligned.{form}");
        command.AppendVectorArgument(result);
        command.AppendVectorArgument(arguments[..4]);
        command.AppendVectorArgument(arguments[4..6]);
        command.AppendVectorArgument(arguments[6..]);
    }

    private static PrimitiveRegister[] Lanes(PTXCodeGenerator generator, MethodCall call) =>
        ((CompoundRegister)generator.Allocate(call)).SliceAs<PrimitiveRegister>(0, 4);
}
