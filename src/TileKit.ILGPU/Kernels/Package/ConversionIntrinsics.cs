using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.IR.Values;
using ILGPU.Runtime.Cuda;

namespace TileKit.Ilgpu;

/// <summary>
/// Half and BFloat16 to float and back: an instruction each on CUDA, and on OpenCL one expression, where ILGPU would keep a dozen values of each
/// through all that it does.
/// </summary>
internal static class ConversionIntrinsics
{
    public static void Register(IntrinsicImplementationManager manager)
    {
        var toFloat = ((Func<ushort, float>)HalfBits.ToFloat).Method;
        var fromFloat = ((Func<float, ushort>)HalfBits.FromFloat).Method;
        KernelIntrinsics.Register(manager, toFloat, ToFloatInPtx, ToFloatInOpenCl);
        KernelIntrinsics.Register(manager, fromFloat, FromFloatInPtx, FromFloatInOpenCl);

        // the instruction came with SM 8.0
        var round = ((Func<float, ushort>)BFloat16Bits.FromFloat).Method;
        PTXIntrinsic.Handler roundInPtx = RoundInPtx;
        CLIntrinsic.Handler roundInOpenCl = RoundInOpenCl;
        var onBits = ((Func<float, ushort>)BFloat16Bits.Round).Method;
        manager.RegisterMethod(round, new PTXIntrinsic(onBits, IntrinsicImplementationMode.Redirect, null, CudaArchitecture.SM_80));
        manager.RegisterMethod(round, new PTXIntrinsic(roundInPtx.Method, IntrinsicImplementationMode.GenerateCode, CudaArchitecture.SM_80));
        manager.RegisterMethod(round, new CLIntrinsic(roundInOpenCl.Method, IntrinsicImplementationMode.GenerateCode));
    }

    private static void ToFloatInPtx(PTXBackend backend, PTXCodeGenerator generator, Value value) => Convert(generator, value, "cvt.f32.f16");

    private static void FromFloatInPtx(PTXBackend backend, PTXCodeGenerator generator, Value value) => Convert(generator, value, "cvt.rn.f16.f32");

    private static void RoundInPtx(PTXBackend backend, PTXCodeGenerator generator, Value value) => Convert(generator, value, "cvt.rn.bf16.f32");

    private static void Convert(PTXCodeGenerator generator, Value value, string instruction)
    {
        var argument = generator.LoadPrimitive(((MethodCall)value)[0].Resolve());
        var result = generator.AllocateHardware(value);
        using var command = generator.BeginCommand(instruction);
        command.AppendArgument(result);
        command.AppendArgument(argument);
    }

    // HalfBits.ToFloat in one expression
    private static void ToFloatInOpenCl(CLBackend backend, CLCodeGenerator generator, Value value)
    {
        var bits = generator.Load(((MethodCall)value)[0].Resolve());
        using var statement = generator.BeginStatement(generator.Allocate(value));
        statement.AppendOperation($"as_float((({bits} & 0x7FFF) << 13 > 0x0F7FE000 ? (({bits} & 0x7FFF) << 13) + 0x70000000 : ({bits} & 0x7FFF) << 13 < 0x00800000 ? ");
        statement.AppendOperation($"as_int(as_float((({bits} & 0x7FFF) << 13) + 0x38800000) - as_float(0x38800000)) : (({bits} & 0x7FFF) << 13) + 0x38000000)");
        statement.AppendOperation($" | ({bits} & 0x8000) << 16)");
    }

    // HalfBits.FromFloat in one expression
    private static void FromFloatInOpenCl(CLBackend backend, CLCodeGenerator generator, Value value)
    {
        var number = generator.Load(((MethodCall)value)[0].Resolve());
        using var statement = generator.BeginStatement(generator.Allocate(value));
        statement.AppendOperation($"(ushort)((fabs({number}) >= 65536.0f ? 0x7C00 : isnan({number}) ? 0x7E00 : fabs({number}) < as_float(0x38800000) ? ");
        statement.AppendOperation($"as_int(fabs({number}) + 0.5f) - 0x3F000000 : (as_int(fabs({number})) + (as_int({number}) >> 13 & 1) - 0x37FFF001) >> 13)");
        statement.AppendOperation($" | as_int({number}) >> 16 & 0x8000)");
    }

    // BFloat16Bits.Round in one expression
    private static void RoundInOpenCl(CLBackend backend, CLCodeGenerator generator, Value value)
    {
        var number = generator.Load(((MethodCall)value)[0].Resolve());
        using var statement = generator.BeginStatement(generator.Allocate(value));
        statement.AppendOperation($"(ushort)((as_int({number}) & 0x7FFFFFFF) > 0x7F800000 ? as_int({number}) >> 16 | 0x40 : ");
        statement.AppendOperation($"(as_int({number}) + (as_int({number}) >> 16 & 1) + 0x7FFF) >> 16)");
    }
}
