    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN", "D", "DV"],
            2,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [16, 16, 16, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 8704, registers: 38, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)));

        public void Launch(global::TileKit.IlgpuDevice device, DeviceTensor<float> tensor0, DeviceTensor<float> tensor1, DeviceTensor<float> tensor2, DeviceTensor<float> tensor3)
        {
            var shape = Check();
            var arguments = new global::TileKit.Generated.Ilgpu.Kernels_RunArguments
            {
                q = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor0),
                k = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor1),
                v = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor2),
                o = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor3),
                scale = (float)scale,
            };
            global::TileKit.Ilgpu.IlgpuLauncher.Run(device, Ilgpu, shape, ref this, arguments);
        }

        public void SetSizes(ReadOnlySpan<int> sizes)
        {
            BM = sizes[0];
            BN = sizes[1];
            D = sizes[2];
            DV = sizes[3];
        }

        public readonly long TempBytes() => 0;

        public readonly void SetTemps(ref global::TileKit.Generated.Ilgpu.Kernels_RunArguments arguments, global::TileKit.Ilgpu.IlgpuTemps temps)
        {
        }


        public readonly int Extent(int index) => index switch { 0 => D, 1 => DV, _ => 0 };
        public readonly bool IsExact(int index) => index is 0 or 1;

        public readonly long Instances(int grid)
        {
            int s1 = q.Batch;
            int s2 = q.Depth;
            int s3 = q.Rows;
            int s4 = BM;
            int s5 = Extents.CeilDivide(s3, s4);
            return (long)s1 * (long)s2 * (long)s5;
        }

        public readonly void Describe(int grid, ref global::TileKit.Ilgpu.IlgpuCost cost)
        {
            double t0 = (double)q.Batch * (double)q.Depth * Average.CeilDivide((double)q.Rows, (double)(BM));
            cost.Instances(t0);
            cost.Stage(t0, BM, D, 4, pipelined: false);
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)k.Rows, (double)(BN)), (double)1);
            cost.Stage(t1, BN, D, 4, pipelined: true);
            cost.Mma(t1, BM, BN, D, 4);
            cost.Map(t1, BM, BN, 1);
            cost.Map(t1, BM, BN, 1);
            cost.Map(t1, BM, BN, 1);
            cost.Map(t1, BM, BN, 1);
            cost.Map(t1, BM, BN, 1);
            cost.Map(t1, BM, BN, 1);
            cost.Reduce(t1, BM);
            cost.Map(t1, BM, BN, 1);
            cost.Map(t1, BM, BN, 12);
            cost.Map(t1, BM, BN, 1);
            cost.Reduce(t1, BM);
            cost.Stage(t1, BN, DV, 4, pipelined: true);
            cost.Map(t1, BM, DV, 1);
            cost.Mma(t1, BM, DV, BN, 4);
            cost.Operand(t1, BM, BN);
            cost.Map(t0, BM, DV, 1);
            cost.Map(t0, BM, DV, 1);
            cost.Memory(t0, BM, DV, 4);
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
        public View<float> q;
        public View<float> k;
        public View<float> v;
        public View<float> o;
        public float scale;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 16, BN = 16, D = 16, DV = 16: 16 x 4 threads with 4 adjacent columns each, 8704 bytes of shared memory
        public static void Variant0(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 4, tc0 = id0 % 4;
            int r0 = tr0;
            int c0 = tc0 * 4;
            var q = arguments.q;
            var k = arguments.k;
            var v = arguments.v;
            var o = arguments.o;
            var m0 = SharedMemory.Allocate<float>(320);
            var m1 = SharedMemory.Allocate<float>(640);
            var m2 = SharedMemory.Allocate<float>(640);
            var m3 = SharedMemory.Allocate<float>(128);
            var m4 = SharedMemory.Allocate<float>(128);
            var m5 = SharedMemory.Allocate<float>(320);
            float s0 = arguments.scale;
            int s1 = q.Batch;
            int s2 = q.Depth;
            int s3 = q.Rows;
            int s4 = 16;
            int s5 = Extents.CeilDivide(s3, s4);
            int g0 = Grid.IdxX;
            int s8 = g0 % s5; g0 /= s5;
            int s7 = g0 % s2; g0 /= s2;
            int s6 = g0;
            float s9 = float.NegativeInfinity;
            float s11 = 0f;
            int s15 = 0;
            int s16 = Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows);
            int s17 = 16;
            int s18 = Extents.CeilDivide(s16, s17);
            int s19 = 1;
            int e0 = Extents.Real(Extents.Inside(q.Batch, s6, q.Depth, s7, q.Rows), 16, s8);
            int e1 = Extents.Real(Extents.Inside(q.Batch, s6, q.Depth, s7, q.Cols), 16, s15);
            float s29 = 1.44269502f;
            float s30 = s0 * s29;
            int s33 = s8 * s4;
            var v56_0 = Int4.From(c0);
            int s63 = s33 + s19;
            {
                var f0 = new Float4();
                var wf = q.At(q.Offset(s6, s7, s8 * 16, s15 * 16));
                if (e0 >= 16 & e1 >= 16 & (q.Cols & 3) == 0)
                {
                    f0 = F32.Load4(wf, id0 / 4 * q.Cols + id0 % 4 * 4);
                }
                else
                {
                    f0 = F32.Load4(wf, id0 / 4 * q.Cols + id0 % 4 * 4, id0 / 4 < e0 ? e1 - id0 % 4 * 4 : 0);
                }
                F32.Store4(m0, id0 / 4 * 20 + id0 % 4 * 4, f0);
            }
            int e2r = 16;
            int e3r = 16;
            int e3c = 16;
            int e4r = 16;
            int e6 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Cols), 16, s15);
            int e8 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Cols), 16, s15);
            var v20_0 = s11;
            var v21_0_0 = Float4.All(s11);
            var v22_0 = s9;
            var f1_0 = new Float4();
            int h23_1 = 0;
            var f5_0 = new Float4();
            int h23_5 = 0;
            if (s15 < s18)
            {
                int ne5 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows), 16, s15);
                int ne7 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Rows), 16, s15);
                var wf1_ = k.At(k.Offset(s6, s7, s15 * 16, s15 * 16));
                if (ne5 >= 16 & e6 >= 16 & (k.Cols & 3) == 0)
                {
                    f1_0 = F32.Load4(wf1_, id0 / 4 * k.Cols + id0 % 4 * 4);
                }
                else
                {
                    f1_0 = F32.Load4(wf1_, id0 / 4 * k.Cols + id0 % 4 * 4, id0 / 4 < ne5 ? e6 - id0 % 4 * 4 : 0);
                }
                var wf5_ = v.At(v.Offset(s6, s7, s15 * 16, s15 * 16));
                if (ne7 >= 16 & e8 >= 16 & (v.Cols & 3) == 0)
                {
                    f5_0 = F32.Load4(wf5_, id0 / 4 * v.Cols + id0 % 4 * 4);
                }
                else
                {
                    f5_0 = F32.Load4(wf5_, id0 / 4 * v.Cols + id0 % 4 * 4, id0 / 4 < ne7 ? e8 - id0 % 4 * 4 : 0);
                }
                F32.Store(m1, (id0 % 4 * 4 + 0) * 20 + id0 / 4, f1_0.V0);
                F32.Store(m1, (id0 % 4 * 4 + 1) * 20 + id0 / 4, f1_0.V1);
                F32.Store(m1, (id0 % 4 * 4 + 2) * 20 + id0 / 4, f1_0.V2);
                F32.Store(m1, (id0 % 4 * 4 + 3) * 20 + id0 / 4, f1_0.V3);
                F32.Store4(m2, id0 / 4 * 20 + id0 % 4 * 4, f5_0);
            }
            for (int s23 = s15; s23 < s18; s23 += s19)
            {
                Fence.Shared(); Group.Barrier();
                int i23 = s23 + s19;
                if (i23 < s18)
                {
                    int ne5 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows), 16, i23);
                    int ne7 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Rows), 16, i23);
                    var wf1_ = k.At(k.Offset(s6, s7, i23 * 16, s15 * 16));
                    if (ne5 >= 16 & e6 >= 16 & (k.Cols & 3) == 0)
                    {
                        f1_0 = F32.Load4(wf1_, id0 / 4 * k.Cols + id0 % 4 * 4);
                    }
                    else
                    {
                        f1_0 = F32.Load4(wf1_, id0 / 4 * k.Cols + id0 % 4 * 4, id0 / 4 < ne5 ? e6 - id0 % 4 * 4 : 0);
                    }
                    var wf5_ = v.At(v.Offset(s6, s7, i23 * 16, s15 * 16));
                    if (ne7 >= 16 & e8 >= 16 & (v.Cols & 3) == 0)
                    {
                        f5_0 = F32.Load4(wf5_, id0 / 4 * v.Cols + id0 % 4 * 4);
                    }
                    else
                    {
                        f5_0 = F32.Load4(wf5_, id0 / 4 * v.Cols + id0 % 4 * 4, id0 / 4 < ne7 ? e8 - id0 % 4 * 4 : 0);
                    }
                }
                int e5 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows), 16, s23);
                var v28_0_0 = new Float4();
                {
                    int k0 = 0, k1 = Math.Min(e1, e6);
                    var qa = F32.Quads(m0);
                    var qb = F32.Quads(m1);
                    int x0 = r0 * 5;
                    int y0 = h23_1 / 4 + c0 / 4;
                    for (; k0 < k1 / 4; k0++)
                    {
                        var a0 = F32.Load4(qa, x0 + k0);
                        var b0_0 = F32.Load4(qb, k0 * 4 * 5 + y0);
                        v28_0_0 = Lanes.Fma(a0.V0, b0_0, v28_0_0);
                        var b1_0 = F32.Load4(qb, (k0 * 4 + 1) * 5 + y0);
                        v28_0_0 = Lanes.Fma(a0.V1, b1_0, v28_0_0);
                        var b2_0 = F32.Load4(qb, (k0 * 4 + 2) * 5 + y0);
                        v28_0_0 = Lanes.Fma(a0.V2, b2_0, v28_0_0);
                        var b3_0 = F32.Load4(qb, (k0 * 4 + 3) * 5 + y0);
                        v28_0_0 = Lanes.Fma(a0.V3, b3_0, v28_0_0);
                    }
                    for (k0 *= 4; k0 < k1; k0++)
                    {
                        var b0 = F32.Load4(qb, k0 * 5 + y0);
                        v28_0_0 = Lanes.Fma(F32.Load(m0, x0 * 4 + k0), b0, v28_0_0);
                    }
                }
                var v31_0_0 = v28_0_0 * Float4.All(s30);
                int s35 = s23 * s17;
                var v58_0_0 = v56_0 - Int4.All(r0);
                int s59 = s33 - s35;
                var v60_0_0 = Lanes.LessEqual(v58_0_0, Int4.All(s59));
                int s62 = s35 + s17;
                bool s65 = Lanes.Greater(s62, s63);
                var v66_0_0 = Lanes.Select(v60_0_0, v31_0_0, Float4.All(s9));
                var v37_0_0 = Lanes.Select(s65, v66_0_0, v31_0_0);
                float v38_0 = float.NegativeInfinity;
                if (e5 >= 16)
                {
                    v38_0 = Lanes.Maximum(v37_0_0);
                }
                else
                {
                    var k0 = Lanes.Less(Int4.From(c0), Int4.All(e5));
                    v38_0 = Lanes.Maximum(Lanes.Select(k0, v37_0_0, Float4.All(float.NegativeInfinity)));
                }
                F32.Store(m3, r0 * 8 + tc0, v38_0);
                Fence.Shared(); Group.Barrier();
                v38_0 = F32.Load(m3, r0 * 8 + 0);
                for (int q0 = 1; q0 < 4; q0++)
                {
                    v38_0 = Lanes.Max(v38_0, F32.Load(m3, r0 * 8 + q0));
                }
                var v39_0 = Lanes.Max(v22_0, v38_0);
                var v40_0_0 = v37_0_0 - Float4.All(v39_0);
                var v41_0_0 = Lanes.Exp2(v40_0_0);
                var v42_0 = v22_0 - v39_0;
                var v43_0 = Lanes.Exp2(v42_0);
                float v45_0 = 0f;
                if (e5 >= 16)
                {
                    v45_0 = Lanes.Sum(v41_0_0);
                }
                else
                {
                    var k0 = Lanes.Less(Int4.From(c0), Int4.All(e5));
                    v45_0 = Lanes.Sum(Lanes.Select(k0, v41_0_0, Float4.All(0f)));
                }
                F32.Store(m4, r0 * 8 + tc0, v45_0);
                Fence.Shared(); Group.Barrier();
                v45_0 = F32.Load(m4, r0 * 8 + 0);
                for (int q0 = 1; q0 < 4; q0++)
                {
                    v45_0 = v45_0 + F32.Load(m4, r0 * 8 + q0);
                }
                var v46_0 = Lanes.Fma(v20_0, v43_0, v45_0);
                int e7 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Rows), 16, s23);
                var v49_0_0 = v21_0_0 * Float4.All(v43_0);
                F32.Store4(m5, r0 * 20 + c0, v41_0_0);
                Fence.Shared(); Group.Barrier();
                var v50_0_0 = v49_0_0;
                {
                    int k0 = 0, k1 = Math.Min(e5, e7);
                    var qa = F32.Quads(m5);
                    var qb = F32.Quads(m2);
                    int x0 = r0 * 5;
                    int y0 = h23_5 / 4 + c0 / 4;
                    for (; k0 < k1 / 4; k0++)
                    {
                        var a0 = F32.Load4(qa, x0 + k0);
                        var b0_0 = F32.Load4(qb, k0 * 4 * 5 + y0);
                        v50_0_0 = Lanes.Fma(a0.V0, b0_0, v50_0_0);
                        var b1_0 = F32.Load4(qb, (k0 * 4 + 1) * 5 + y0);
                        v50_0_0 = Lanes.Fma(a0.V1, b1_0, v50_0_0);
                        var b2_0 = F32.Load4(qb, (k0 * 4 + 2) * 5 + y0);
                        v50_0_0 = Lanes.Fma(a0.V2, b2_0, v50_0_0);
                        var b3_0 = F32.Load4(qb, (k0 * 4 + 3) * 5 + y0);
                        v50_0_0 = Lanes.Fma(a0.V3, b3_0, v50_0_0);
                    }
                    for (k0 *= 4; k0 < k1; k0++)
                    {
                        var b0 = F32.Load4(qb, k0 * 5 + y0);
                        v50_0_0 = Lanes.Fma(F32.Load(m5, x0 * 4 + k0), b0, v50_0_0);
                    }
                }
                (e2r, e3r, e3c, e4r) = (Math.Min(Math.Min(e0, e2r), e4r), Math.Min(Math.Min(e0, e3r), e4r), Math.Min(e3c, e8), Math.Min(e0, e4r));
                v20_0 = v46_0;
                v21_0_0 = v50_0_0;
                v22_0 = v39_0;
                h23_1 = 320 - h23_1;
                h23_5 = 320 - h23_5;
                if (i23 < s18)
                {
                    F32.Store(m1, h23_1 + (id0 % 4 * 4 + 0) * 20 + id0 / 4, f1_0.V0);
                    F32.Store(m1, h23_1 + (id0 % 4 * 4 + 1) * 20 + id0 / 4, f1_0.V1);
                    F32.Store(m1, h23_1 + (id0 % 4 * 4 + 2) * 20 + id0 / 4, f1_0.V2);
                    F32.Store(m1, h23_1 + (id0 % 4 * 4 + 3) * 20 + id0 / 4, f1_0.V3);
                    F32.Store4(m2, h23_5 + id0 / 4 * 20 + id0 % 4 * 4, f5_0);
                }
            }
            var v67_0 = Lanes.Abs(v20_0);
            float s68 = 1.2676506E+30f;
            var v69_0 = Lanes.Greater(v67_0, s68);
            float s70 = 5.42101086E-20f;
            float s71 = 1f;
            var v72_0 = Lanes.Select(v69_0, s70, s71);
            float s73 = 7.88860905E-31f;
            var v74_0 = Lanes.Less(v67_0, s73);
            float s75 = 1.84467441E+19f;
            var v76_0 = Lanes.Select(v74_0, s75, v72_0);
            var v78_0 = v20_0 * v76_0;
            var v79_0 = s71 / v78_0;
            var v80_0_0 = v21_0_0 * Float4.All(v76_0);
            var v54_0_0 = v80_0_0 * Float4.All(v79_0);
            int e9 = Extents.Real(Extents.Inside(o.Batch, s6, o.Depth, s7, o.Rows), 16, s8);
            int e10 = Extents.Real(Extents.Inside(o.Batch, s6, o.Depth, s7, o.Cols), 16, s15);
            {
                var w0 = o.At(o.Offset(s6, s7, s8 * 16, s15 * 16));
                if (e2r >= 16 & e3r >= 16 & e9 >= 16 & e10 >= 16 & e3c >= 16 & (o.Cols & 3) == 0)
                {
                    F32.Store4(w0, r0 * o.Cols + c0, v54_0_0);
                }
                else
                {
                    F32.Store4(w0, r0 * o.Cols + c0, v54_0_0, r0 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c0 : 0);
                }
            }
        }
    }
}
