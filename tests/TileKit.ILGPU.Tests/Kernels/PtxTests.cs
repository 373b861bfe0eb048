#if ILGPU_PACKAGE
using System.Text.RegularExpressions;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Group = ILGPU.Group;

namespace TileKit.Ilgpu.Tests.Kernels;

/// <summary>What ILGPU makes of the device library for CUDA; that needs neither a GPU nor a driver.</summary>
public class PtxTests
{
    [Fact]
    public void A_multiply_add_is_one_instruction()
    {
        var ptx = Ptx(MultiplyAdd);
        Assert.Equal(16, Regex.Count(ptx, "fma\\.rn\\.f32"));
        Assert.DoesNotContain("mul.f32", ptx, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_loads_and_stores_move_sixteen_bytes()
    {
        var ptx = Ptx(MultiplyAdd);
        Assert.Equal(3 * 4, Regex.Count(ptx, "ld\\.global\\.v4\\.f32"));
        Assert.Equal(4, Regex.Count(ptx, "st\\.global\\.v4\\.f32"));

        var shared = Ptx(ThroughShared);
        Assert.Equal(1 + 4, Regex.Count(shared, "ld\\.shared\\.v4\\.f32"));
        Assert.Equal(1, Regex.Count(shared, "st\\.shared\\.v4\\.f32"));
        Assert.Equal(4, Regex.Count(shared, "ld\\.global\\.v4\\.b16"));
    }

    [Fact]
    public void Two_lanes_move_at_once()
    {
        var ptx = Ptx(Pairs);
        Assert.Equal(1, Regex.Count(ptx, "ld\\.global\\.v2\\.f32"));
        Assert.Equal(1, Regex.Count(ptx, "ld\\.shared\\.v2\\.f32"));
        Assert.Equal(1, Regex.Count(ptx, "st\\.shared\\.v2\\.f32"));
        Assert.Equal(1, Regex.Count(ptx, "st\\.global\\.v2\\.f32"));
        Assert.Equal(1, Regex.Count(ptx, "ld\\.global\\.v2\\.b16"));
        Assert.Equal(1, Regex.Count(ptx, "st\\.global\\.v2\\.b16"));
        Assert.Equal(1, Regex.Count(ptx, "ld\\.global\\.v2\\.b8"));
        Assert.Equal(1, Regex.Count(ptx, "st\\.global\\.v2\\.b8"));
    }

    [Fact]
    public void Lanes_stay_in_registers()
    {
        Action<Buffers>[] kernels = [MultiplyAdd, ThroughShared, Pairs, Elementary, Guarded];
        foreach (var kernel in kernels)
        {
            var ptx = Ptx(kernel);
            Assert.DoesNotContain(".local", ptx, StringComparison.Ordinal);
            Assert.DoesNotContain("call", ptx, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_copy_is_one_instruction_and_needs_no_register_for_what_it_moves()
    {
        var ptx = Ptx(Copied);
        Assert.Equal(1, Regex.Count(ptx, @"cp\.async\.cg\.shared\.global\s+\[%rd\d+\], \[%rd\d+\], 16;"));
        Assert.Equal(1, Regex.Count(ptx, @"cp\.async\.cg\.shared\.global\s+\[%rd\d+\], \[%rd\d+\], 16, %r\d+;"));
        Assert.DoesNotContain(".local", ptx, StringComparison.Ordinal);

        // nothing is loaded from shared memory before it has arrived
        string[] order = ["cp.async.cg", "cp.async.wait_all", "bar.sync", "ld.shared", "cp.async.wait_all", "bar.sync", "ld.shared"];
        Assert.Equal(order, Regex.Matches(ptx, @"cp\.async\.wait_all|bar\.sync|ld\.shared|cp\.async\.cg(?=[^;]*16;)").Select(m => m.Value));
    }

    private static void Copied(Buffers x)
    {
        var tile = Fragments.Tile(SharedMemory.Allocate<ushort>(512));
        var place = Group.IdxX * 8;
        Copies.Start(tile, place, x.Halves, place);
        Copies.Wait();
        Fence.Shared();
        Group.Barrier();
        U16.Store4(x.Halves, place, U16.Load4(tile, 504 - place));
        Copies.Start(tile, place, x.Halves, place + 8, 3 - place);
        Copies.Wait();
        Fence.Shared();
        Group.Barrier();
        U16.Store4(x.Halves, place, U16.Load4(tile, 504 - place));
    }

    [Fact]
    public void A_conversion_is_one_instruction()
    {
        var ptx = Ptx(Converted);
        Assert.Equal(4, Regex.Count(ptx, "cvt\\.f32\\.f16"));
        Assert.Equal(4, Regex.Count(ptx, "cvt\\.rn\\.f16\\.f32"));
        Assert.Equal(4, Regex.Count(ptx, "cvt\\.rn\\.bf16\\.f32"));

        // older GPUs have no such instruction for BFloat16
        var older = Ptx(Converted, CudaArchitecture.SM_75);
        Assert.Equal(4, Regex.Count(older, "cvt\\.rn\\.f16\\.f32"));
        Assert.DoesNotContain("bf16", older, StringComparison.Ordinal);
        Assert.DoesNotContain("call", older, StringComparison.Ordinal);
    }

    private static void Converted(Buffers x)
    {
        var widened = F16.Widen(U16.Load4(x.Halves, 0));
        U16.Store4(x.Halves, 4, F16.Narrow(widened + widened));
        U16.Store4(x.Halves, 8, BF16.Narrow(widened));
    }

    private static void MultiplyAdd(Buffers x) =>
        F32.Store16(x.D, 0, Lanes.Fma(F32.Load16(x.A, 0), F32.Load16(x.B, 0), F32.Load16(x.C, 0)));

    private static void ThroughShared(Buffers x)
    {
        var shared = SharedMemory.Allocate<float>(64);
        F32.Store4(shared, 4, F32.Load4(x.A, 0));
        Group.Barrier();
        var a = F32.Load4(shared, 8);
        F32.Store16(x.D, 0, (Float16.All(Lanes.Sum(a)) * F32.Load16(shared, 16)) + F16.Widen(U16.Load16(x.Halves, 0)));
    }

    private static void Pairs(Buffers x)
    {
        var shared = SharedMemory.Allocate<float>(64);
        F32.Store2(shared, 2, F32.Load2(x.A, 6));
        Group.Barrier();
        var a = F32.Load2(shared, 4);
        F32.Store2(x.D, 2, Lanes.Fma(Lanes.Sum(a), a, F16.Widen(U16.Load2(x.Halves, 2))));
        U16.Store2(x.Halves, 10, BF16.Narrow(a));
        I8.Store2(x.Bytes, 6, Lanes.ToSByte(I8.Load2(x.Bytes, 2)));
    }

    private static void Elementary(Buffers x)
    {
        var a = F32.Load4(x.A, 0);
        var b = Lanes.Exp(a) + Lanes.Exp2(a) + Lanes.Log(a) + Lanes.Log2(a) + Lanes.Sqrt(a) + Lanes.Rsqrt(a) + Lanes.Tanh(a);
        b += Lanes.Sigmoid(a) + Lanes.Silu(a) + Lanes.Gelu(a) + Lanes.Relu(a) + Lanes.RoundToHalf(a) + Lanes.RoundToBFloat16(a);
        F32.Store4(x.D, 0, Lanes.Select(Lanes.Less(a, b), b, Lanes.ToFloat(Lanes.ToInt(a))));
    }

    private static void Guarded(Buffers x)
    {
        var count = (int)Group.IdxX;
        F32.Store16(x.D, 0, F32.Load16(x.A, 0, count) + BF16.Widen(U16.Load16(x.Halves, 3, count)), count);
        F32.Store2(x.D, 16, F32.Load2(x.A, 16, count) + F16.Widen(U16.Load2(x.Halves, 17, count)), count);
        I8.Store2(x.Bytes, 1, I8.Load2(x.Bytes, 5, count), count);
        Atomics.Add2(x.C, 1, Float2.All(1f), count);
    }

    private static string Ptx(Action<Buffers> kernel, CudaArchitecture? architecture = null)
    {
        using var context = Context.Create(builder =>
        {
            builder.Optimize(OptimizationLevel.O2);
            KernelIntrinsics.Register(builder);
        });
        var chosen = architecture ?? CudaArchitecture.SM_80;
        using var backend = new PTXBackend(context, new CudaCapabilityContext(chosen), chosen, CudaInstructionSet.ISA_80, null!);
        var compiled = (PTXCompiledKernel)backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(kernel.Method), default);
        return compiled.PTXAssembly;
    }

    internal struct Buffers
    {
        public ArrayView<float> A, B, C, D;
        public ArrayView<ushort> Halves;
        public ArrayView<sbyte> Bytes;
    }
}
#endif
