    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN", "BK"],
            3,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [16, 16, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 5120, registers: 32, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)));

        public void Launch(global::TileKit.IlgpuDevice device, DeviceTensor<float> tensor0, DeviceTensor<float> tensor1, DeviceTensor<float> tensor2, DeviceTensor<float> tensor3)
        {
            var shape = Check();
            var arguments = new global::TileKit.Generated.Ilgpu.Kernels_RunArguments
            {
                x = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor0),
                w = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor1),
                bias = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor2),
                y = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor3),
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
    }

    internal static class Kernels_RunVariants
    {
        // BM = 16, BN = 16, BK = 16: 16 x 4 threads with 4 adjacent columns each, 5120 bytes of shared memory
        public static void Variant0(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 4, tc0 = id0 % 4;
            int r0 = tr0;
            int c0 = tc0 * 4;
            var x = arguments.x;
            var w = arguments.w;
            var bias = arguments.bias;
            var y = arguments.y;
            var m0 = SharedMemory.Allocate<float>(640);
            var m1 = SharedMemory.Allocate<float>(640);
            int s0 = x.Cols;
            int s4 = y.Cols;
            int s7 = y.Rows;
            int s10 = 16;
            int s11 = Extents.CeilDivide(s7, s10);
            int s13 = 16;
            int s14 = Extents.CeilDivide(s4, s13);
            int g0 = Grid.IdxX;
            int s16 = g0 % s14; g0 /= s14;
            int s15 = g0;
            float s17 = 0f;
            int s19 = 0;
            int s21 = 16;
            int s22 = Extents.CeilDivide(s0, s21);
            int s23 = 1;
            int e0r = 16;
            int e0c = 16;
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 16, s15);
            int e4 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, w.Cols), 16, s16);
            var v24_0_0 = Float4.All(s17);
            var f0_0 = new Float4();
            int h25_0 = 0;
            var f1_0 = new Float4();
            int h25_1 = 0;
            if (s19 < s22)
            {
                int ne2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 16, s19);
                int ne3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, x.Cols), 16, s19);
                var wf0_ = x.At(x.Offset(0, 0, s15 * 16, s19 * 16));
                if (e1 >= 16 & ne2 >= 16 & (x.Cols & 3) == 0)
                {
                    f0_0 = F32.Load4(wf0_, id0 / 4 * x.Cols + id0 % 4 * 4);
                }
                else
                {
                    f0_0 = F32.Load4(wf0_, id0 / 4 * x.Cols + id0 % 4 * 4, id0 / 4 < e1 ? ne2 - id0 % 4 * 4 : 0);
                }
                var wf1_ = w.At(w.Offset(0, 0, s19 * 16, s16 * 16));
                if (ne3 >= 16 & e4 >= 16 & (w.Cols & 3) == 0)
                {
                    f1_0 = F32.Load4(wf1_, id0 / 4 * w.Cols + id0 % 4 * 4);
                }
                else
                {
                    f1_0 = F32.Load4(wf1_, id0 / 4 * w.Cols + id0 % 4 * 4, id0 / 4 < ne3 ? e4 - id0 % 4 * 4 : 0);
                }
                F32.Store4(m0, id0 / 4 * 20 + id0 % 4 * 4, f0_0);
                F32.Store4(m1, id0 / 4 * 20 + id0 % 4 * 4, f1_0);
            }
            for (int s25 = s19; s25 < s22; s25 += s23)
            {
                Fence.Shared(); Group.Barrier();
                int i25 = s25 + s23;
                if (i25 < s22)
                {
                    int ne2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 16, i25);
                    int ne3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, x.Cols), 16, i25);
                    var wf0_ = x.At(x.Offset(0, 0, s15 * 16, i25 * 16));
                    if (e1 >= 16 & ne2 >= 16 & (x.Cols & 3) == 0)
                    {
                        f0_0 = F32.Load4(wf0_, id0 / 4 * x.Cols + id0 % 4 * 4);
                    }
                    else
                    {
                        f0_0 = F32.Load4(wf0_, id0 / 4 * x.Cols + id0 % 4 * 4, id0 / 4 < e1 ? ne2 - id0 % 4 * 4 : 0);
                    }
                    var wf1_ = w.At(w.Offset(0, 0, i25 * 16, s16 * 16));
                    if (ne3 >= 16 & e4 >= 16 & (w.Cols & 3) == 0)
                    {
                        f1_0 = F32.Load4(wf1_, id0 / 4 * w.Cols + id0 % 4 * 4);
                    }
                    else
                    {
                        f1_0 = F32.Load4(wf1_, id0 / 4 * w.Cols + id0 % 4 * 4, id0 / 4 < ne3 ? e4 - id0 % 4 * 4 : 0);
                    }
                }
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 16, s25);
                int e3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, x.Cols), 16, s25);
                var v28_0_0 = v24_0_0;
                {
                    int k0 = 0, k1 = Math.Min(e2, e3);
                    var qa = F32.Quads(m0);
                    var qb = F32.Quads(m1);
                    int x0 = h25_0 / 4 + r0 * 5;
                    int y0 = h25_1 / 4 + c0 / 4;
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
                (e0r, e0c) = (Math.Min(e0r, e1), Math.Min(e0c, e4));
                v24_0_0 = v28_0_0;
                h25_0 = 320 - h25_0;
                h25_1 = 320 - h25_1;
                if (i25 < s22)
                {
                    F32.Store4(m0, h25_0 + id0 / 4 * 20 + id0 % 4 * 4, f0_0);
                    F32.Store4(m1, h25_1 + id0 / 4 * 20 + id0 % 4 * 4, f1_0);
                }
            }
            int e5 = Extents.RealInRow(Extents.Inside(bias.Batch, 0, bias.Depth, 0, bias.Rows), s19, Extents.Inside(bias.Batch, 0, bias.Depth, 0, bias.Cols), 16, s16);
            var w31 = bias.At(bias.Offset(0, 0, s19, s16 * 16));
            var v31_0 = new Float4();
            if (e5 >= 16 & (bias.Cols & 3) == 0)
            {
                v31_0 = F32.Load4(w31, c0);
            }
            else
            {
                v31_0 = F32.Load4(w31, c0, e5 - c0);
            }
            var v32_0_0 = v24_0_0 + v31_0;
            var v33_0_0 = Lanes.Gelu(v32_0_0);
            int e6 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, x.Rows), 16, s15);
            int e7 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, w.Cols), 16, s16);
            {
                var w0 = y.At(y.Offset(0, 0, s15 * 16, s16 * 16));
                if (e0r >= 16 & e6 >= 16 & e0c >= 16 & e5 >= 16 & e7 >= 16 & (y.Cols & 3) == 0)
                {
                    F32.Store4(w0, r0 * y.Cols + c0, v33_0_0);
                }
                else
                {
                    F32.Store4(w0, r0 * y.Cols + c0, v33_0_0, r0 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                }
            }
        }
    }
}
