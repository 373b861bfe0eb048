    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN", "BK"],
            3,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [64, 64, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 256, lanes: 4, sharedBytes: 18944, registers: 44, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [64, 64, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 16, sharedBytes: 9472, registers: 104, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant1)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [64, 64, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 128, lanes: 2, sharedBytes: 19456, registers: 64, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant2, tensorCores: true)));

        public void Launch(global::TileKit.IlgpuDevice device, DeviceTensor<float> tensor0, DeviceTensor<float> tensor1, DeviceTensor<float> tensor2, DeviceTensor<float> tensor3)
        {
            var shape = Check();
            var arguments = new global::TileKit.Generated.Ilgpu.Kernels_RunArguments
            {
                x = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor0),
                w = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor1),
                bias = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor2),
                y = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor3),
                exact = device.TensorCores == global::TileKit.TensorCores.Tf32 ? 0 : 1,
            };
            global::TileKit.Ilgpu.IlgpuLauncher.Run(device, Ilgpu, shape, ref this, arguments);
        }

        public void SetSizes(ReadOnlySpan<int> sizes)
        {
            BM = sizes[0];
            BN = sizes[1];
            BK = sizes[2];
        }

        public readonly long TempBytes() => 0;

        public readonly void SetTemps(ref global::TileKit.Generated.Ilgpu.Kernels_RunArguments arguments, global::TileKit.Ilgpu.IlgpuTemps temps)
        {
        }


        public readonly int Extent(int index) => 0;
        public readonly bool IsExact(int index) => false;

        public readonly long Instances(int grid)
        {
            int s4 = y.Cols;
            int s7 = y.Rows;
            int s10 = BM;
            int s11 = Extents.CeilDivide(s7, s10);
            int s13 = BN;
            int s14 = Extents.CeilDivide(s4, s13);
            return (long)s11 * (long)s14;
        }

        public readonly void Describe(int grid, ref global::TileKit.Ilgpu.IlgpuCost cost)
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            cost.Instances(t0);
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BK)), (double)1);
            cost.Stage(t1, BM, BK, 4, pipelined: true);
            cost.Stage(t1, BK, BN, 4, pipelined: true);
            cost.Mma(t1, BM, BN, BK, 4);
            cost.Map(t0, BM, BN, 1);
            cost.Map(t0, BM, BN, 25);
            cost.Memory(t0, BM, BN, 4);
        }
    }
}

namespace TileKit.Generated.Ilgpu
{
    using global::ILGPU;
    using global::TileKit.Ilgpu;
    using Math = global::System.Math;

    internal struct Kernels_RunArguments
    {
        public View<float> x;
        public View<float> w;
        public View<float> bias;
        public View<float> y;
        public int exact;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 64, BN = 64, BK = 16: 16 x 16 threads with 4 adjacent columns each, 18944 bytes of shared memory
        …

        // BM = 64, BN = 64, BK = 16: 16 x 4 threads with 16 adjacent columns each, 9472 bytes of shared memory
        public static void Variant1(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 4, tc0 = id0 % 4;
            int r0 = tr0;
            int r1 = tr0 + 16;
            int r2 = tr0 + 32;
            int r3 = tr0 + 48;
            int c0 = tc0 * 16;
            var x = arguments.x;
            var w = arguments.w;
            var bias = arguments.bias;
            var y = arguments.y;
            var m0 = SharedMemory.Allocate<float>(1280);
            var m1 = SharedMemory.Allocate<float>(1088);
            int s0 = x.Cols;
            int s4 = y.Cols;
            int s7 = y.Rows;
            int s10 = 64;
            int s11 = Extents.CeilDivide(s7, s10);
            int s13 = 64;
            int s14 = Extents.CeilDivide(s4, s13);
            int g0 = Grid.IdxX;
            int s16 = g0 % s14; g0 /= s14;
            int s15 = g0;
            float s17 = 0f;
            int s19 = 0;
            int s21 = 16;
            int s22 = Extents.CeilDivide(s0, s21);
            int s23 = 1;
            int e0r = 64;
            int e0c = 64;
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 64, s15);
            int e4 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, w.Cols), 64, s16);
            var v24_0_0 = Float16.All(s17);
            var v24_1_0 = Float16.All(s17);
            var v24_2_0 = Float16.All(s17);
            var v24_3_0 = Float16.All(s17);
            for (int s25 = s19; s25 < s22; s25 += s23)
            {
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 16, s25);
                int e3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, x.Cols), 16, s25);
                Fence.Shared(); Group.Barrier();
                {
                    var f0 = new Float4();
                    var f1 = new Float4();
                    var f2 = new Float4();
                    var f3 = new Float4();
                    var wf = x.At(x.Offset(0, 0, s15 * 64, s25 * 16));
                    if (e1 >= 64 & e2 >= 16 & (x.Cols & 3) == 0)
                    {
                        f0 = F32.Load4(wf, id0 / 4 * x.Cols + id0 % 4 * 4);
                        f1 = F32.Load4(wf, (id0 + 64) / 4 * x.Cols + (id0 + 64) % 4 * 4);
                        f2 = F32.Load4(wf, (id0 + 128) / 4 * x.Cols + (id0 + 128) % 4 * 4);
                        f3 = F32.Load4(wf, (id0 + 192) / 4 * x.Cols + (id0 + 192) % 4 * 4);
                    }
                    else
                    {
                        f0 = F32.Load4(wf, id0 / 4 * x.Cols + id0 % 4 * 4, id0 / 4 < e1 ? e2 - id0 % 4 * 4 : 0);
                        f1 = F32.Load4(wf, (id0 + 64) / 4 * x.Cols + (id0 + 64) % 4 * 4, (id0 + 64) / 4 < e1 ? e2 - (id0 + 64) % 4 * 4 : 0);
                        f2 = F32.Load4(wf, (id0 + 128) / 4 * x.Cols + (id0 + 128) % 4 * 4, (id0 + 128) / 4 < e1 ? e2 - (id0 + 128) % 4 * 4 : 0);
                        f3 = F32.Load4(wf, (id0 + 192) / 4 * x.Cols + (id0 + 192) % 4 * 4, (id0 + 192) / 4 < e1 ? e2 - (id0 + 192) % 4 * 4 : 0);
                    }
                    F32.Store4(m0, id0 / 4 * 20 + id0 % 4 * 4, f0);
                    F32.Store4(m0, (id0 + 64) / 4 * 20 + (id0 + 64) % 4 * 4, f1);
                    F32.Store4(m0, (id0 + 128) / 4 * 20 + (id0 + 128) % 4 * 4, f2);
                    F32.Store4(m0, (id0 + 192) / 4 * 20 + (id0 + 192) % 4 * 4, f3);
                }
                {
                    var f0 = new Float4();
                    var f1 = new Float4();
                    var f2 = new Float4();
                    var f3 = new Float4();
                    var wf = w.At(w.Offset(0, 0, s25 * 16, s16 * 64));
                    if (e3 >= 16 & e4 >= 64 & (w.Cols & 3) == 0)
                    {
                        f0 = F32.Load4(wf, id0 / 16 * w.Cols + id0 % 16 * 4);
                        f1 = F32.Load4(wf, (id0 + 64) / 16 * w.Cols + (id0 + 64) % 16 * 4);
                        f2 = F32.Load4(wf, (id0 + 128) / 16 * w.Cols + (id0 + 128) % 16 * 4);
                        f3 = F32.Load4(wf, (id0 + 192) / 16 * w.Cols + (id0 + 192) % 16 * 4);
                    }
                    else
                    {
                        f0 = F32.Load4(wf, id0 / 16 * w.Cols + id0 % 16 * 4, id0 / 16 < e3 ? e4 - id0 % 16 * 4 : 0);
                        f1 = F32.Load4(wf, (id0 + 64) / 16 * w.Cols + (id0 + 64) % 16 * 4, (id0 + 64) / 16 < e3 ? e4 - (id0 + 64) % 16 * 4 : 0);
                        f2 = F32.Load4(wf, (id0 + 128) / 16 * w.Cols + (id0 + 128) % 16 * 4, (id0 + 128) / 16 < e3 ? e4 - (id0 + 128) % 16 * 4 : 0);
                        f3 = F32.Load4(wf, (id0 + 192) / 16 * w.Cols + (id0 + 192) % 16 * 4, (id0 + 192) / 16 < e3 ? e4 - (id0 + 192) % 16 * 4 : 0);
                    }
                    F32.Store4(m1, id0 / 16 * 68 + id0 % 16 * 4, f0);
                    F32.Store4(m1, (id0 + 64) / 16 * 68 + (id0 + 64) % 16 * 4, f1);
                    F32.Store4(m1, (id0 + 128) / 16 * 68 + (id0 + 128) % 16 * 4, f2);
                    F32.Store4(m1, (id0 + 192) / 16 * 68 + (id0 + 192) % 16 * 4, f3);
                }
                Fence.Shared(); Group.Barrier();
                var v28_0_0 = v24_0_0;
                var v28_1_0 = v24_1_0;
                var v28_2_0 = v24_2_0;
                var v28_3_0 = v24_3_0;
                {
                    int k0 = 0, k1 = Math.Min(e2, e3);
                    var qa = F32.Quads(m0);
                    var qb = F32.Quads(m1);
                    int x0 = r0 * 5;
                    int x1 = r1 * 5;
                    int x2 = r2 * 5;
                    int x3 = r3 * 5;
                    int y0 = c0 / 4;
                    for (; k0 < k1 / 4; k0++)
                    {
                        var a0 = F32.Load4(qa, x0 + k0);
                        var a1 = F32.Load4(qa, x1 + k0);
                        var a2 = F32.Load4(qa, x2 + k0);
                        var a3 = F32.Load4(qa, x3 + k0);
                        var b0_0 = F32.Load16(qb, k0 * 4 * 17 + y0);
                        v28_0_0 = Lanes.Fma(a0.V0, b0_0, v28_0_0);
                        v28_1_0 = Lanes.Fma(a1.V0, b0_0, v28_1_0);
                        v28_2_0 = Lanes.Fma(a2.V0, b0_0, v28_2_0);
                        v28_3_0 = Lanes.Fma(a3.V0, b0_0, v28_3_0);
                        var b1_0 = F32.Load16(qb, (k0 * 4 + 1) * 17 + y0);
                        v28_0_0 = Lanes.Fma(a0.V1, b1_0, v28_0_0);
                        v28_1_0 = Lanes.Fma(a1.V1, b1_0, v28_1_0);
                        v28_2_0 = Lanes.Fma(a2.V1, b1_0, v28_2_0);
                        v28_3_0 = Lanes.Fma(a3.V1, b1_0, v28_3_0);
                        var b2_0 = F32.Load16(qb, (k0 * 4 + 2) * 17 + y0);
                        v28_0_0 = Lanes.Fma(a0.V2, b2_0, v28_0_0);
                        v28_1_0 = Lanes.Fma(a1.V2, b2_0, v28_1_0);
                        v28_2_0 = Lanes.Fma(a2.V2, b2_0, v28_2_0);
                        v28_3_0 = Lanes.Fma(a3.V2, b2_0, v28_3_0);
                        var b3_0 = F32.Load16(qb, (k0 * 4 + 3) * 17 + y0);
                        v28_0_0 = Lanes.Fma(a0.V3, b3_0, v28_0_0);
                        v28_1_0 = Lanes.Fma(a1.V3, b3_0, v28_1_0);
                        v28_2_0 = Lanes.Fma(a2.V3, b3_0, v28_2_0);
                        v28_3_0 = Lanes.Fma(a3.V3, b3_0, v28_3_0);
                    }
                    for (k0 *= 4; k0 < k1; k0++)
                    {
                        var b0 = F32.Load16(qb, k0 * 17 + y0);
                        v28_0_0 = Lanes.Fma(F32.Load(m0, x0 * 4 + k0), b0, v28_0_0);
                        v28_1_0 = Lanes.Fma(F32.Load(m0, x1 * 4 + k0), b0, v28_1_0);
                        v28_2_0 = Lanes.Fma(F32.Load(m0, x2 * 4 + k0), b0, v28_2_0);
                        v28_3_0 = Lanes.Fma(F32.Load(m0, x3 * 4 + k0), b0, v28_3_0);
                    }
                }
                (e0r, e0c) = (Math.Min(e0r, e1), Math.Min(e0c, e4));
                v24_0_0 = v28_0_0;
                v24_1_0 = v28_1_0;
                v24_2_0 = v28_2_0;
                v24_3_0 = v28_3_0;
            }
            int e5 = Extents.RealInRow(Extents.Inside(bias.Batch, 0, bias.Depth, 0, bias.Rows), s19, Extents.Inside(bias.Batch, 0, bias.Depth, 0, bias.Cols), 64, s16);
            var w31 = bias.At(bias.Offset(0, 0, s19, s16 * 64));
            var v31_0 = new Float16();
            if (e5 >= 64 & (bias.Cols & 3) == 0)
            {
                v31_0 = F32.Load16(w31, c0);
            }
            else
            {
                v31_0 = F32.Load16(w31, c0, e5 - c0);
            }
            var v32_0_0 = v24_0_0 + v31_0;
            var v32_1_0 = v24_1_0 + v31_0;
            var v32_2_0 = v24_2_0 + v31_0;
            var v32_3_0 = v24_3_0 + v31_0;
            var v33_0_0 = Lanes.Gelu(v32_0_0);
            var v33_1_0 = Lanes.Gelu(v32_1_0);
            var v33_2_0 = Lanes.Gelu(v32_2_0);
            var v33_3_0 = Lanes.Gelu(v32_3_0);
            int e6 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, x.Rows), 64, s15);
            int e7 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, w.Cols), 64, s16);
            {
                var w0 = y.At(y.Offset(0, 0, s15 * 64, s16 * 64));
                if (e0r >= 64 & e6 >= 64 & e0c >= 64 & e5 >= 64 & e7 >= 64 & (y.Cols & 3) == 0)
                {
                    F32.Store16(w0, r0 * y.Cols + c0, v33_0_0);
                    F32.Store16(w0, r1 * y.Cols + c0, v33_1_0);
                    F32.Store16(w0, r2 * y.Cols + c0, v33_2_0);
                    F32.Store16(w0, r3 * y.Cols + c0, v33_3_0);
                }
                else
                {
                    F32.Store16(w0, r0 * y.Cols + c0, v33_0_0, r0 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                    F32.Store16(w0, r1 * y.Cols + c0, v33_1_0, r1 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                    F32.Store16(w0, r2 * y.Cols + c0, v33_2_0, r2 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                    F32.Store16(w0, r3 * y.Cols + c0, v33_3_0, r3 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                }
            }
        }

        // BM = 64, BN = 64, BK = 16: 16 x 8 threads with 2 adjacent columns each, 19456 bytes of shared memory
        …
    }
}
