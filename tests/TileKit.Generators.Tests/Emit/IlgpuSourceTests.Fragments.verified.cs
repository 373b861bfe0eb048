    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN", "BK"],
            3,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 256, lanes: 4, sharedBytes: 18432, registers: 32, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 18432, registers: 44, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant1)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 16, sharedBytes: 9216, registers: 56, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant2)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 128, lanes: 2, sharedBytes: 10240, registers: 36, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant3, tensorCores: true)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 2, sharedBytes: 10240, registers: 44, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant4, tensorCores: true)));

        public void Launch(global::TileKit.IlgpuDevice device, DeviceTensor<global::TileKit.BFloat16> tensor0, DeviceTensor<global::TileKit.BFloat16> tensor1, DeviceTensor<float> tensor2, DeviceTensor<float> tensor3)
        {
            var shape = Check();
            var arguments = new global::TileKit.Generated.Ilgpu.Kernels_RunArguments
            {
                x = global::TileKit.Ilgpu.IlgpuView.Of<global::TileKit.BFloat16, ushort>(tensor0),
                w = global::TileKit.Ilgpu.IlgpuView.Of<global::TileKit.BFloat16, ushort>(tensor1),
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
            cost.Stage(t1, BM, BK, 2, pipelined: true);
            cost.Stage(t1, BK, BN, 2, pipelined: true);
            cost.Mma(t1, BM, BN, BK, 2);
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
        public View<ushort> x;
        public View<ushort> w;
        public View<float> bias;
        public View<float> y;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 32, BN = 32, BK = 32: 32 x 8 threads with 4 adjacent columns each, 18432 bytes of shared memory
        …

        // BM = 32, BN = 32, BK = 32: 8 x 8 threads with 4 adjacent columns each, 18432 bytes of shared memory
        …

        // BM = 32, BN = 32, BK = 32: 32 x 2 threads with 16 adjacent columns each, 9216 bytes of shared memory
        …

        // BM = 32, BN = 32, BK = 32: 16 x 8 threads with 2 adjacent columns each, 10240 bytes of shared memory
        …

        // BM = 32, BN = 32, BK = 32: 8 x 8 threads with 2 adjacent columns each, 10240 bytes of shared memory
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
            var bias = arguments.bias;
            var y = arguments.y;
            var m0 = Fragments.Tile(SharedMemory.Allocate<ushort>(2560));
            var m1 = Fragments.Tile(SharedMemory.Allocate<ushort>(2560));
            int s0 = x.Cols;
            int s4 = y.Cols;
            int s7 = y.Rows;
            int s10 = 32;
            int s11 = Extents.CeilDivide(s7, s10);
            int s13 = 32;
            int s14 = Extents.CeilDivide(s4, s13);
            int g0 = Grid.IdxX;
            int s16 = g0 % s14; g0 /= s14;
            int s15 = g0;
            float s17 = 0f;
            int s19 = 0;
            int s21 = 32;
            int s22 = Extents.CeilDivide(s0, s21);
            int s23 = 1;
            int e0r = 32;
            int e0c = 32;
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 32, s15);
            int e4 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, w.Cols), 32, s16);
            var v24_0_0 = Float2.All(s17);
            var v24_0_1 = Float2.All(s17);
            var v24_1_0 = Float2.All(s17);
            var v24_1_1 = Float2.All(s17);
            var v24_2_0 = Float2.All(s17);
            var v24_2_1 = Float2.All(s17);
            var v24_3_0 = Float2.All(s17);
            var v24_3_1 = Float2.All(s17);
            var u0 = x.Matrix(0, 0);
            int h25_0 = 0;
            var u1 = w.Matrix(0, 0);
            int h25_1 = 0;
            if (s19 < s22)
            {
                int ne2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 32, s19);
                int ne3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, x.Cols), 32, s19);
                if ((x.Cols & 7) == 0)
                {
                    var w0 = u0.At(u0.Offset(s15 * 32, s19 * 32));
                    int y0 = id0 / 4, x0 = (id0 & 3) * 8;
                    int t0 = y0 * 40 + x0, o0 = y0 * x.Cols + x0;
                    if (e1 >= 32 & ne2 >= 32)
                    {
                        Copies.Start(m0, t0, w0, o0);
                        Copies.Start(m0, t0 + 640, w0, o0 + 16 * x.Cols);
                    }
                    else
                    {
                        Copies.Start(m0, t0, w0, o0, y0 < e1 ? ne2 - x0 : 0);
                        Copies.Start(m0, t0 + 640, w0, o0 + 16 * x.Cols, y0 + 16 < e1 ? ne2 - x0 : 0);
                    }
                }
                else
                {
                    var f0 = new Bits4();
                    var f1 = new Bits4();
                    var f2 = new Bits4();
                    var f3 = new Bits4();
                    var wf = x.At(x.Offset(0, 0, s15 * 32, s19 * 32));
                    if (e1 >= 32 & ne2 >= 32 & (x.Cols & 3) == 0)
                    {
                        f0 = U16.Load4(wf, id0 / 8 * x.Cols + (id0 & 7) * 4);
                        f1 = U16.Load4(wf, (id0 + 64) / 8 * x.Cols + ((id0 + 64) & 7) * 4);
                        f2 = U16.Load4(wf, (id0 + 128) / 8 * x.Cols + ((id0 + 128) & 7) * 4);
                        f3 = U16.Load4(wf, (id0 + 192) / 8 * x.Cols + ((id0 + 192) & 7) * 4);
                    }
                    else
                    {
                        f0 = U16.Load4(wf, id0 / 8 * x.Cols + (id0 & 7) * 4, id0 / 8 < e1 ? ne2 - (id0 & 7) * 4 : 0);
                        f1 = U16.Load4(wf, (id0 + 64) / 8 * x.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < e1 ? ne2 - ((id0 + 64) & 7) * 4 : 0);
                        f2 = U16.Load4(wf, (id0 + 128) / 8 * x.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < e1 ? ne2 - ((id0 + 128) & 7) * 4 : 0);
                        f3 = U16.Load4(wf, (id0 + 192) / 8 * x.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < e1 ? ne2 - ((id0 + 192) & 7) * 4 : 0);
                    }
                    U16.Store4(m0, id0 / 8 * 40 + (id0 & 7) * 4, f0);
                    U16.Store4(m0, (id0 + 64) / 8 * 40 + ((id0 + 64) & 7) * 4, f1);
                    U16.Store4(m0, (id0 + 128) / 8 * 40 + ((id0 + 128) & 7) * 4, f2);
                    U16.Store4(m0, (id0 + 192) / 8 * 40 + ((id0 + 192) & 7) * 4, f3);
                }
                if ((w.Cols & 7) == 0)
                {
                    var w0 = u1.At(u1.Offset(s19 * 32, s16 * 32));
                    int y0 = id0 / 4, x0 = (id0 & 3) * 8;
                    int t0 = y0 * 40 + x0, o0 = y0 * w.Cols + x0;
                    if (ne3 >= 32 & e4 >= 32)
                    {
                        Copies.Start(m1, t0, w0, o0);
                        Copies.Start(m1, t0 + 640, w0, o0 + 16 * w.Cols);
                    }
                    else
                    {
                        Copies.Start(m1, t0, w0, o0, y0 < ne3 ? e4 - x0 : 0);
                        Copies.Start(m1, t0 + 640, w0, o0 + 16 * w.Cols, y0 + 16 < ne3 ? e4 - x0 : 0);
                    }
                }
                else
                {
                    var f0 = new Bits4();
                    var f1 = new Bits4();
                    var f2 = new Bits4();
                    var f3 = new Bits4();
                    var wf = w.At(w.Offset(0, 0, s19 * 32, s16 * 32));
                    if (ne3 >= 32 & e4 >= 32 & (w.Cols & 3) == 0)
                    {
                        f0 = U16.Load4(wf, id0 / 8 * w.Cols + (id0 & 7) * 4);
                        f1 = U16.Load4(wf, (id0 + 64) / 8 * w.Cols + ((id0 + 64) & 7) * 4);
                        f2 = U16.Load4(wf, (id0 + 128) / 8 * w.Cols + ((id0 + 128) & 7) * 4);
                        f3 = U16.Load4(wf, (id0 + 192) / 8 * w.Cols + ((id0 + 192) & 7) * 4);
                    }
                    else
                    {
                        f0 = U16.Load4(wf, id0 / 8 * w.Cols + (id0 & 7) * 4, id0 / 8 < ne3 ? e4 - (id0 & 7) * 4 : 0);
                        f1 = U16.Load4(wf, (id0 + 64) / 8 * w.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < ne3 ? e4 - ((id0 + 64) & 7) * 4 : 0);
                        f2 = U16.Load4(wf, (id0 + 128) / 8 * w.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < ne3 ? e4 - ((id0 + 128) & 7) * 4 : 0);
                        f3 = U16.Load4(wf, (id0 + 192) / 8 * w.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < ne3 ? e4 - ((id0 + 192) & 7) * 4 : 0);
                    }
                    U16.Store4(m1, id0 / 8 * 40 + (id0 & 7) * 4, f0);
                    U16.Store4(m1, (id0 + 64) / 8 * 40 + ((id0 + 64) & 7) * 4, f1);
                    U16.Store4(m1, (id0 + 128) / 8 * 40 + ((id0 + 128) & 7) * 4, f2);
                    U16.Store4(m1, (id0 + 192) / 8 * 40 + ((id0 + 192) & 7) * 4, f3);
                }
            }
            for (int s25 = s19; s25 < s22; s25 += s23)
            {
                Copies.Wait(); Fence.Shared(); Group.Barrier();
                int i25 = s25 + s23;
                if (i25 < s22)
                {
                    int ne2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 32, i25);
                    int ne3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, x.Cols), 32, i25);
                    if ((x.Cols & 7) == 0)
                    {
                        var w0 = u0.At(u0.Offset(s15 * 32, i25 * 32));
                        int y0 = id0 / 4, x0 = (id0 & 3) * 8;
                        int t0 = 1280 - h25_0 + y0 * 40 + x0, o0 = y0 * x.Cols + x0;
                        if (e1 >= 32 & ne2 >= 32)
                        {
                            Copies.Start(m0, t0, w0, o0);
                            Copies.Start(m0, t0 + 640, w0, o0 + 16 * x.Cols);
                        }
                        else
                        {
                            Copies.Start(m0, t0, w0, o0, y0 < e1 ? ne2 - x0 : 0);
                            Copies.Start(m0, t0 + 640, w0, o0 + 16 * x.Cols, y0 + 16 < e1 ? ne2 - x0 : 0);
                        }
                    }
                    else
                    {
                        var f0 = new Bits4();
                        var f1 = new Bits4();
                        var f2 = new Bits4();
                        var f3 = new Bits4();
                        var wf = x.At(x.Offset(0, 0, s15 * 32, i25 * 32));
                        if (e1 >= 32 & ne2 >= 32 & (x.Cols & 3) == 0)
                        {
                            f0 = U16.Load4(wf, id0 / 8 * x.Cols + (id0 & 7) * 4);
                            f1 = U16.Load4(wf, (id0 + 64) / 8 * x.Cols + ((id0 + 64) & 7) * 4);
                            f2 = U16.Load4(wf, (id0 + 128) / 8 * x.Cols + ((id0 + 128) & 7) * 4);
                            f3 = U16.Load4(wf, (id0 + 192) / 8 * x.Cols + ((id0 + 192) & 7) * 4);
                        }
                        else
                        {
                            f0 = U16.Load4(wf, id0 / 8 * x.Cols + (id0 & 7) * 4, id0 / 8 < e1 ? ne2 - (id0 & 7) * 4 : 0);
                            f1 = U16.Load4(wf, (id0 + 64) / 8 * x.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < e1 ? ne2 - ((id0 + 64) & 7) * 4 : 0);
                            f2 = U16.Load4(wf, (id0 + 128) / 8 * x.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < e1 ? ne2 - ((id0 + 128) & 7) * 4 : 0);
                            f3 = U16.Load4(wf, (id0 + 192) / 8 * x.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < e1 ? ne2 - ((id0 + 192) & 7) * 4 : 0);
                        }
                        U16.Store4(m0, 1280 - h25_0 + id0 / 8 * 40 + (id0 & 7) * 4, f0);
                        U16.Store4(m0, 1280 - h25_0 + (id0 + 64) / 8 * 40 + ((id0 + 64) & 7) * 4, f1);
                        U16.Store4(m0, 1280 - h25_0 + (id0 + 128) / 8 * 40 + ((id0 + 128) & 7) * 4, f2);
                        U16.Store4(m0, 1280 - h25_0 + (id0 + 192) / 8 * 40 + ((id0 + 192) & 7) * 4, f3);
                    }
                    if ((w.Cols & 7) == 0)
                    {
                        var w0 = u1.At(u1.Offset(i25 * 32, s16 * 32));
                        int y0 = id0 / 4, x0 = (id0 & 3) * 8;
                        int t0 = 1280 - h25_1 + y0 * 40 + x0, o0 = y0 * w.Cols + x0;
                        if (ne3 >= 32 & e4 >= 32)
                        {
                            Copies.Start(m1, t0, w0, o0);
                            Copies.Start(m1, t0 + 640, w0, o0 + 16 * w.Cols);
                        }
                        else
                        {
                            Copies.Start(m1, t0, w0, o0, y0 < ne3 ? e4 - x0 : 0);
                            Copies.Start(m1, t0 + 640, w0, o0 + 16 * w.Cols, y0 + 16 < ne3 ? e4 - x0 : 0);
                        }
                    }
                    else
                    {
                        var f0 = new Bits4();
                        var f1 = new Bits4();
                        var f2 = new Bits4();
                        var f3 = new Bits4();
                        var wf = w.At(w.Offset(0, 0, i25 * 32, s16 * 32));
                        if (ne3 >= 32 & e4 >= 32 & (w.Cols & 3) == 0)
                        {
                            f0 = U16.Load4(wf, id0 / 8 * w.Cols + (id0 & 7) * 4);
                            f1 = U16.Load4(wf, (id0 + 64) / 8 * w.Cols + ((id0 + 64) & 7) * 4);
                            f2 = U16.Load4(wf, (id0 + 128) / 8 * w.Cols + ((id0 + 128) & 7) * 4);
                            f3 = U16.Load4(wf, (id0 + 192) / 8 * w.Cols + ((id0 + 192) & 7) * 4);
                        }
                        else
                        {
                            f0 = U16.Load4(wf, id0 / 8 * w.Cols + (id0 & 7) * 4, id0 / 8 < ne3 ? e4 - (id0 & 7) * 4 : 0);
                            f1 = U16.Load4(wf, (id0 + 64) / 8 * w.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < ne3 ? e4 - ((id0 + 64) & 7) * 4 : 0);
                            f2 = U16.Load4(wf, (id0 + 128) / 8 * w.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < ne3 ? e4 - ((id0 + 128) & 7) * 4 : 0);
                            f3 = U16.Load4(wf, (id0 + 192) / 8 * w.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < ne3 ? e4 - ((id0 + 192) & 7) * 4 : 0);
                        }
                        U16.Store4(m1, 1280 - h25_1 + id0 / 8 * 40 + (id0 & 7) * 4, f0);
                        U16.Store4(m1, 1280 - h25_1 + (id0 + 64) / 8 * 40 + ((id0 + 64) & 7) * 4, f1);
                        U16.Store4(m1, 1280 - h25_1 + (id0 + 128) / 8 * 40 + ((id0 + 128) & 7) * 4, f2);
                        U16.Store4(m1, 1280 - h25_1 + (id0 + 192) / 8 * 40 + ((id0 + 192) & 7) * 4, f3);
                    }
                }
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 32, s25);
                int e3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, x.Cols), 32, s25);
                var v28_0_0 = v24_0_0;
                var v28_0_1 = v24_0_1;
                var v28_1_0 = v24_1_0;
                var v28_1_1 = v24_1_1;
                var v28_2_0 = v24_2_0;
                var v28_2_1 = v24_2_1;
                var v28_3_0 = v24_3_0;
                var v28_3_1 = v24_3_1;
                {
                    int k1 = Math.Min(e2, e3);
                    int y0 = h25_1 + (l0 & 15) * 40 + wc0 + l0 / 16 * 16;
                    int x0 = h25_0 + (wr0 + (l0 & 7) + (l0 / 8 & 1) * 8) * 40 + l0 / 16 * 8;
                    for (int k0 = 0; k0 < k1; k0 += 16)
                    {
                        var a0 = Fragments.Load(m0, x0 + 0 + k0);
                        var a1 = Fragments.Load(m0, x0 + 640 + k0);
                        var b0 = Fragments.LoadTurned(m1, y0 + 0 + k0 * 40);
                        (v28_0_0, v28_1_0) = Fragments.MmaBF16(a0, b0.V0, b0.V1, v28_0_0, v28_1_0);
                        (v28_0_1, v28_1_1) = Fragments.MmaBF16(a0, b0.V2, b0.V3, v28_0_1, v28_1_1);
                        (v28_2_0, v28_3_0) = Fragments.MmaBF16(a1, b0.V0, b0.V1, v28_2_0, v28_3_0);
                        (v28_2_1, v28_3_1) = Fragments.MmaBF16(a1, b0.V2, b0.V3, v28_2_1, v28_3_1);
                    }
                }
                (e0r, e0c) = (Math.Min(e0r, e1), Math.Min(e0c, e4));
                v24_0_0 = v28_0_0;
                v24_0_1 = v28_0_1;
                v24_1_0 = v28_1_0;
                v24_1_1 = v28_1_1;
                v24_2_0 = v28_2_0;
                v24_2_1 = v28_2_1;
                v24_3_0 = v28_3_0;
                v24_3_1 = v28_3_1;
                h25_0 = 1280 - h25_0;
                h25_1 = 1280 - h25_1;
            }
            int e5 = Extents.RealInRow(Extents.Inside(bias.Batch, 0, bias.Depth, 0, bias.Rows), s19, Extents.Inside(bias.Batch, 0, bias.Depth, 0, bias.Cols), 32, s16);
            var w31 = bias.At(bias.Offset(0, 0, s19, s16 * 32));
            var v31_0 = new Float2();
            var v31_1 = new Float2();
            if (e5 >= 32 & (bias.Cols & 3) == 0)
            {
                v31_0 = F32.Load2(w31, c0);
                v31_1 = F32.Load2(w31, c1);
            }
            else
            {
                v31_0 = F32.Load2(w31, c0, e5 - c0);
                v31_1 = F32.Load2(w31, c1, e5 - c1);
            }
            var v32_0_0 = v24_0_0 + v31_0;
            var v32_0_1 = v24_0_1 + v31_1;
            var v32_1_0 = v24_1_0 + v31_0;
            var v32_1_1 = v24_1_1 + v31_1;
            var v32_2_0 = v24_2_0 + v31_0;
            var v32_2_1 = v24_2_1 + v31_1;
            var v32_3_0 = v24_3_0 + v31_0;
            var v32_3_1 = v24_3_1 + v31_1;
            var v33_0_0 = Lanes.Gelu(v32_0_0);
            var v33_0_1 = Lanes.Gelu(v32_0_1);
            var v33_1_0 = Lanes.Gelu(v32_1_0);
            var v33_1_1 = Lanes.Gelu(v32_1_1);
            var v33_2_0 = Lanes.Gelu(v32_2_0);
            var v33_2_1 = Lanes.Gelu(v32_2_1);
            var v33_3_0 = Lanes.Gelu(v32_3_0);
            var v33_3_1 = Lanes.Gelu(v32_3_1);
            int e6 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, x.Rows), 32, s15);
            int e7 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, w.Cols), 32, s16);
            {
                var w0 = y.At(y.Offset(0, 0, s15 * 32, s16 * 32));
                if (e0r >= 32 & e6 >= 32 & e0c >= 32 & e5 >= 32 & e7 >= 32 & (y.Cols & 3) == 0)
                {
                    F32.Store2(w0, r0 * y.Cols + c0, v33_0_0);
                    F32.Store2(w0, r0 * y.Cols + c1, v33_0_1);
                    F32.Store2(w0, r1 * y.Cols + c0, v33_1_0);
                    F32.Store2(w0, r1 * y.Cols + c1, v33_1_1);
                    F32.Store2(w0, r2 * y.Cols + c0, v33_2_0);
                    F32.Store2(w0, r2 * y.Cols + c1, v33_2_1);
                    F32.Store2(w0, r3 * y.Cols + c0, v33_3_0);
                    F32.Store2(w0, r3 * y.Cols + c1, v33_3_1);
                }
                else
                {
                    F32.Store2(w0, r0 * y.Cols + c0, v33_0_0, r0 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                    F32.Store2(w0, r0 * y.Cols + c1, v33_0_1, r0 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c1 : 0);
                    F32.Store2(w0, r1 * y.Cols + c0, v33_1_0, r1 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                    F32.Store2(w0, r1 * y.Cols + c1, v33_1_1, r1 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c1 : 0);
                    F32.Store2(w0, r2 * y.Cols + c0, v33_2_0, r2 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                    F32.Store2(w0, r2 * y.Cols + c1, v33_2_1, r2 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c1 : 0);
                    F32.Store2(w0, r3 * y.Cols + c0, v33_3_0, r3 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c0 : 0);
                    F32.Store2(w0, r3 * y.Cols + c1, v33_3_1, r3 < Math.Min(e0r, e6) ? Math.Min(Math.Min(e0c, e5), e7) - c1 : 0);
                }
            }
        }
    }
}
