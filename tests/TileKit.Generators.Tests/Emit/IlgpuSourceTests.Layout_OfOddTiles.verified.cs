    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN"],
            2,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [6, 6],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 256, lanes: 4, sharedBytes: 576, registers: 32, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [6, 6],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 576, registers: 32, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant1)));

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
            cost.Memory(t0, BN, BM, 4);
            cost.Exchange(t0, BM, BN);
            cost.Memory(t0, BM, BN, 4);
            cost.Map(t0, BM, BN, 1);
            cost.Reduce(t0, BM);
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
        public View<float> y;
        public float s;
        public int n;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 6, BN = 6: 32 x 8 threads with 4 adjacent columns each, 576 bytes of shared memory
        …

        // BM = 6, BN = 6: 8 x 8 threads with 4 adjacent columns each, 576 bytes of shared memory
        public static void Variant1(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, tr0 = id0 / 8, tc0 = id0 % 8;
            int r0 = tr0;
            int c0 = tc0 * 4;
            var x = arguments.x;
            var y = arguments.y;
            var m0 = SharedMemory.Allocate<float>(72);
            var m1 = SharedMemory.Allocate<float>(72);
            int s2 = y.Rows;
            int s3 = 6;
            int s4 = Extents.CeilDivide(s2, s3);
            int s5 = y.Cols;
            int s6 = 6;
            int s7 = Extents.CeilDivide(s5, s6);
            int g0 = Grid.IdxX;
            int s9 = g0 % s7; g0 /= s7;
            int s8 = g0;
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 6, s9);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 6, s8);
            var w10 = x.At(x.Offset(0, 0, s9 * 6, s8 * 6));
            var v10_0_0 = new Float4();
            v10_0_0 = F32.Load4(w10, r0 * x.Cols + c0, r0 < e0 ? e1 - c0 : 0);
            if (r0 < 6)
            {
                {
                    var f0 = v10_0_0;
                    if (c0 + 0 < 6)
                    {
                        F32.Store(m0, (c0 + 0) * 12 + r0, f0.V0);
                    }
                    if (c0 + 1 < 6)
                    {
                        F32.Store(m0, (c0 + 1) * 12 + r0, f0.V1);
                    }
                    if (c0 + 2 < 6)
                    {
                        F32.Store(m0, (c0 + 2) * 12 + r0, f0.V2);
                    }
                    if (c0 + 3 < 6)
                    {
                        F32.Store(m0, (c0 + 3) * 12 + r0, f0.V3);
                    }
                }
            }
            Fence.Shared(); Group.Barrier();
            var v11_0_0 = F32.Load4(m0, r0 * 12 + c0, (uint)r0 < 6u ? Extents.Within(6, c0, 4) : 0);
            int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 6, s8);
            int e3 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 6, s9);
            var w12 = x.At(x.Offset(0, 0, s8 * 6, s9 * 6));
            var v12_0_0 = new Float4();
            v12_0_0 = F32.Load4(w12, r0 * x.Cols + c0, r0 < e2 ? e3 - c0 : 0);
            float v13_0 = 0f;
            {
                var k0 = Lanes.Less(Int4.From(c0), Int4.All(e3));
                v13_0 = Lanes.Sum(Lanes.Select(k0, v12_0_0, Float4.All(0f)));
            }
            if (r0 < 6)
            {
                F32.Store(m1, Extents.Min(r0, 5) * 12 + tc0, v13_0);
            }
            Fence.Shared(); Group.Barrier();
            v13_0 = F32.Load(m1, Extents.Min(r0, 5) * 12 + 0);
            for (int q0 = 1; q0 < 8; q0++)
            {
                v13_0 = v13_0 + F32.Load(m1, Extents.Min(r0, 5) * 12 + q0);
            }
            var v14_0_0 = v11_0_0 * Float4.All(v13_0);
            int e4 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), 6, s8);
            int e5 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), 6, s9);
            {
                var w0 = y.At(y.Offset(0, 0, s8 * 6, s9 * 6));
                F32.Store4(w0, r0 * y.Cols + c0, v14_0_0, r0 < Math.Min(Math.Min(e1, e2), e4) ? Math.Min(e0, e5) - c0 : 0);
            }
        }
    }
}
