    file partial struct RunKernel : global::TileKit.Ilgpu.IIlgpuProgram<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>
    {
        private static readonly global::TileKit.Ilgpu.IlgpuKernel<global::TileKit.Generated.Ilgpu.Kernels_RunArguments> Ilgpu = new(
            Info,
            ["BM", "BN", "D", "DV"],
            2,
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 256, lanes: 4, sharedBytes: 30720, registers: 38, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant0)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 4, sharedBytes: 30720, registers: 80, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant1)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 16, sharedBytes: 15872, registers: 74, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant2)),
            new global::TileKit.Ilgpu.IlgpuVariant<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(
                [32, 32, 32, 32],
                new global::TileKit.Ilgpu.IlgpuGrid<global::TileKit.Generated.Ilgpu.Kernels_RunArguments>(threads: 64, lanes: 2, sharedBytes: 23040, registers: 76, global::TileKit.Generated.Ilgpu.Kernels_RunVariants.Variant3, tensorCores: true)));

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
                exact = device.TensorCores == global::TileKit.TensorCores.Tf32 ? 0 : 1,
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
        public int exact;
    }

    internal static class Kernels_RunVariants
    {
        // BM = 32, BN = 32, D = 32, DV = 32: 32 x 8 threads with 4 adjacent columns each, 30720 bytes of shared memory
        …

        // BM = 32, BN = 32, D = 32, DV = 32: 8 x 8 threads with 4 adjacent columns each, 30720 bytes of shared memory
        …

        // BM = 32, BN = 32, D = 32, DV = 32: 32 x 2 threads with 16 adjacent columns each, 15872 bytes of shared memory
        …

        // BM = 32, BN = 32, D = 32, DV = 32: 16 x 4 threads with 2 adjacent columns each, 23040 bytes of shared memory
        public static void Variant3(Kernels_RunArguments arguments)
        {
            int id0 = Group.IdxX, l0 = id0 & 31, wr0 = id0 / 32 / 1 * 8, wc0 = (id0 / 32 & 0) * 8, tr0 = wr0 + l0 / 4, tc0 = wc0 / 2 + (l0 & 3);
            int r0 = tr0;
            int r1 = tr0 + 16;
            int c0 = tc0 * 2;
            int c1 = tc0 * 2 + 8;
            int c2 = tc0 * 2 + 16;
            int c3 = tc0 * 2 + 24;
            var q = arguments.q;
            var k = arguments.k;
            var v = arguments.v;
            var o = arguments.o;
            bool exact0 = arguments.exact != 0;
            var m0 = Fragments.Tile(SharedMemory.Allocate<float>(1152));
            var m1 = Fragments.Tile(SharedMemory.Allocate<float>(2304));
            var m2 = Fragments.Tile(SharedMemory.Allocate<float>(2304));
            float s0 = arguments.scale;
            int s1 = q.Batch;
            int s2 = q.Depth;
            int s3 = q.Rows;
            int s4 = 32;
            int s5 = Extents.CeilDivide(s3, s4);
            int g0 = Grid.IdxX;
            int s8 = g0 % s5; g0 /= s5;
            int s7 = g0 % s2; g0 /= s2;
            int s6 = g0;
            float s9 = float.NegativeInfinity;
            float s11 = 0f;
            int s15 = 0;
            int s16 = Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows);
            int s17 = 32;
            int s18 = Extents.CeilDivide(s16, s17);
            int s19 = 1;
            int e0 = Extents.Real(Extents.Inside(q.Batch, s6, q.Depth, s7, q.Rows), 32, s8);
            int e1 = Extents.Real(Extents.Inside(q.Batch, s6, q.Depth, s7, q.Cols), 32, s15);
            float s29 = 1.44269502f;
            float s30 = s0 * s29;
            int s33 = s8 * s4;
            var v56_0 = Int2.From(c0);
            var v56_1 = Int2.From(c1);
            var v56_2 = Int2.From(c2);
            var v56_3 = Int2.From(c3);
            int s63 = s33 + s19;
            if ((q.Cols & 3) == 0)
            {
                var w0 = q.At(q.Offset(s6, s7, s8 * 32, s15 * 32));
                int y0 = id0 / 8, x0 = (id0 & 7) * 4;
                int t0 = y0 * 36 + x0, o0 = y0 * q.Cols + x0;
                if (e0 >= 32 & e1 >= 32)
                {
                    Copies.Start(m0, t0, w0, o0);
                    Copies.Start(m0, t0 + 288, w0, o0 + 8 * q.Cols);
                    Copies.Start(m0, t0 + 576, w0, o0 + 16 * q.Cols);
                    Copies.Start(m0, t0 + 864, w0, o0 + 24 * q.Cols);
                }
                else
                {
                    Copies.Start(m0, t0, w0, o0, y0 < e0 ? e1 - x0 : 0);
                    Copies.Start(m0, t0 + 288, w0, o0 + 8 * q.Cols, y0 + 8 < e0 ? e1 - x0 : 0);
                    Copies.Start(m0, t0 + 576, w0, o0 + 16 * q.Cols, y0 + 16 < e0 ? e1 - x0 : 0);
                    Copies.Start(m0, t0 + 864, w0, o0 + 24 * q.Cols, y0 + 24 < e0 ? e1 - x0 : 0);
                }
            }
            else
            {
                var f0 = new Float4();
                var f1 = new Float4();
                var f2 = new Float4();
                var f3 = new Float4();
                var wf = q.At(q.Offset(s6, s7, s8 * 32, s15 * 32));
                f0 = F32.Load4(wf, id0 / 8 * q.Cols + (id0 & 7) * 4, id0 / 8 < e0 ? e1 - (id0 & 7) * 4 : 0);
                f1 = F32.Load4(wf, (id0 + 64) / 8 * q.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < e0 ? e1 - ((id0 + 64) & 7) * 4 : 0);
                f2 = F32.Load4(wf, (id0 + 128) / 8 * q.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < e0 ? e1 - ((id0 + 128) & 7) * 4 : 0);
                f3 = F32.Load4(wf, (id0 + 192) / 8 * q.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < e0 ? e1 - ((id0 + 192) & 7) * 4 : 0);
                F32.Store4(m0, id0 / 8 * 36 + (id0 & 7) * 4, f0);
                F32.Store4(m0, (id0 + 64) / 8 * 36 + ((id0 + 64) & 7) * 4, f1);
                F32.Store4(m0, (id0 + 128) / 8 * 36 + ((id0 + 128) & 7) * 4, f2);
                F32.Store4(m0, (id0 + 192) / 8 * 36 + ((id0 + 192) & 7) * 4, f3);
            }
            int e2r = 32;
            int e3r = 32;
            int e3c = 32;
            int e4r = 32;
            int e6 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Cols), 32, s15);
            int e8 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Cols), 32, s15);
            var v20_0 = s11;
            var v20_1 = s11;
            var v21_0_0 = Float2.All(s11);
            var v21_0_1 = Float2.All(s11);
            var v21_0_2 = Float2.All(s11);
            var v21_0_3 = Float2.All(s11);
            var v21_1_0 = Float2.All(s11);
            var v21_1_1 = Float2.All(s11);
            var v21_1_2 = Float2.All(s11);
            var v21_1_3 = Float2.All(s11);
            var v22_0 = s9;
            var v22_1 = s9;
            var u1 = k.Matrix(s6, s7);
            int h23_1 = 0;
            var u2 = v.Matrix(s6, s7);
            int h23_2 = 0;
            if (s15 < s18)
            {
                int ne5 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows), 32, s15);
                int ne7 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Rows), 32, s15);
                if ((k.Cols & 3) == 0)
                {
                    var w0 = u1.At(u1.Offset(s15 * 32, s15 * 32));
                    int y0 = id0 / 8, x0 = (id0 & 7) * 4;
                    int t0 = y0 * 36 + x0, o0 = y0 * k.Cols + x0;
                    if (ne5 >= 32 & e6 >= 32)
                    {
                        Copies.Start(m1, t0, w0, o0);
                        Copies.Start(m1, t0 + 288, w0, o0 + 8 * k.Cols);
                        Copies.Start(m1, t0 + 576, w0, o0 + 16 * k.Cols);
                        Copies.Start(m1, t0 + 864, w0, o0 + 24 * k.Cols);
                    }
                    else
                    {
                        Copies.Start(m1, t0, w0, o0, y0 < ne5 ? e6 - x0 : 0);
                        Copies.Start(m1, t0 + 288, w0, o0 + 8 * k.Cols, y0 + 8 < ne5 ? e6 - x0 : 0);
                        Copies.Start(m1, t0 + 576, w0, o0 + 16 * k.Cols, y0 + 16 < ne5 ? e6 - x0 : 0);
                        Copies.Start(m1, t0 + 864, w0, o0 + 24 * k.Cols, y0 + 24 < ne5 ? e6 - x0 : 0);
                    }
                }
                else
                {
                    var f0 = new Float4();
                    var f1 = new Float4();
                    var f2 = new Float4();
                    var f3 = new Float4();
                    var wf = k.At(k.Offset(s6, s7, s15 * 32, s15 * 32));
                    f0 = F32.Load4(wf, id0 / 8 * k.Cols + (id0 & 7) * 4, id0 / 8 < ne5 ? e6 - (id0 & 7) * 4 : 0);
                    f1 = F32.Load4(wf, (id0 + 64) / 8 * k.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < ne5 ? e6 - ((id0 + 64) & 7) * 4 : 0);
                    f2 = F32.Load4(wf, (id0 + 128) / 8 * k.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < ne5 ? e6 - ((id0 + 128) & 7) * 4 : 0);
                    f3 = F32.Load4(wf, (id0 + 192) / 8 * k.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < ne5 ? e6 - ((id0 + 192) & 7) * 4 : 0);
                    F32.Store4(m1, id0 / 8 * 36 + (id0 & 7) * 4, f0);
                    F32.Store4(m1, (id0 + 64) / 8 * 36 + ((id0 + 64) & 7) * 4, f1);
                    F32.Store4(m1, (id0 + 128) / 8 * 36 + ((id0 + 128) & 7) * 4, f2);
                    F32.Store4(m1, (id0 + 192) / 8 * 36 + ((id0 + 192) & 7) * 4, f3);
                }
                if ((v.Cols & 3) == 0)
                {
                    var w0 = u2.At(u2.Offset(s15 * 32, s15 * 32));
                    int y0 = id0 / 8, x0 = (id0 & 7) * 4;
                    int t0 = y0 * 36 + x0, o0 = y0 * v.Cols + x0;
                    if (ne7 >= 32 & e8 >= 32)
                    {
                        Copies.Start(m2, t0, w0, o0);
                        Copies.Start(m2, t0 + 288, w0, o0 + 8 * v.Cols);
                        Copies.Start(m2, t0 + 576, w0, o0 + 16 * v.Cols);
                        Copies.Start(m2, t0 + 864, w0, o0 + 24 * v.Cols);
                    }
                    else
                    {
                        Copies.Start(m2, t0, w0, o0, y0 < ne7 ? e8 - x0 : 0);
                        Copies.Start(m2, t0 + 288, w0, o0 + 8 * v.Cols, y0 + 8 < ne7 ? e8 - x0 : 0);
                        Copies.Start(m2, t0 + 576, w0, o0 + 16 * v.Cols, y0 + 16 < ne7 ? e8 - x0 : 0);
                        Copies.Start(m2, t0 + 864, w0, o0 + 24 * v.Cols, y0 + 24 < ne7 ? e8 - x0 : 0);
                    }
                }
                else
                {
                    var f0 = new Float4();
                    var f1 = new Float4();
                    var f2 = new Float4();
                    var f3 = new Float4();
                    var wf = v.At(v.Offset(s6, s7, s15 * 32, s15 * 32));
                    f0 = F32.Load4(wf, id0 / 8 * v.Cols + (id0 & 7) * 4, id0 / 8 < ne7 ? e8 - (id0 & 7) * 4 : 0);
                    f1 = F32.Load4(wf, (id0 + 64) / 8 * v.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < ne7 ? e8 - ((id0 + 64) & 7) * 4 : 0);
                    f2 = F32.Load4(wf, (id0 + 128) / 8 * v.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < ne7 ? e8 - ((id0 + 128) & 7) * 4 : 0);
                    f3 = F32.Load4(wf, (id0 + 192) / 8 * v.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < ne7 ? e8 - ((id0 + 192) & 7) * 4 : 0);
                    F32.Store4(m2, id0 / 8 * 36 + (id0 & 7) * 4, f0);
                    F32.Store4(m2, (id0 + 64) / 8 * 36 + ((id0 + 64) & 7) * 4, f1);
                    F32.Store4(m2, (id0 + 128) / 8 * 36 + ((id0 + 128) & 7) * 4, f2);
                    F32.Store4(m2, (id0 + 192) / 8 * 36 + ((id0 + 192) & 7) * 4, f3);
                }
            }
            for (int s23 = s15; s23 < s18; s23 += s19)
            {
                Copies.Wait(); Fence.Shared(); Group.Barrier();
                int i23 = s23 + s19;
                if (i23 < s18)
                {
                    int ne5 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows), 32, i23);
                    int ne7 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Rows), 32, i23);
                    if ((k.Cols & 3) == 0)
                    {
                        var w0 = u1.At(u1.Offset(i23 * 32, s15 * 32));
                        int y0 = id0 / 8, x0 = (id0 & 7) * 4;
                        int t0 = 1152 - h23_1 + y0 * 36 + x0, o0 = y0 * k.Cols + x0;
                        if (ne5 >= 32 & e6 >= 32)
                        {
                            Copies.Start(m1, t0, w0, o0);
                            Copies.Start(m1, t0 + 288, w0, o0 + 8 * k.Cols);
                            Copies.Start(m1, t0 + 576, w0, o0 + 16 * k.Cols);
                            Copies.Start(m1, t0 + 864, w0, o0 + 24 * k.Cols);
                        }
                        else
                        {
                            Copies.Start(m1, t0, w0, o0, y0 < ne5 ? e6 - x0 : 0);
                            Copies.Start(m1, t0 + 288, w0, o0 + 8 * k.Cols, y0 + 8 < ne5 ? e6 - x0 : 0);
                            Copies.Start(m1, t0 + 576, w0, o0 + 16 * k.Cols, y0 + 16 < ne5 ? e6 - x0 : 0);
                            Copies.Start(m1, t0 + 864, w0, o0 + 24 * k.Cols, y0 + 24 < ne5 ? e6 - x0 : 0);
                        }
                    }
                    else
                    {
                        var f0 = new Float4();
                        var f1 = new Float4();
                        var f2 = new Float4();
                        var f3 = new Float4();
                        var wf = k.At(k.Offset(s6, s7, i23 * 32, s15 * 32));
                        f0 = F32.Load4(wf, id0 / 8 * k.Cols + (id0 & 7) * 4, id0 / 8 < ne5 ? e6 - (id0 & 7) * 4 : 0);
                        f1 = F32.Load4(wf, (id0 + 64) / 8 * k.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < ne5 ? e6 - ((id0 + 64) & 7) * 4 : 0);
                        f2 = F32.Load4(wf, (id0 + 128) / 8 * k.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < ne5 ? e6 - ((id0 + 128) & 7) * 4 : 0);
                        f3 = F32.Load4(wf, (id0 + 192) / 8 * k.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < ne5 ? e6 - ((id0 + 192) & 7) * 4 : 0);
                        F32.Store4(m1, 1152 - h23_1 + id0 / 8 * 36 + (id0 & 7) * 4, f0);
                        F32.Store4(m1, 1152 - h23_1 + (id0 + 64) / 8 * 36 + ((id0 + 64) & 7) * 4, f1);
                        F32.Store4(m1, 1152 - h23_1 + (id0 + 128) / 8 * 36 + ((id0 + 128) & 7) * 4, f2);
                        F32.Store4(m1, 1152 - h23_1 + (id0 + 192) / 8 * 36 + ((id0 + 192) & 7) * 4, f3);
                    }
                    if ((v.Cols & 3) == 0)
                    {
                        var w0 = u2.At(u2.Offset(i23 * 32, s15 * 32));
                        int y0 = id0 / 8, x0 = (id0 & 7) * 4;
                        int t0 = 1152 - h23_2 + y0 * 36 + x0, o0 = y0 * v.Cols + x0;
                        if (ne7 >= 32 & e8 >= 32)
                        {
                            Copies.Start(m2, t0, w0, o0);
                            Copies.Start(m2, t0 + 288, w0, o0 + 8 * v.Cols);
                            Copies.Start(m2, t0 + 576, w0, o0 + 16 * v.Cols);
                            Copies.Start(m2, t0 + 864, w0, o0 + 24 * v.Cols);
                        }
                        else
                        {
                            Copies.Start(m2, t0, w0, o0, y0 < ne7 ? e8 - x0 : 0);
                            Copies.Start(m2, t0 + 288, w0, o0 + 8 * v.Cols, y0 + 8 < ne7 ? e8 - x0 : 0);
                            Copies.Start(m2, t0 + 576, w0, o0 + 16 * v.Cols, y0 + 16 < ne7 ? e8 - x0 : 0);
                            Copies.Start(m2, t0 + 864, w0, o0 + 24 * v.Cols, y0 + 24 < ne7 ? e8 - x0 : 0);
                        }
                    }
                    else
                    {
                        var f0 = new Float4();
                        var f1 = new Float4();
                        var f2 = new Float4();
                        var f3 = new Float4();
                        var wf = v.At(v.Offset(s6, s7, i23 * 32, s15 * 32));
                        f0 = F32.Load4(wf, id0 / 8 * v.Cols + (id0 & 7) * 4, id0 / 8 < ne7 ? e8 - (id0 & 7) * 4 : 0);
                        f1 = F32.Load4(wf, (id0 + 64) / 8 * v.Cols + ((id0 + 64) & 7) * 4, (id0 + 64) / 8 < ne7 ? e8 - ((id0 + 64) & 7) * 4 : 0);
                        f2 = F32.Load4(wf, (id0 + 128) / 8 * v.Cols + ((id0 + 128) & 7) * 4, (id0 + 128) / 8 < ne7 ? e8 - ((id0 + 128) & 7) * 4 : 0);
                        f3 = F32.Load4(wf, (id0 + 192) / 8 * v.Cols + ((id0 + 192) & 7) * 4, (id0 + 192) / 8 < ne7 ? e8 - ((id0 + 192) & 7) * 4 : 0);
                        F32.Store4(m2, 1152 - h23_2 + id0 / 8 * 36 + (id0 & 7) * 4, f0);
                        F32.Store4(m2, 1152 - h23_2 + (id0 + 64) / 8 * 36 + ((id0 + 64) & 7) * 4, f1);
                        F32.Store4(m2, 1152 - h23_2 + (id0 + 128) / 8 * 36 + ((id0 + 128) & 7) * 4, f2);
                        F32.Store4(m2, 1152 - h23_2 + (id0 + 192) / 8 * 36 + ((id0 + 192) & 7) * 4, f3);
                    }
                }
                int e5 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows), 32, s23);
                var v28_0_0 = new Float2();
                var v28_0_1 = new Float2();
                var v28_0_2 = new Float2();
                var v28_0_3 = new Float2();
                var v28_1_0 = new Float2();
                var v28_1_1 = new Float2();
                var v28_1_2 = new Float2();
                var v28_1_3 = new Float2();
                {
                    int k1 = Math.Min(e1, e6);
                    int y0 = h23_1 + (wc0 + (l0 & 7) + l0 / 16 * 8) * 36 + (l0 / 8 & 1) * 4;
                    int x0 = (wr0 + (l0 & 7) + (l0 / 8 & 1) * 16) * 36 + l0 / 16 * 4;
                    if (exact0)
                    {
                        for (int k0 = 0; k0 < k1; k0 += 8)
                        {
                            var a0 = Fragments.Load(m0, x0 + 0 + k0);
                            var d0 = Fragments.LowerTF32(a0);
                            a0 = Fragments.UpperTF32(a0);
                            var b0 = Fragments.Load(m1, y0 + 0 + k0);
                            var z0 = Fragments.LowerTF32(b0);
                            b0 = Fragments.UpperTF32(b0);
                            (v28_0_0, v28_1_0) = Fragments.MmaTF32(d0, b0.V0, b0.V1, v28_0_0, v28_1_0);
                            (v28_0_1, v28_1_1) = Fragments.MmaTF32(d0, b0.V2, b0.V3, v28_0_1, v28_1_1);
                            (v28_0_0, v28_1_0) = Fragments.MmaTF32(a0, z0.V0, z0.V1, v28_0_0, v28_1_0);
                            (v28_0_1, v28_1_1) = Fragments.MmaTF32(a0, z0.V2, z0.V3, v28_0_1, v28_1_1);
                            (v28_0_0, v28_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v28_0_0, v28_1_0);
                            (v28_0_1, v28_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v28_0_1, v28_1_1);
                            var b2 = Fragments.Load(m1, y0 + 576 + k0);
                            var z2 = Fragments.LowerTF32(b2);
                            b2 = Fragments.UpperTF32(b2);
                            (v28_0_2, v28_1_2) = Fragments.MmaTF32(d0, b2.V0, b2.V1, v28_0_2, v28_1_2);
                            (v28_0_3, v28_1_3) = Fragments.MmaTF32(d0, b2.V2, b2.V3, v28_0_3, v28_1_3);
                            (v28_0_2, v28_1_2) = Fragments.MmaTF32(a0, z2.V0, z2.V1, v28_0_2, v28_1_2);
                            (v28_0_3, v28_1_3) = Fragments.MmaTF32(a0, z2.V2, z2.V3, v28_0_3, v28_1_3);
                            (v28_0_2, v28_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v28_0_2, v28_1_2);
                            (v28_0_3, v28_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v28_0_3, v28_1_3);
                        }
                    }
                    else
                    {
                        for (int k0 = 0; k0 < k1; k0 += 8)
                        {
                            var a0 = Fragments.Load(m0, x0 + 0 + k0);
                            a0 = Fragments.RoundTF32(a0);
                            var b0 = Fragments.Load(m1, y0 + 0 + k0);
                            b0 = Fragments.RoundTF32(b0);
                            (v28_0_0, v28_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v28_0_0, v28_1_0);
                            (v28_0_1, v28_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v28_0_1, v28_1_1);
                            var b2 = Fragments.Load(m1, y0 + 576 + k0);
                            b2 = Fragments.RoundTF32(b2);
                            (v28_0_2, v28_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v28_0_2, v28_1_2);
                            (v28_0_3, v28_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v28_0_3, v28_1_3);
                        }
                    }
                }
                var v31_0_0 = v28_0_0 * Float2.All(s30);
                var v31_0_1 = v28_0_1 * Float2.All(s30);
                var v31_0_2 = v28_0_2 * Float2.All(s30);
                var v31_0_3 = v28_0_3 * Float2.All(s30);
                var v31_1_0 = v28_1_0 * Float2.All(s30);
                var v31_1_1 = v28_1_1 * Float2.All(s30);
                var v31_1_2 = v28_1_2 * Float2.All(s30);
                var v31_1_3 = v28_1_3 * Float2.All(s30);
                int s35 = s23 * s17;
                var v58_0_0 = v56_0 - Int2.All(r0);
                var v58_0_1 = v56_1 - Int2.All(r0);
                var v58_0_2 = v56_2 - Int2.All(r0);
                var v58_0_3 = v56_3 - Int2.All(r0);
                var v58_1_0 = v56_0 - Int2.All(r1);
                var v58_1_1 = v56_1 - Int2.All(r1);
                var v58_1_2 = v56_2 - Int2.All(r1);
                var v58_1_3 = v56_3 - Int2.All(r1);
                int s59 = s33 - s35;
                var v60_0_0 = Lanes.LessEqual(v58_0_0, Int2.All(s59));
                var v60_0_1 = Lanes.LessEqual(v58_0_1, Int2.All(s59));
                var v60_0_2 = Lanes.LessEqual(v58_0_2, Int2.All(s59));
                var v60_0_3 = Lanes.LessEqual(v58_0_3, Int2.All(s59));
                var v60_1_0 = Lanes.LessEqual(v58_1_0, Int2.All(s59));
                var v60_1_1 = Lanes.LessEqual(v58_1_1, Int2.All(s59));
                var v60_1_2 = Lanes.LessEqual(v58_1_2, Int2.All(s59));
                var v60_1_3 = Lanes.LessEqual(v58_1_3, Int2.All(s59));
                int s62 = s35 + s17;
                bool s65 = Lanes.Greater(s62, s63);
                var v66_0_0 = Lanes.Select(v60_0_0, v31_0_0, Float2.All(s9));
                var v66_0_1 = Lanes.Select(v60_0_1, v31_0_1, Float2.All(s9));
                var v66_0_2 = Lanes.Select(v60_0_2, v31_0_2, Float2.All(s9));
                var v66_0_3 = Lanes.Select(v60_0_3, v31_0_3, Float2.All(s9));
                var v66_1_0 = Lanes.Select(v60_1_0, v31_1_0, Float2.All(s9));
                var v66_1_1 = Lanes.Select(v60_1_1, v31_1_1, Float2.All(s9));
                var v66_1_2 = Lanes.Select(v60_1_2, v31_1_2, Float2.All(s9));
                var v66_1_3 = Lanes.Select(v60_1_3, v31_1_3, Float2.All(s9));
                var v37_0_0 = Lanes.Select(s65, v66_0_0, v31_0_0);
                var v37_0_1 = Lanes.Select(s65, v66_0_1, v31_0_1);
                var v37_0_2 = Lanes.Select(s65, v66_0_2, v31_0_2);
                var v37_0_3 = Lanes.Select(s65, v66_0_3, v31_0_3);
                var v37_1_0 = Lanes.Select(s65, v66_1_0, v31_1_0);
                var v37_1_1 = Lanes.Select(s65, v66_1_1, v31_1_1);
                var v37_1_2 = Lanes.Select(s65, v66_1_2, v31_1_2);
                var v37_1_3 = Lanes.Select(s65, v66_1_3, v31_1_3);
                float v38_0 = float.NegativeInfinity;
                float v38_1 = float.NegativeInfinity;
                if (e5 >= 32)
                {
                    v38_0 = Lanes.Maximum(Lanes.Max(Lanes.Max(Lanes.Max(v37_0_0, v37_0_1), v37_0_2), v37_0_3));
                    v38_1 = Lanes.Maximum(Lanes.Max(Lanes.Max(Lanes.Max(v37_1_0, v37_1_1), v37_1_2), v37_1_3));
                }
                else
                {
                    var k0 = Lanes.Less(Int2.From(c0), Int2.All(e5));
                    var k1 = Lanes.Less(Int2.From(c1), Int2.All(e5));
                    var k2 = Lanes.Less(Int2.From(c2), Int2.All(e5));
                    var k3 = Lanes.Less(Int2.From(c3), Int2.All(e5));
                    v38_0 = Lanes.Maximum(Lanes.Max(Lanes.Max(Lanes.Max(Lanes.Select(k0, v37_0_0, Float2.All(float.NegativeInfinity)), Lanes.Select(k1, v37_0_1, Float2.All(float.NegativeInfinity))), Lanes.Select(k2, v37_0_2, Float2.All(float.NegativeInfinity))), Lanes.Select(k3, v37_0_3, Float2.All(float.NegativeInfinity))));
                    v38_1 = Lanes.Maximum(Lanes.Max(Lanes.Max(Lanes.Max(Lanes.Select(k0, v37_1_0, Float2.All(float.NegativeInfinity)), Lanes.Select(k1, v37_1_1, Float2.All(float.NegativeInfinity))), Lanes.Select(k2, v37_1_2, Float2.All(float.NegativeInfinity))), Lanes.Select(k3, v37_1_3, Float2.All(float.NegativeInfinity))));
                }
                v38_0 = Lanes.Max(v38_0, Warp.ShuffleXor(v38_0, 1));
                v38_0 = Lanes.Max(v38_0, Warp.ShuffleXor(v38_0, 2));
                v38_1 = Lanes.Max(v38_1, Warp.ShuffleXor(v38_1, 1));
                v38_1 = Lanes.Max(v38_1, Warp.ShuffleXor(v38_1, 2));
                var v39_0 = Lanes.Max(v22_0, v38_0);
                var v39_1 = Lanes.Max(v22_1, v38_1);
                var v40_0_0 = v37_0_0 - Float2.All(v39_0);
                var v40_0_1 = v37_0_1 - Float2.All(v39_0);
                var v40_0_2 = v37_0_2 - Float2.All(v39_0);
                var v40_0_3 = v37_0_3 - Float2.All(v39_0);
                var v40_1_0 = v37_1_0 - Float2.All(v39_1);
                var v40_1_1 = v37_1_1 - Float2.All(v39_1);
                var v40_1_2 = v37_1_2 - Float2.All(v39_1);
                var v40_1_3 = v37_1_3 - Float2.All(v39_1);
                var v41_0_0 = Lanes.Exp2(v40_0_0);
                var v41_0_1 = Lanes.Exp2(v40_0_1);
                var v41_0_2 = Lanes.Exp2(v40_0_2);
                var v41_0_3 = Lanes.Exp2(v40_0_3);
                var v41_1_0 = Lanes.Exp2(v40_1_0);
                var v41_1_1 = Lanes.Exp2(v40_1_1);
                var v41_1_2 = Lanes.Exp2(v40_1_2);
                var v41_1_3 = Lanes.Exp2(v40_1_3);
                var v42_0 = v22_0 - v39_0;
                var v42_1 = v22_1 - v39_1;
                var v43_0 = Lanes.Exp2(v42_0);
                var v43_1 = Lanes.Exp2(v42_1);
                float v45_0 = 0f;
                float v45_1 = 0f;
                if (e5 >= 32)
                {
                    v45_0 = Lanes.Sum(v41_0_0 + v41_0_1 + v41_0_2 + v41_0_3);
                    v45_1 = Lanes.Sum(v41_1_0 + v41_1_1 + v41_1_2 + v41_1_3);
                }
                else
                {
                    var k0 = Lanes.Less(Int2.From(c0), Int2.All(e5));
                    var k1 = Lanes.Less(Int2.From(c1), Int2.All(e5));
                    var k2 = Lanes.Less(Int2.From(c2), Int2.All(e5));
                    var k3 = Lanes.Less(Int2.From(c3), Int2.All(e5));
                    v45_0 = Lanes.Sum(Lanes.Select(k0, v41_0_0, Float2.All(0f)) + Lanes.Select(k1, v41_0_1, Float2.All(0f)) + Lanes.Select(k2, v41_0_2, Float2.All(0f)) + Lanes.Select(k3, v41_0_3, Float2.All(0f)));
                    v45_1 = Lanes.Sum(Lanes.Select(k0, v41_1_0, Float2.All(0f)) + Lanes.Select(k1, v41_1_1, Float2.All(0f)) + Lanes.Select(k2, v41_1_2, Float2.All(0f)) + Lanes.Select(k3, v41_1_3, Float2.All(0f)));
                }
                v45_0 = v45_0 + Warp.ShuffleXor(v45_0, 1);
                v45_0 = v45_0 + Warp.ShuffleXor(v45_0, 2);
                v45_1 = v45_1 + Warp.ShuffleXor(v45_1, 1);
                v45_1 = v45_1 + Warp.ShuffleXor(v45_1, 2);
                var v46_0 = Lanes.Fma(v20_0, v43_0, v45_0);
                var v46_1 = Lanes.Fma(v20_1, v43_1, v45_1);
                int e7 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Rows), 32, s23);
                var v49_0_0 = v21_0_0 * Float2.All(v43_0);
                var v49_0_1 = v21_0_1 * Float2.All(v43_0);
                var v49_0_2 = v21_0_2 * Float2.All(v43_0);
                var v49_0_3 = v21_0_3 * Float2.All(v43_0);
                var v49_1_0 = v21_1_0 * Float2.All(v43_1);
                var v49_1_1 = v21_1_1 * Float2.All(v43_1);
                var v49_1_2 = v21_1_2 * Float2.All(v43_1);
                var v49_1_3 = v21_1_3 * Float2.All(v43_1);
                var v50_0_0 = v49_0_0;
                var v50_0_1 = v49_0_1;
                var v50_0_2 = v49_0_2;
                var v50_0_3 = v49_0_3;
                var v50_1_0 = v49_1_0;
                var v50_1_1 = v49_1_1;
                var v50_1_2 = v49_1_2;
                var v50_1_3 = v49_1_3;
                {
                    int k1 = Math.Min(e5, e7);
                    int y0 = h23_2 + (l0 & 3) * 72 + wc0 + l0 / 4;
                    var p0_0 = v41_0_0;
                    var p0_1 = v41_0_1;
                    var p0_2 = v41_0_2;
                    var p0_3 = v41_0_3;
                    var p1_0 = v41_1_0;
                    var p1_1 = v41_1_1;
                    var p1_2 = v41_1_2;
                    var p1_3 = v41_1_3;
                    if (k1 < 32)
                    {
                        p0_0 = Fragments.First(p0_0, k1 - c0);
                        p0_1 = Fragments.First(p0_1, k1 - c1);
                        p0_2 = Fragments.First(p0_2, k1 - c2);
                        p0_3 = Fragments.First(p0_3, k1 - c3);
                        p1_0 = Fragments.First(p1_0, k1 - c0);
                        p1_1 = Fragments.First(p1_1, k1 - c1);
                        p1_2 = Fragments.First(p1_2, k1 - c2);
                        p1_3 = Fragments.First(p1_3, k1 - c3);
                    }
                    if (exact0)
                    {
                        {
                            var a0 = Fragments.Floats(p0_0, p1_0);
                            var d0 = Fragments.LowerTF32(a0);
                            a0 = Fragments.UpperTF32(a0);
                            var b0 = Fragments.Gather(m2, y0 + 0 + 0 * 36, 36, 8);
                            var z0 = Fragments.LowerTF32(b0);
                            b0 = Fragments.UpperTF32(b0);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(d0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(d0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, z0.V0, z0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, z0.V2, z0.V3, v50_0_1, v50_1_1);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            var b2 = Fragments.Gather(m2, y0 + 16 + 0 * 36, 36, 8);
                            var z2 = Fragments.LowerTF32(b2);
                            b2 = Fragments.UpperTF32(b2);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(d0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(d0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, z2.V0, z2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, z2.V2, z2.V3, v50_0_3, v50_1_3);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                        }
                        {
                            var a0 = Fragments.Floats(p0_1, p1_1);
                            var d0 = Fragments.LowerTF32(a0);
                            a0 = Fragments.UpperTF32(a0);
                            var b0 = Fragments.Gather(m2, y0 + 0 + 8 * 36, 36, 8);
                            var z0 = Fragments.LowerTF32(b0);
                            b0 = Fragments.UpperTF32(b0);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(d0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(d0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, z0.V0, z0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, z0.V2, z0.V3, v50_0_1, v50_1_1);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            var b2 = Fragments.Gather(m2, y0 + 16 + 8 * 36, 36, 8);
                            var z2 = Fragments.LowerTF32(b2);
                            b2 = Fragments.UpperTF32(b2);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(d0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(d0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, z2.V0, z2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, z2.V2, z2.V3, v50_0_3, v50_1_3);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                        }
                        {
                            var a0 = Fragments.Floats(p0_2, p1_2);
                            var d0 = Fragments.LowerTF32(a0);
                            a0 = Fragments.UpperTF32(a0);
                            var b0 = Fragments.Gather(m2, y0 + 0 + 16 * 36, 36, 8);
                            var z0 = Fragments.LowerTF32(b0);
                            b0 = Fragments.UpperTF32(b0);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(d0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(d0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, z0.V0, z0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, z0.V2, z0.V3, v50_0_1, v50_1_1);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            var b2 = Fragments.Gather(m2, y0 + 16 + 16 * 36, 36, 8);
                            var z2 = Fragments.LowerTF32(b2);
                            b2 = Fragments.UpperTF32(b2);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(d0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(d0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, z2.V0, z2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, z2.V2, z2.V3, v50_0_3, v50_1_3);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                        }
                        {
                            var a0 = Fragments.Floats(p0_3, p1_3);
                            var d0 = Fragments.LowerTF32(a0);
                            a0 = Fragments.UpperTF32(a0);
                            var b0 = Fragments.Gather(m2, y0 + 0 + 24 * 36, 36, 8);
                            var z0 = Fragments.LowerTF32(b0);
                            b0 = Fragments.UpperTF32(b0);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(d0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(d0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, z0.V0, z0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, z0.V2, z0.V3, v50_0_1, v50_1_1);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            var b2 = Fragments.Gather(m2, y0 + 16 + 24 * 36, 36, 8);
                            var z2 = Fragments.LowerTF32(b2);
                            b2 = Fragments.UpperTF32(b2);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(d0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(d0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, z2.V0, z2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, z2.V2, z2.V3, v50_0_3, v50_1_3);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                        }
                    }
                    else
                    {
                        {
                            var a0 = Fragments.Floats(p0_0, p1_0);
                            a0 = Fragments.RoundTF32(a0);
                            var b0 = Fragments.Gather(m2, y0 + 0 + 0 * 36, 36, 8);
                            b0 = Fragments.RoundTF32(b0);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            var b2 = Fragments.Gather(m2, y0 + 16 + 0 * 36, 36, 8);
                            b2 = Fragments.RoundTF32(b2);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                        }
                        {
                            var a0 = Fragments.Floats(p0_1, p1_1);
                            a0 = Fragments.RoundTF32(a0);
                            var b0 = Fragments.Gather(m2, y0 + 0 + 8 * 36, 36, 8);
                            b0 = Fragments.RoundTF32(b0);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            var b2 = Fragments.Gather(m2, y0 + 16 + 8 * 36, 36, 8);
                            b2 = Fragments.RoundTF32(b2);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                        }
                        {
                            var a0 = Fragments.Floats(p0_2, p1_2);
                            a0 = Fragments.RoundTF32(a0);
                            var b0 = Fragments.Gather(m2, y0 + 0 + 16 * 36, 36, 8);
                            b0 = Fragments.RoundTF32(b0);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            var b2 = Fragments.Gather(m2, y0 + 16 + 16 * 36, 36, 8);
                            b2 = Fragments.RoundTF32(b2);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                        }
                        {
                            var a0 = Fragments.Floats(p0_3, p1_3);
                            a0 = Fragments.RoundTF32(a0);
                            var b0 = Fragments.Gather(m2, y0 + 0 + 24 * 36, 36, 8);
                            b0 = Fragments.RoundTF32(b0);
                            (v50_0_0, v50_1_0) = Fragments.MmaTF32(a0, b0.V0, b0.V1, v50_0_0, v50_1_0);
                            (v50_0_1, v50_1_1) = Fragments.MmaTF32(a0, b0.V2, b0.V3, v50_0_1, v50_1_1);
                            var b2 = Fragments.Gather(m2, y0 + 16 + 24 * 36, 36, 8);
                            b2 = Fragments.RoundTF32(b2);
                            (v50_0_2, v50_1_2) = Fragments.MmaTF32(a0, b2.V0, b2.V1, v50_0_2, v50_1_2);
                            (v50_0_3, v50_1_3) = Fragments.MmaTF32(a0, b2.V2, b2.V3, v50_0_3, v50_1_3);
                        }
                    }
                }
                (e2r, e3r, e3c, e4r) = (Math.Min(Math.Min(e0, e2r), e4r), Math.Min(Math.Min(e0, e3r), e4r), Math.Min(e3c, e8), Math.Min(e0, e4r));
                v20_0 = v46_0;
                v20_1 = v46_1;
                v21_0_0 = v50_0_0;
                v21_0_1 = v50_0_1;
                v21_0_2 = v50_0_2;
                v21_0_3 = v50_0_3;
                v21_1_0 = v50_1_0;
                v21_1_1 = v50_1_1;
                v21_1_2 = v50_1_2;
                v21_1_3 = v50_1_3;
                v22_0 = v39_0;
                v22_1 = v39_1;
                h23_1 = 1152 - h23_1;
                h23_2 = 1152 - h23_2;
            }
            var v67_0 = Lanes.Abs(v20_0);
            var v67_1 = Lanes.Abs(v20_1);
            float s68 = 1.2676506E+30f;
            var v69_0 = Lanes.Greater(v67_0, s68);
            var v69_1 = Lanes.Greater(v67_1, s68);
            float s70 = 5.42101086E-20f;
            float s71 = 1f;
            var v72_0 = Lanes.Select(v69_0, s70, s71);
            var v72_1 = Lanes.Select(v69_1, s70, s71);
            float s73 = 7.88860905E-31f;
            var v74_0 = Lanes.Less(v67_0, s73);
            var v74_1 = Lanes.Less(v67_1, s73);
            float s75 = 1.84467441E+19f;
            var v76_0 = Lanes.Select(v74_0, s75, v72_0);
            var v76_1 = Lanes.Select(v74_1, s75, v72_1);
            var v78_0 = v20_0 * v76_0;
            var v78_1 = v20_1 * v76_1;
            var v79_0 = s71 / v78_0;
            var v79_1 = s71 / v78_1;
            var v80_0_0 = v21_0_0 * Float2.All(v76_0);
            var v80_0_1 = v21_0_1 * Float2.All(v76_0);
            var v80_0_2 = v21_0_2 * Float2.All(v76_0);
            var v80_0_3 = v21_0_3 * Float2.All(v76_0);
            var v80_1_0 = v21_1_0 * Float2.All(v76_1);
            var v80_1_1 = v21_1_1 * Float2.All(v76_1);
            var v80_1_2 = v21_1_2 * Float2.All(v76_1);
            var v80_1_3 = v21_1_3 * Float2.All(v76_1);
            var v54_0_0 = v80_0_0 * Float2.All(v79_0);
            var v54_0_1 = v80_0_1 * Float2.All(v79_0);
            var v54_0_2 = v80_0_2 * Float2.All(v79_0);
            var v54_0_3 = v80_0_3 * Float2.All(v79_0);
            var v54_1_0 = v80_1_0 * Float2.All(v79_1);
            var v54_1_1 = v80_1_1 * Float2.All(v79_1);
            var v54_1_2 = v80_1_2 * Float2.All(v79_1);
            var v54_1_3 = v80_1_3 * Float2.All(v79_1);
            int e9 = Extents.Real(Extents.Inside(o.Batch, s6, o.Depth, s7, o.Rows), 32, s8);
            int e10 = Extents.Real(Extents.Inside(o.Batch, s6, o.Depth, s7, o.Cols), 32, s15);
            {
                var w0 = o.At(o.Offset(s6, s7, s8 * 32, s15 * 32));
                if (e2r >= 32 & e3r >= 32 & e9 >= 32 & e10 >= 32 & e3c >= 32 & (o.Cols & 3) == 0)
                {
                    F32.Store2(w0, r0 * o.Cols + c0, v54_0_0);
                    F32.Store2(w0, r0 * o.Cols + c1, v54_0_1);
                    F32.Store2(w0, r0 * o.Cols + c2, v54_0_2);
                    F32.Store2(w0, r0 * o.Cols + c3, v54_0_3);
                    F32.Store2(w0, r1 * o.Cols + c0, v54_1_0);
                    F32.Store2(w0, r1 * o.Cols + c1, v54_1_1);
                    F32.Store2(w0, r1 * o.Cols + c2, v54_1_2);
                    F32.Store2(w0, r1 * o.Cols + c3, v54_1_3);
                }
                else
                {
                    F32.Store2(w0, r0 * o.Cols + c0, v54_0_0, r0 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c0 : 0);
                    F32.Store2(w0, r0 * o.Cols + c1, v54_0_1, r0 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c1 : 0);
                    F32.Store2(w0, r0 * o.Cols + c2, v54_0_2, r0 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c2 : 0);
                    F32.Store2(w0, r0 * o.Cols + c3, v54_0_3, r0 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c3 : 0);
                    F32.Store2(w0, r1 * o.Cols + c0, v54_1_0, r1 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c0 : 0);
                    F32.Store2(w0, r1 * o.Cols + c1, v54_1_1, r1 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c1 : 0);
                    F32.Store2(w0, r1 * o.Cols + c2, v54_1_2, r1 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c2 : 0);
                    F32.Store2(w0, r1 * o.Cols + c3, v54_1_3, r1 < Math.Min(Math.Min(e2r, e3r), e9) ? Math.Min(e10, e3c) - c3 : 0);
                }
            }
            Copies.Wait();
        }
    }
}
