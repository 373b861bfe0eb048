    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN", "BK"],
            3,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 256, lanes: 4, sharedBytes: 18432, registers: 28, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 18432, registers: 40, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant1)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 16, sharedBytes: 9216, registers: 40, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant2)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 128, lanes: 2, sharedBytes: 6144, registers: 32, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant3, tensorCores: true)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 2, sharedBytes: 6144, registers: 40, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant4, tensorCores: true)));

        public void Launch(global::TileKit.IlgpuDevice device, DeviceTensor<sbyte> tensor0, DeviceTensor<sbyte> tensor1, DeviceTensor<int> tensor2)
        {
            var shape = Check();
            var arguments = new global::TileKit.Generated.Ilgpu.Kernels_RunArguments
            {
                x = global::TileKit.Ilgpu.IlgpuView.Of<sbyte, sbyte>(tensor0),
                w = global::TileKit.Ilgpu.IlgpuView.Of<sbyte, sbyte>(tensor1),
                y = global::TileKit.Ilgpu.IlgpuView.Of<int, int>(tensor2),
                steps = (int)steps,
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
            int s1 = y.Rows;
            int s2 = BM;
            int s3 = Extents.CeilDivide(s1, s2);
            int s4 = y.Cols;
            int s5 = BN;
            int s6 = Extents.CeilDivide(s4, s5);
            return (long)s3 * (long)s6;
        }

        public readonly void Describe(int grid, ref global::TileKit.Ilgpu.IlgpuCost cost)
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            cost.Instances(t0);
            double t1 = t0 * Average.Iterations((double)0, (double)steps, (double)1);
            cost.Stage(t1, BM, BK, 1, pipelined: true);
            cost.Stage(t1, BK, BN, 1, pipelined: true);
            cost.Mma(t1, BM, BN, BK, 1);
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
        public View<sbyte> x;
        public View<sbyte> w;
        public View<int> y;
        public int steps;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 32, BN = 32, BK = 32: 32 x 8 threads with 4 adjacent columns each, 18432 bytes of shared memory
        …

        // BM = 32, BN = 32, BK = 32: 8 x 8 threads with 4 adjacent columns each, 18432 bytes of shared memory
        …

        // BM = 32, BN = 32, BK = 32: 32 x 2 threads with 16 adjacent columns each, 9216 bytes of shared memory
        …

        // BM = 32, BN = 32, BK = 32: 16 x 8 threads with 2 adjacent columns each, 6144 bytes of shared memory
        …

        // BM = 32, BN = 32, BK = 32: 8 x 8 threads with 2 adjacent columns each, 6144 bytes of shared memory
        public static void Variant4(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, l0 = id0 & 31, wr0 = id0 / 32 / 2 * 8, wc0 = (id0 / 32 & 1) * 8, tr0 = wr0 + l0 / 4, tc0 = wc0 / 2 + (l0 & 3);
            int r0 = tr0;
            int r1 = tr0 + 8;
            int r2 = tr0 + 16;
            int r3 = tr0 + 24;
            int c0 = tc0 * 2;
            int c1 = tc0 * 2 + 16;
            var x = arguments.x;
            var w = arguments.w;
            var y = arguments.y;
            var m0 = Fragments.Tile(SharedMemory.Allocate<sbyte>(3072));
            var m1 = Fragments.Tile(SharedMemory.Allocate<sbyte>(3072));
            int s0 = arguments.steps;
            int s1 = y.Rows;
            int s2 = 32;
            int s3 = Extents.CeilDivide(s1, s2);
            int s4 = y.Cols;
            int s5 = 32;
            int s6 = Extents.CeilDivide(s4, s5);
            int g0 = Grid.IdxX;
            int s8 = g0 % s6; g0 /= s6;
            int s7 = g0;
            int s9 = 0;
            int s12 = 1;
            int e0r = 32;
            int e0c = 32;
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 32, s7);
            int e4 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, w.Cols), 32, s8);
            var v13_0_0 = Int2.All(s9);
            var v13_0_1 = Int2.All(s9);
            var v13_1_0 = Int2.All(s9);
            var v13_1_1 = Int2.All(s9);
            var v13_2_0 = Int2.All(s9);
            var v13_2_1 = Int2.All(s9);
            var v13_3_0 = Int2.All(s9);
            var v13_3_1 = Int2.All(s9);
            var f0_0 = new int();
            var f0_1 = new int();
            var f0_2 = new int();
            var f0_3 = new int();
            int h14_0 = 0;
            var f1_0 = new Int4();
            int h14_1 = 0;
            if (s9 < s0)
            {
                int ne2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 32, s9);
                int ne3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, w.Rows), 32, s9);
                var wf0_ = x.At(x.Offset(0, 0, s7 * 32, s9 * 32));
                if (e1 >= 32 & ne2 >= 32 & (x.Cols & 3) == 0)
                {
                    f0_0 = U8.Load4(wf0_, id0 / 8 * x.Cols + (id0 & 7) * 4);
                    f0_1 = U8.Load4(wf0_, (id0 + 64) / 8 * x.Cols + ((id0 + 64) & 7) * 4);
                    f0_2 = U8.Load4(wf0_, (id0 + 128) / 8 * x.Cols + ((id0 + 128) & 7) * 4);
                    f0_3 = U8.Load4(wf0_, (id0 + 192) / 8 * x.Cols + ((id0 + 192) & 7) * 4);
                }
                else
                {
                    f0_0 = U8.Load4(wf0_, id0 / 8 * x.Cols + (id0 & 7) * 4, id0 / 8 < e1 ? ne2 - (id0 & 7) * 4 : 0);
                    f0_1 = U8.Load4(wf0_, (id0 + 64) / 8 * x.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < e1 ? ne2 - ((id0 + 64) & 7) * 4 : 0);
                    f0_2 = U8.Load4(wf0_, (id0 + 128) / 8 * x.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < e1 ? ne2 - ((id0 + 128) & 7) * 4 : 0);
                    f0_3 = U8.Load4(wf0_, (id0 + 192) / 8 * x.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < e1 ? ne2 - ((id0 + 192) & 7) * 4 : 0);
                }
                var wf1_ = w.At(w.Offset(0, 0, s9 * 32, s8 * 32));
                if (ne3 >= 32 & e4 >= 32 & (w.Cols & 3) == 0)
                {
                    f1_0 = U8.Load4x4(wf1_, (id0 / 32 * 4 + (id0 & 3)) * 4 * w.Cols + (id0 / 4 & 7) * 4, w.Cols);
                }
                else
                {
                    f1_0 = U8.Load4x4(wf1_, (id0 / 32 * 4 + (id0 & 3)) * 4 * w.Cols + (id0 / 4 & 7) * 4, w.Cols, ne3 - (id0 / 32 * 4 + (id0 & 3)) * 4, e4 - (id0 / 4 & 7) * 4);
                }
                U8.Store4(m0, id0 / 8 * 48 + (id0 & 7) * 4, f0_0);
                U8.Store4(m0, (id0 + 64) / 8 * 48 + ((id0 + 64) & 7) * 4, f0_1);
                U8.Store4(m0, (id0 + 128) / 8 * 48 + ((id0 + 128) & 7) * 4, f0_2);
                U8.Store4(m0, (id0 + 192) / 8 * 48 + ((id0 + 192) & 7) * 4, f0_3);
                U8.StoreTurned(m1, (id0 / 4 & 7) * 4 * 48 + (id0 / 32 * 4 + (id0 & 3)) * 4, 48, id0 / 8, f1_0);
            }
            for (int s14 = s9; s14 < s0; s14 += s12)
            {
                Fence.Shared(); Group.Barrier();
                int i14 = s14 + s12;
                if (i14 < s0)
                {
                    int ne2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 32, i14);
                    int ne3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, w.Rows), 32, i14);
                    var wf0_ = x.At(x.Offset(0, 0, s7 * 32, i14 * 32));
                    if (e1 >= 32 & ne2 >= 32 & (x.Cols & 3) == 0)
                    {
                        f0_0 = U8.Load4(wf0_, id0 / 8 * x.Cols + (id0 & 7) * 4);
                        f0_1 = U8.Load4(wf0_, (id0 + 64) / 8 * x.Cols + ((id0 + 64) & 7) * 4);
                        f0_2 = U8.Load4(wf0_, (id0 + 128) / 8 * x.Cols + ((id0 + 128) & 7) * 4);
                        f0_3 = U8.Load4(wf0_, (id0 + 192) / 8 * x.Cols + ((id0 + 192) & 7) * 4);
                    }
                    else
                    {
                        f0_0 = U8.Load4(wf0_, id0 / 8 * x.Cols + (id0 & 7) * 4, id0 / 8 < e1 ? ne2 - (id0 & 7) * 4 : 0);
                        f0_1 = U8.Load4(wf0_, (id0 + 64) / 8 * x.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < e1 ? ne2 - ((id0 + 64) & 7) * 4 : 0);
                        f0_2 = U8.Load4(wf0_, (id0 + 128) / 8 * x.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < e1 ? ne2 - ((id0 + 128) & 7) * 4 : 0);
                        f0_3 = U8.Load4(wf0_, (id0 + 192) / 8 * x.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < e1 ? ne2 - ((id0 + 192) & 7) * 4 : 0);
                    }
                    var wf1_ = w.At(w.Offset(0, 0, i14 * 32, s8 * 32));
                    if (ne3 >= 32 & e4 >= 32 & (w.Cols & 3) == 0)
                    {
                        f1_0 = U8.Load4x4(wf1_, (id0 / 32 * 4 + (id0 & 3)) * 4 * w.Cols + (id0 / 4 & 7) * 4, w.Cols);
                    }
                    else
                    {
                        f1_0 = U8.Load4x4(wf1_, (id0 / 32 * 4 + (id0 & 3)) * 4 * w.Cols + (id0 / 4 & 7) * 4, w.Cols, ne3 - (id0 / 32 * 4 + (id0 & 3)) * 4, e4 - (id0 / 4 & 7) * 4);
                    }
                }
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 32, s14);
                int e3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, w.Rows), 32, s14);
                var v17_0_0 = v13_0_0;
                var v17_0_1 = v13_0_1;
                var v17_1_0 = v13_1_0;
                var v17_1_1 = v13_1_1;
                var v17_2_0 = v13_2_0;
                var v17_2_1 = v13_2_1;
                var v17_3_0 = v13_3_0;
                var v17_3_1 = v13_3_1;
                {
                    int k1 = Math.Min(e2, e3);
                    int y0 = h14_1 + (wc0 + (l0 & 7) + l0 / 16 * 16) * 48 + (l0 / 8 & 1) * 16;
                    int x0 = h14_0 + (wr0 + (l0 & 7) + (l0 / 8 & 1) * 8) * 48 + l0 / 16 * 16;
                    for (int k0 = 0; k0 < k1; k0 += 32)
                    {
                        var a0 = Fragments.Load(m0, x0 + 0 + k0);
                        var a1 = Fragments.Load(m0, x0 + 768 + k0);
                        var b0 = Fragments.Load(m1, y0 + 0 + k0);
                        (v17_0_0, v17_1_0) = Fragments.MmaI8(a0, b0.V0, b0.V1, v17_0_0, v17_1_0);
                        (v17_0_1, v17_1_1) = Fragments.MmaI8(a0, b0.V2, b0.V3, v17_0_1, v17_1_1);
                        (v17_2_0, v17_3_0) = Fragments.MmaI8(a1, b0.V0, b0.V1, v17_2_0, v17_3_0);
                        (v17_2_1, v17_3_1) = Fragments.MmaI8(a1, b0.V2, b0.V3, v17_2_1, v17_3_1);
                    }
                }
                (e0r, e0c) = (Math.Min(e0r, e1), Math.Min(e0c, e4));
                v13_0_0 = v17_0_0;
                v13_0_1 = v17_0_1;
                v13_1_0 = v17_1_0;
                v13_1_1 = v17_1_1;
                v13_2_0 = v17_2_0;
                v13_2_1 = v17_2_1;
                v13_3_0 = v17_3_0;
                v13_3_1 = v17_3_1;
                h14_0 = 1536 - h14_0;
                h14_1 = 1536 - h14_1;
                if (i14 < s0)
                {
                    U8.Store4(m0, h14_0 + id0 / 8 * 48 + (id0 & 7) * 4, f0_0);
                    U8.Store4(m0, h14_0 + (id0 + 64) / 8 * 48 + ((id0 + 64) & 7) * 4, f0_1);
                    U8.Store4(m0, h14_0 + (id0 + 128) / 8 * 48 + ((id0 + 128) & 7) * 4, f0_2);
                    U8.Store4(m0, h14_0 + (id0 + 192) / 8 * 48 + ((id0 + 192) & 7) * 4, f0_3);
                    U8.StoreTurned(m1, h14_1 + (id0 / 4 & 7) * 4 * 48 + (id0 / 32 * 4 + (id0 & 3)) * 4, 48, id0 / 8, f1_0);
                }
            }
            int e5 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), 32, s7);
            int e6 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), 32, s8);
            {
                var w0 = y.At(y.Offset(0, 0, s7 * 32, s8 * 32));
                if (e0r >= 32 & e5 >= 32 & e0c >= 32 & e6 >= 32 & (y.Cols & 3) == 0)
                {
                    I32.Store2(w0, r0 * y.Cols + c0, v13_0_0);
                    I32.Store2(w0, r0 * y.Cols + c1, v13_0_1);
                    I32.Store2(w0, r1 * y.Cols + c0, v13_1_0);
                    I32.Store2(w0, r1 * y.Cols + c1, v13_1_1);
                    I32.Store2(w0, r2 * y.Cols + c0, v13_2_0);
                    I32.Store2(w0, r2 * y.Cols + c1, v13_2_1);
                    I32.Store2(w0, r3 * y.Cols + c0, v13_3_0);
                    I32.Store2(w0, r3 * y.Cols + c1, v13_3_1);
                }
                else
                {
                    I32.Store2(w0, r0 * y.Cols + c0, v13_0_0, r0 < Math.Min(e0r, e5) ? Math.Min(e0c, e6) - c0 : 0);
                    I32.Store2(w0, r0 * y.Cols + c1, v13_0_1, r0 < Math.Min(e0r, e5) ? Math.Min(e0c, e6) - c1 : 0);
                    I32.Store2(w0, r1 * y.Cols + c0, v13_1_0, r1 < Math.Min(e0r, e5) ? Math.Min(e0c, e6) - c0 : 0);
                    I32.Store2(w0, r1 * y.Cols + c1, v13_1_1, r1 < Math.Min(e0r, e5) ? Math.Min(e0c, e6) - c1 : 0);
                    I32.Store2(w0, r2 * y.Cols + c0, v13_2_0, r2 < Math.Min(e0r, e5) ? Math.Min(e0c, e6) - c0 : 0);
                    I32.Store2(w0, r2 * y.Cols + c1, v13_2_1, r2 < Math.Min(e0r, e5) ? Math.Min(e0c, e6) - c1 : 0);
                    I32.Store2(w0, r3 * y.Cols + c0, v13_3_0, r3 < Math.Min(e0r, e5) ? Math.Min(e0c, e6) - c0 : 0);
                    I32.Store2(w0, r3 * y.Cols + c1, v13_3_1, r3 < Math.Min(e0r, e5) ? Math.Min(e0c, e6) - c1 : 0);
                }
            }
        }
    }
}
