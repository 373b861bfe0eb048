    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN"],
            2,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [16, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 640, registers: 36, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)));

        public void Launch(global::TileKit.IlgpuDevice device, DeviceTensor<float> tensor0, DeviceTensor<float> tensor1)
        {
            var shape = Check();
            var arguments = new global::TileKit.Generated.Ilgpu.Kernels_RunArguments
            {
                x = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor0),
                y = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor1),
                s = (float)s,
                n = (int)n,
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
            int s2 = y.Rows;
            int s3 = BM;
            int s4 = Extents.CeilDivide(s2, s3);
            int s5 = y.Cols;
            int s6 = BN;
            int s7 = Extents.CeilDivide(s5, s6);
            return (long)s4 * (long)s7;
        }

        public readonly void Describe(int grid, ref global::TileKit.Ilgpu.IlgpuCost cost)
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            cost.Instances(t0);
            cost.Memory(t0, BM, BN, 4);
            cost.Map(t0, BM, BN, 1);
            cost.Reduce(t0, BN);
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
        public View<float> y;
        public float s;
        public int n;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 16, BN = 16: 8 x 8 threads with 4 adjacent columns each, 640 bytes of shared memory
        public static void Variant0(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 8, tc0 = id0 % 8;
            int r0 = tr0;
            int r1 = tr0 + 8;
            int c0 = tc0 * 4;
            var x = arguments.x;
            var y = arguments.y;
            var m0 = SharedMemory.Allocate<float>(160);
            float s0 = arguments.s;
            int s2 = y.Rows;
            int s3 = 16;
            int s4 = Extents.CeilDivide(s2, s3);
            int s5 = y.Cols;
            int s6 = 16;
            int s7 = Extents.CeilDivide(s5, s6);
            int g0 = Grid.IdxX;
            int s9 = g0 % s7; g0 /= s7;
            int s8 = g0;
            int s10 = 0;
            int e0 = Extents.RealInRow(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), s10, Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 16, s9);
            var w11 = x.At(x.Offset(0, 0, s10, s9 * 16));
            var v11_0 = new Float4();
            v11_0 = F32.Load4(w11, c0, e0 - c0);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 16, s8);
            int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 16, s9);
            var w13 = x.At(x.Offset(0, 0, s8 * 16, s9 * 16));
            var v13_0_0 = new Float4();
            var v13_1_0 = new Float4();
            v13_0_0 = F32.Load4(w13, r0 * x.Cols + c0, r0 < e1 ? e2 - c0 : 0);
            v13_1_0 = F32.Load4(w13, r1 * x.Cols + c0, r1 < e1 ? e2 - c0 : 0);
            Float4 v14_0 = Float4.All(0f);
            if (e1 >= 16)
            {
                v14_0 = v13_0_0 + v13_1_0;
            }
            else
            {
                v14_0 = Lanes.Select(r0 < e1, v13_0_0, Float4.All(0f)) + Lanes.Select(r1 < e1, v13_1_0, Float4.All(0f));
            }
            F32.Store4(m0, tr0 * 20 + c0, v14_0, 16 - c0);
            Fence.Shared(); Group.Barrier();
            v14_0 = F32.Load4(m0, 0 * 20 + c0, 16 - c0);
            for (int q0 = 1; q0 < 8; q0++)
            {
                v14_0 = v14_0 + F32.Load4(m0, q0 * 20 + c0, 16 - c0);
            }
            var v15_0 = Lanes.Fma(v11_0, Float4.All(s0), v14_0);
            int e3 = Extents.RealInRow(Extents.Inside(y.Batch, s8, y.Depth, s10, y.Rows), s10, Extents.Inside(y.Batch, s8, y.Depth, s10, y.Cols), 16, s9);
            {
                var w0 = y.At(y.Offset(s8, s10, s10, s9 * 16));
                if (tr0 == 0)
                {
                    F32.Store4(w0, c0, v15_0, Math.Min(Math.Min(e0, e2), e3) - c0);
                }
            }
        }
    }
}
