    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN"],
            2,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [16, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 256, lanes: 4, sharedBytes: 768, registers: 28, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0),
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 256, lanes: 4, sharedBytes: 0, registers: 26, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0Grid2)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [16, 16],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 512, registers: 28, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant1),
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 0, registers: 26, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant1Grid2)));

        public void Launch(global::TileKit.IlgpuDevice device, DeviceTensor<float> tensor0, DeviceTensor<float> tensor1)
        {
            var shape = Check();
            var arguments = new global::TileKit.Generated.Ilgpu.Kernels_RunArguments
            {
                x = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor0),
                y = global::TileKit.Ilgpu.IlgpuView.Of<float, float>(tensor1),
            };
            global::TileKit.Ilgpu.IlgpuLauncher.Run(device, Ilgpu, shape, ref this, arguments);
        }

        public void SetSizes(ReadOnlySpan<int> sizes)
        {
            BM = sizes[0];
            BN = sizes[1];
            ShapeTemps();
        }

        public long TempBytes() => PlaceTemps(default);

        public readonly void SetTemps(ref global::TileKit.Generated.Ilgpu.Kernels_RunArguments arguments, global::TileKit.Ilgpu.IlgpuTemps temps)
        {
            arguments.temporary1 = temps.View<float, float>(temporary1);
        }


        public readonly int Extent(int index) => 0;
        public readonly bool IsExact(int index) => false;

        public readonly long Instances(int grid)
        {
            switch (grid)
            {
                case 0:
                {
                    int s0 = x.Cols;
                    int s1 = BN;
                    int s2 = Extents.CeilDivide(s0, s1);
                    int s3 = x.Rows;
                    int s7 = BM;
                    int s8 = Extents.CeilDivide(s3, s7);
                    return (long)s8 * (long)s2;
                }
                default:
                {
                    int s3 = x.Rows;
                    int s7 = BM;
                    int s8 = Extents.CeilDivide(s3, s7);
                    return (long)s8;
                }
            }
        }

        public readonly void Describe(int grid, ref global::TileKit.Ilgpu.IlgpuCost cost)
        {
            switch (grid)
            {
                case 0:
                {
                    double t0 = Average.CeilDivide((double)x.Rows, (double)(BM)) * Average.CeilDivide((double)x.Cols, (double)(BN));
                    cost.Instances(t0);
                    cost.Memory(t0, BM, BN, 4);
                    cost.Map(t0, BM, BN, 1);
                    cost.Reduce(t0, BM);
                    return;
                }
                default:
                {
                    double t0 = Average.CeilDivide((double)x.Rows, (double)(BM));
                    cost.Instances(t0);
                    double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BN)), (double)1);
                    return;
                }
            }
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
        public View<float> temporary1;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 16, BN = 16: 32 x 8 threads with 4 adjacent columns each, 768 bytes of shared memory
        …

        // BM = 16, BN = 16: 256 x 1 threads with 4 adjacent columns each, 0 bytes of shared memory
        public static void Variant0Grid2(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 1, tc0 = id0 % 1;
            int r0 = tr0;
            int c0 = tc0 * 4;
            var x = arguments.x;
            var y = arguments.y;
            var temporary1 = arguments.temporary1;
            int s0 = x.Cols;
            int s1 = 16;
            int s2 = Extents.CeilDivide(s0, s1);
            int s3 = x.Rows;
            int s4 = 1;
            int s7 = 16;
            int s8 = Extents.CeilDivide(s3, s7);
            int g0 = Grid.IdxX;
            int s19 = g0;
            float s20 = 0f;
            int s22 = 0;
            int e0r = 16;
            var v27_0 = s20;
            for (int s28 = s22; s28 < s2; s28 += s4)
            {
                int e1 = Extents.RealInRow(Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, temporary1.Rows), s28, Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, x.Rows), 16, s19);
                var w29 = temporary1.At(temporary1.Offset(0, 0, s28, s19 * 16));
                float v29_0 = r0 < e1 ? F32.Load(w29, r0) : 0f;
                var v30_0 = v27_0 + v29_0;
                e0r = Math.Min(e0r, e1);
                v27_0 = v30_0;
            }
            int e2 = Extents.RealInRow(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), s22, Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), 16, s19);
            {
                var w0 = y.At(y.Offset(0, 0, s22, s19 * 16));
                if (tc0 == 0)
                {
                    if (r0 < Math.Min(e0r, e2))
                    {
                        F32.Store(w0, r0, v27_0);
                    }
                }
            }
        }

        // BM = 16, BN = 16: 16 x 4 threads with 4 adjacent columns each, 512 bytes of shared memory
        public static void Variant1(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 4, tc0 = id0 % 4;
            int r0 = tr0;
            int c0 = tc0 * 4;
            var x = arguments.x;
            var y = arguments.y;
            var temporary1 = arguments.temporary1;
            var m0 = SharedMemory.Allocate<float>(128);
            int s0 = x.Cols;
            int s1 = 16;
            int s2 = Extents.CeilDivide(s0, s1);
            int s3 = x.Rows;
            int s7 = 16;
            int s8 = Extents.CeilDivide(s3, s7);
            int g0 = Grid.IdxX;
            int s13 = g0 % s2; g0 /= s2;
            int s12 = g0;
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 16, s12);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 16, s13);
            var w14 = x.At(x.Offset(0, 0, s12 * 16, s13 * 16));
            var v14_0_0 = new Float4();
            if (e0 >= 16 & e1 >= 16 & (x.Cols & 3) == 0)
            {
                v14_0_0 = F32.Load4(w14, r0 * x.Cols + c0);
            }
            else
            {
                v14_0_0 = F32.Load4(w14, r0 * x.Cols + c0, r0 < e0 ? e1 - c0 : 0);
            }
            float v15_0 = 0f;
            if (e1 >= 16)
            {
                v15_0 = Lanes.Sum(v14_0_0);
            }
            else
            {
                var k0 = Lanes.Less(Int4.From(c0), Int4.All(e1));
                v15_0 = Lanes.Sum(Lanes.Select(k0, v14_0_0, Float4.All(0f)));
            }
            F32.Store(m0, r0 * 8 + tc0, v15_0);
            Fence.Shared(); Group.Barrier();
            v15_0 = F32.Load(m0, r0 * 8 + 0);
            for (int q0 = 1; q0 < 4; q0++)
            {
                v15_0 = v15_0 + F32.Load(m0, r0 * 8 + q0);
            }
            int e2 = Extents.RealInRow(Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, temporary1.Rows), s13, Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, x.Rows), 16, s12);
            {
                var w0 = temporary1.At(temporary1.Offset(0, 0, s13, s12 * 16));
                if (tc0 == 0)
                {
                    if (r0 < Math.Min(e0, e2))
                    {
                        F32.Store(w0, r0, v15_0);
                    }
                }
            }
        }

        // BM = 16, BN = 16: 64 x 1 threads with 4 adjacent columns each, 0 bytes of shared memory
        public static void Variant1Grid2(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 1, tc0 = id0 % 1;
            int r0 = tr0;
            int c0 = tc0 * 4;
            var x = arguments.x;
            var y = arguments.y;
            var temporary1 = arguments.temporary1;
            int s0 = x.Cols;
            int s1 = 16;
            int s2 = Extents.CeilDivide(s0, s1);
            int s3 = x.Rows;
            int s4 = 1;
            int s7 = 16;
            int s8 = Extents.CeilDivide(s3, s7);
            int g0 = Grid.IdxX;
            int s19 = g0;
            float s20 = 0f;
            int s22 = 0;
            int e0r = 16;
            var v27_0 = s20;
            for (int s28 = s22; s28 < s2; s28 += s4)
            {
                int e1 = Extents.RealInRow(Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, temporary1.Rows), s28, Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, x.Rows), 16, s19);
                var w29 = temporary1.At(temporary1.Offset(0, 0, s28, s19 * 16));
                float v29_0 = r0 < e1 ? F32.Load(w29, r0) : 0f;
                var v30_0 = v27_0 + v29_0;
                e0r = Math.Min(e0r, e1);
                v27_0 = v30_0;
            }
            int e2 = Extents.RealInRow(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), s22, Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), 16, s19);
            {
                var w0 = y.At(y.Offset(0, 0, s22, s19 * 16));
                if (tc0 == 0)
                {
                    if (r0 < Math.Min(e0r, e2))
                    {
                        F32.Store(w0, r0, v27_0);
                    }
                }
            }
        }
    }
}
