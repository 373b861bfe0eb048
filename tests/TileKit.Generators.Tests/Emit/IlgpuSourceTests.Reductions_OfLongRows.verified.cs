    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "N"],
            1,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [1, 1024],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 256, lanes: 4, sharedBytes: 2208, registers: 31, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [1, 1024],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 576, registers: 43, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant1)));

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
            N = sizes[1];
        }

        public readonly long TempBytes() => 0;

        public readonly void SetTemps(ref global::TileKit.Generated.Ilgpu.Kernels_RunArguments arguments, global::TileKit.Ilgpu.IlgpuTemps temps)
        {
        }


        public readonly int Extent(int index) => index switch { 0 => N, _ => 0 };
        public readonly bool IsExact(int index) => index is 0;

        public readonly long Instances(int grid)
        {
            int s0 = y.Rows;
            int s1 = BM;
            int s2 = Extents.CeilDivide(s0, s1);
            return (long)s2;
        }

        public readonly void Describe(int grid, ref global::TileKit.Ilgpu.IlgpuCost cost)
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM));
            cost.Instances(t0);
            cost.Memory(t0, BM, N, 4);
            cost.Map(t0, BM, N, 1);
            cost.Reduce(t0, BM);
            cost.Map(t0, BM, N, 1);
            cost.Map(t0, BM, N, 12);
            cost.Map(t0, BM, N, 1);
            cost.Reduce(t0, BM);
            cost.Map(t0, BM, N, 1);
            cost.Map(t0, BM, N, 1);
            cost.Memory(t0, BM, N, 4);
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
    }

    internal static class Kernels_RunVariants
    {
        // BM = 1, N = 1024: 1 x 256 threads with 4 adjacent columns each, 2208 bytes of shared memory
        …

        // BM = 1, N = 1024: 1 x 64 threads with 4 adjacent columns each, 576 bytes of shared memory
        public static void Variant1(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 64, tc0 = id0 % 64;
            int r0 = tr0;
            int c0 = tc0 * 4;
            int c1 = tc0 * 4 + 256;
            int c2 = tc0 * 4 + 512;
            int c3 = tc0 * 4 + 768;
            var x = arguments.x;
            var y = arguments.y;
            var m0 = SharedMemory.Allocate<float>(72);
            var m1 = SharedMemory.Allocate<float>(72);
            int s0 = y.Rows;
            int s1 = 1;
            int s2 = Extents.CeilDivide(s0, s1);
            int g0 = Grid.IdxX;
            int s3 = g0;
            int s4 = 0;
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 1, s3);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 1024, s4);
            var w5 = x.At(x.Offset(0, 0, s3 * 1, s4 * 1024));
            var v5_0_0 = new Float4();
            var v5_0_1 = new Float4();
            var v5_0_2 = new Float4();
            var v5_0_3 = new Float4();
            if (e0 >= 1 & e1 >= 1024 & (x.Cols & 3) == 0)
            {
                v5_0_0 = F32.Load4(w5, r0 * x.Cols + c0);
                v5_0_1 = F32.Load4(w5, r0 * x.Cols + c1);
                v5_0_2 = F32.Load4(w5, r0 * x.Cols + c2);
                v5_0_3 = F32.Load4(w5, r0 * x.Cols + c3);
            }
            else
            {
                v5_0_0 = F32.Load4(w5, r0 * x.Cols + c0, r0 < e0 ? e1 - c0 : 0);
                v5_0_1 = F32.Load4(w5, r0 * x.Cols + c1, r0 < e0 ? e1 - c1 : 0);
                v5_0_2 = F32.Load4(w5, r0 * x.Cols + c2, r0 < e0 ? e1 - c2 : 0);
                v5_0_3 = F32.Load4(w5, r0 * x.Cols + c3, r0 < e0 ? e1 - c3 : 0);
            }
            float v6_0 = float.NegativeInfinity;
            if (e1 >= 1024)
            {
                v6_0 = Lanes.Maximum(Lanes.Max(Lanes.Max(Lanes.Max(v5_0_0, v5_0_1), v5_0_2), v5_0_3));
            }
            else
            {
                var k0 = Lanes.Less(Int4.From(c0), Int4.All(e1));
                var k1 = Lanes.Less(Int4.From(c1), Int4.All(e1));
                var k2 = Lanes.Less(Int4.From(c2), Int4.All(e1));
                var k3 = Lanes.Less(Int4.From(c3), Int4.All(e1));
                v6_0 = Lanes.Maximum(Lanes.Max(Lanes.Max(Lanes.Max(Lanes.Select(k0, v5_0_0, Float4.All(float.NegativeInfinity)), Lanes.Select(k1, v5_0_1, Float4.All(float.NegativeInfinity))), Lanes.Select(k2, v5_0_2, Float4.All(float.NegativeInfinity))), Lanes.Select(k3, v5_0_3, Float4.All(float.NegativeInfinity))));
            }
            F32.Store(m0, r0 * 72 + tc0, v6_0);
            Fence.Shared(); Group.Barrier();
            if (tc0 < 4)
            {
                var p0 = F32.Load(m0, r0 * 72 + tc0 * 16);
                for (int q0 = 1; q0 < 16; q0++)
                {
                    p0 = Lanes.Max(p0, F32.Load(m0, r0 * 72 + ((tc0 * 16) + q0)));
                }
                F32.Store(m0, r0 * 72 + (64 + tc0), p0);
            }
            Fence.Shared(); Group.Barrier();
            v6_0 = F32.Load(m0, r0 * 72 + 64);
            for (int q0 = 1; q0 < 4; q0++)
            {
                v6_0 = Lanes.Max(v6_0, F32.Load(m0, r0 * 72 + (64 + q0)));
            }
            var v7_0_0 = v5_0_0 - Float4.All(v6_0);
            var v7_0_1 = v5_0_1 - Float4.All(v6_0);
            var v7_0_2 = v5_0_2 - Float4.All(v6_0);
            var v7_0_3 = v5_0_3 - Float4.All(v6_0);
            var v8_0_0 = Lanes.Exp(v7_0_0);
            var v8_0_1 = Lanes.Exp(v7_0_1);
            var v8_0_2 = Lanes.Exp(v7_0_2);
            var v8_0_3 = Lanes.Exp(v7_0_3);
            float v9_0 = 0f;
            if (e1 >= 1024)
            {
                v9_0 = Lanes.Sum(v8_0_0 + v8_0_1 + v8_0_2 + v8_0_3);
            }
            else
            {
                var k0 = Lanes.Less(Int4.From(c0), Int4.All(e1));
                var k1 = Lanes.Less(Int4.From(c1), Int4.All(e1));
                var k2 = Lanes.Less(Int4.From(c2), Int4.All(e1));
                var k3 = Lanes.Less(Int4.From(c3), Int4.All(e1));
                v9_0 = Lanes.Sum(Lanes.Select(k0, v8_0_0, Float4.All(0f)) + Lanes.Select(k1, v8_0_1, Float4.All(0f)) + Lanes.Select(k2, v8_0_2, Float4.All(0f)) + Lanes.Select(k3, v8_0_3, Float4.All(0f)));
            }
            F32.Store(m1, r0 * 72 + tc0, v9_0);
            Fence.Shared(); Group.Barrier();
            if (tc0 < 4)
            {
                var p0 = F32.Load(m1, r0 * 72 + tc0 * 16);
                for (int q0 = 1; q0 < 16; q0++)
                {
                    p0 = p0 + F32.Load(m1, r0 * 72 + ((tc0 * 16) + q0));
                }
                F32.Store(m1, r0 * 72 + (64 + tc0), p0);
            }
            Fence.Shared(); Group.Barrier();
            v9_0 = F32.Load(m1, r0 * 72 + 64);
            for (int q0 = 1; q0 < 4; q0++)
            {
                v9_0 = v9_0 + F32.Load(m1, r0 * 72 + (64 + q0));
            }
            var v12_0 = Lanes.Abs(v9_0);
            float s13 = 1.2676506E+30f;
            var v14_0 = Lanes.Greater(v12_0, s13);
            float s15 = 5.42101086E-20f;
            float s16 = 1f;
            var v17_0 = Lanes.Select(v14_0, s15, s16);
            float s18 = 7.88860905E-31f;
            var v19_0 = Lanes.Less(v12_0, s18);
            float s20 = 1.84467441E+19f;
            var v21_0 = Lanes.Select(v19_0, s20, v17_0);
            var v23_0 = v9_0 * v21_0;
            var v24_0 = s16 / v23_0;
            var v25_0_0 = v8_0_0 * Float4.All(v21_0);
            var v25_0_1 = v8_0_1 * Float4.All(v21_0);
            var v25_0_2 = v8_0_2 * Float4.All(v21_0);
            var v25_0_3 = v8_0_3 * Float4.All(v21_0);
            var v10_0_0 = v25_0_0 * Float4.All(v24_0);
            var v10_0_1 = v25_0_1 * Float4.All(v24_0);
            var v10_0_2 = v25_0_2 * Float4.All(v24_0);
            var v10_0_3 = v25_0_3 * Float4.All(v24_0);
            int e2 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), 1, s3);
            int e3 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), 1024, s4);
            {
                var w0 = y.At(y.Offset(0, 0, s3 * 1, s4 * 1024));
                if (e0 >= 1 & e2 >= 1 & e1 >= 1024 & e3 >= 1024 & (y.Cols & 3) == 0)
                {
                    F32.Store4(w0, r0 * y.Cols + c0, v10_0_0);
                    F32.Store4(w0, r0 * y.Cols + c1, v10_0_1);
                    F32.Store4(w0, r0 * y.Cols + c2, v10_0_2);
                    F32.Store4(w0, r0 * y.Cols + c3, v10_0_3);
                }
                else
                {
                    F32.Store4(w0, r0 * y.Cols + c0, v10_0_0, r0 < Math.Min(e0, e2) ? Math.Min(e1, e3) - c0 : 0);
                    F32.Store4(w0, r0 * y.Cols + c1, v10_0_1, r0 < Math.Min(e0, e2) ? Math.Min(e1, e3) - c1 : 0);
                    F32.Store4(w0, r0 * y.Cols + c2, v10_0_2, r0 < Math.Min(e0, e2) ? Math.Min(e1, e3) - c2 : 0);
                    F32.Store4(w0, r0 * y.Cols + c3, v10_0_3, r0 < Math.Min(e0, e2) ? Math.Min(e1, e3) - c3 : 0);
                }
            }
        }
    }
}
