    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN"],
            2,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [16, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 3840, registers: 33, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)));

        public void Launch(global::TileKit.IlgpuDevice device, DeviceTensor<float> tensor0, DeviceTensor<int> tensor1, DeviceTensor<int> tensor2, DeviceTensor<float> tensor3, DeviceTensor<float> tensor4, DeviceTensor<int> tensor5)
        {
            var shape = Check();
            var arguments = new global::TileKit.Generated.Ilgpu.Kernels_RunArguments
            {
                x = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor0),
                rows = global::TileKit.Ilgpu.IlgpuView.Of<int, int>(tensor1),
                offsets = global::TileKit.Ilgpu.IlgpuView.Of<int, int>(tensor2),
                w = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor3),
                y = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor4),
                counts = global::TileKit.Ilgpu.IlgpuView.Of<int, int>(tensor5),
            };
            global::TileKit.Ilgpu.IlgpuLauncher.Run(device, Ilgpu, shape, ref this, arguments);
        }

        public void SetSizes(ReadOnlySpan<int> sizes)
        {
            BM = sizes[0];
            BN = sizes[1];
        }

        public readonly long TempBytes() => 0;

        public readonly void SetTemps(ref global::TileKit.Generated.Ilgpu.Kernels_RunArguments arguments, global::TileKit.Ilgpu.IlgpuTemps temps)
        {
        }


        public readonly int Extent(int index) => 0;
        public readonly bool IsExact(int index) => false;

        public readonly long Instances(int grid)
        {
            int s0 = y.Rows;
            int s1 = y.Cols;
            int s2 = BN;
            int s3 = Extents.CeilDivide(s1, s2);
            int s4 = offsets.Cols;
            int s5 = 1;
            int s6 = s4 - s5;
            int s7 = BM;
            int s8 = Extents.CeilDivide(s0, s7);
            int s9 = s8 + s6;
            return (long)s9 * (long)s3;
        }

        public readonly void Describe(int grid, ref global::TileKit.Ilgpu.IlgpuCost cost)
        {
            double t0 = Average.Tiles((double)y.Rows, (offsets.Cols - 1), (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            cost.Instances(t0);
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BN)), (double)1);
            cost.Memory(t1, BM, BN, 4);
            cost.Stage(t1, BN, BN, 4, pipelined: true);
            cost.Mma(t1, BM, BN, BN, 4);
            cost.Operand(t1, BM, BN);
            cost.Map(t0, BM, BN, 1);
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
        public View<int> rows;
        public View<int> offsets;
        public View<float> w;
        public View<float> y;
        public View<int> counts;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 16, BN = 16: 16 x 4 threads with 4 adjacent columns each, 3840 bytes of shared memory
        public static void Variant0(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 4, tc0 = id0 % 4;
            int r0 = tr0;
            int c0 = tc0 * 4;
            var x = arguments.x;
            var rows = arguments.rows;
            var offsets = arguments.offsets;
            var w = arguments.w;
            var y = arguments.y;
            var counts = arguments.counts;
            var m0 = SharedMemory.Allocate<float>(640);
            var m1 = SharedMemory.Allocate<float>(320);
            int s0 = y.Rows;
            int s1 = y.Cols;
            int s2 = 16;
            int s3 = Extents.CeilDivide(s1, s2);
            int s4 = offsets.Cols;
            int s5 = 1;
            int s6 = s4 - s5;
            int s7 = 16;
            int s8 = Extents.CeilDivide(s0, s7);
            int s9 = s8 + s6;
            int g0 = Grid.IdxX;
            int s12 = g0 % s3; g0 /= s3;
            int s11 = g0;
            var g13 = RaggedGroups.Find(offsets, s7, s11);
            int s13 = g13.Group, s14 = g13.Tile;
            if (s13 < 0)
            {
                return;
            }
            int s16 = s13 + s5;
            int s17 = Extents.RealInRow(offsets.Rows, 0, offsets.Cols, 1, s13) > 0 ? I32.Load(offsets.At(offsets.Offset(0, 0, 0, s13)), 0) : 0;
            int s18 = Extents.RealInRow(offsets.Rows, 0, offsets.Cols, 1, s16) > 0 ? I32.Load(offsets.At(offsets.Offset(0, 0, 0, s16)), 0) : 0;
            int s19 = s18 - s17;
            int s20 = 0;
            bool s21 = Lanes.GreaterEqual(s13, s20);
            int s23 = Lanes.Select(s21, s19, s20);
            var s24 = rows.Matrix(0, 0).SliceCols(s17, s23);
            int e0 = Extents.RealInRow(s24.Rows, s20, s24.Cols, 16, s14);
            var w26 = s24.At(s24.Offset(s20, s14 * 16));
            int v26_0 = r0 < e0 ? I32.Load(w26, r0) : 0;
            float s27 = 0f;
            int s30 = x.Cols;
            int s32 = Extents.CeilDivide(s30, s2);
            int e1r = 16;
            int e1c = 16;
            int e3 = Extents.Real(Extents.Inside(w.Batch, s20, w.Depth, s13, w.Rows), 16, s12);
            var v34_0_0 = Float4.All(s27);
            var f1_0 = new Float4();
            int h35_1 = 0;
            if (s20 < s32)
            {
                int ne4 = Extents.Real(Extents.Inside(w.Batch, s20, w.Depth, s13, w.Cols), 16, s20);
                var wf1_ = w.At(w.Offset(s20, s13, s12 * 16, s20 * 16));
                if (e3 >= 16 & ne4 >= 16 & (w.Cols & 3) == 0)
                {
                    f1_0 = F32.Load4(wf1_, id0 / 4 * w.Cols + id0 % 4 * 4);
                }
                else
                {
                    f1_0 = F32.Load4(wf1_, id0 / 4 * w.Cols + id0 % 4 * 4, id0 / 4 < e3 ? ne4 - id0 % 4 * 4 : 0);
                }
                F32.Store(m0, (id0 % 4 * 4 + 0) * 20 + id0 / 4, f1_0.V0);
                F32.Store(m0, (id0 % 4 * 4 + 1) * 20 + id0 / 4, f1_0.V1);
                F32.Store(m0, (id0 % 4 * 4 + 2) * 20 + id0 / 4, f1_0.V2);
                F32.Store(m0, (id0 % 4 * 4 + 3) * 20 + id0 / 4, f1_0.V3);
            }
            for (int s35 = s20; s35 < s32; s35 += s5)
            {
                Fence.Shared(); Group.Barrier();
                int i35 = s35 + s5;
                if (i35 < s32)
                {
                    int ne4 = Extents.Real(Extents.Inside(w.Batch, s20, w.Depth, s13, w.Cols), 16, i35);
                    var wf1_ = w.At(w.Offset(s20, s13, s12 * 16, i35 * 16));
                    if (e3 >= 16 & ne4 >= 16 & (w.Cols & 3) == 0)
                    {
                        f1_0 = F32.Load4(wf1_, id0 / 4 * w.Cols + id0 % 4 * 4);
                    }
                    else
                    {
                        f1_0 = F32.Load4(wf1_, id0 / 4 * w.Cols + id0 % 4 * 4, id0 / 4 < e3 ? ne4 - id0 % 4 * 4 : 0);
                    }
                }
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 16, s35);
                var v36_0_0 = new Float4();
                int q36_0 = v26_0;
                if (r0 < e0 & (uint)q36_0 < (uint)x.Rows)
                {
                    var w36 = x.At(x.Offset(0, 0, q36_0, s35 * 16));
                    if (e2 >= 16 & (x.Cols & 3) == 0)
                    {
                        v36_0_0 = F32.Load4(w36, c0);
                    }
                    else
                    {
                        v36_0_0 = F32.Load4(w36, c0, e2 - c0);
                    }
                }
                int e4 = Extents.Real(Extents.Inside(w.Batch, s20, w.Depth, s13, w.Cols), 16, s35);
                F32.Store4(m1, r0 * 20 + c0, v36_0_0);
                Fence.Shared(); Group.Barrier();
                var v39_0_0 = v34_0_0;
                {
                    int k0 = 0, k1 = Math.Min(e2, e4);
                    var qa = F32.Quads(m1);
                    var qb = F32.Quads(m0);
                    int x0 = r0 * 5;
                    int y0 = h35_1 / 4 + c0 / 4;
                    for (; k0 < k1 / 4; k0++)
                    {
                        var a0 = F32.Load4(qa, x0 + k0);
                        var b0_0 = F32.Load4(qb, k0 * 4 * 5 + y0);
                        v39_0_0 = Lanes.Fma(a0.V0, b0_0, v39_0_0);
                        var b1_0 = F32.Load4(qb, (k0 * 4 + 1) * 5 + y0);
                        v39_0_0 = Lanes.Fma(a0.V1, b1_0, v39_0_0);
                        var b2_0 = F32.Load4(qb, (k0 * 4 + 2) * 5 + y0);
                        v39_0_0 = Lanes.Fma(a0.V2, b2_0, v39_0_0);
                        var b3_0 = F32.Load4(qb, (k0 * 4 + 3) * 5 + y0);
                        v39_0_0 = Lanes.Fma(a0.V3, b3_0, v39_0_0);
                    }
                    for (k0 *= 4; k0 < k1; k0++)
                    {
                        var b0 = F32.Load4(qb, k0 * 5 + y0);
                        v39_0_0 = Lanes.Fma(F32.Load(m1, x0 * 4 + k0), b0, v39_0_0);
                    }
                }
                (e1r, e1c) = (Math.Min(e0, e1r), Math.Min(e1c, e3));
                v34_0_0 = v39_0_0;
                h35_1 = 320 - h35_1;
                if (i35 < s32)
                {
                    F32.Store(m0, h35_1 + (id0 % 4 * 4 + 0) * 20 + id0 / 4, f1_0.V0);
                    F32.Store(m0, h35_1 + (id0 % 4 * 4 + 1) * 20 + id0 / 4, f1_0.V1);
                    F32.Store(m0, h35_1 + (id0 % 4 * 4 + 2) * 20 + id0 / 4, f1_0.V2);
                    F32.Store(m0, h35_1 + (id0 % 4 * 4 + 3) * 20 + id0 / 4, f1_0.V3);
                }
            }
            int s44 = Extents.RealInRow(offsets.Rows, s20, offsets.Cols, 1, s16) > 0 ? I32.Load(offsets.At(offsets.Offset(0, 0, s20, s16)), 0) : 0;
            float s45 = Lanes.ToFloat(s44);
            var v46_0_0 = v34_0_0 * Float4.All(s45);
            var s56 = y.Matrix(0, 0).SliceRows(s17, s23, 1);
            int e5 = Extents.Real(s56.Rows, 16, s14);
            int e6 = Extents.Real(s56.Cols, 16, s12);
            {
                var w0 = s56.At(s56.Offset(s14 * 16, s12 * 16));
                if (e1r >= 16 & e5 >= 16 & e1c >= 16 & e6 >= 16 & s56.IsAligned)
                {
                    F32.Store4(w0, r0 * s56.RowStride + c0, v46_0_0);
                }
                else
                {
                    F32.Store4(w0, r0 * s56.RowStride + c0, v46_0_0, r0 < Math.Min(e1r, e5) ? Math.Min(e1c, e6) - c0 : 0);
                }
            }
            {
                if (tc0 == 0 & counts.Rows > 0)
                {
                    {
                        int q0 = s13;
                        if (r0 < 1 & (uint)q0 < (uint)counts.Cols)
                        {
                            Atomics.Add(counts.At(counts.Offset(0, 0, 0, q0)), 0, s5);
                        }
                    }
                }
            }
        }
    }
}
