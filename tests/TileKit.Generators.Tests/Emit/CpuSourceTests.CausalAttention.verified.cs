    file partial struct RunKernel : ICpuKernel, ITileProgram
    {
        public CpuView<float> q;
        public CpuView<float> k;
        public CpuView<float> v;
        public CpuView<float> o;
        public float scale;
        public int BM;
        public int BN;
        public int D;
        public int DV;
        private CpuGrid grid;
        private bool oStreams;
        private nint slot0;
        private nint slot1;
        private nint slot2;
        private nint slot3;
        private nint slot4;
        private nint slot5;
        private Strip strip0;
        private Strip strip1;

        public readonly long PlaceTemps(Ptr<byte> memory) => 0;

        public readonly int Grids => 1;

        public CpuWork Plan(int index, int lanes, CpuProfile profile)
        {
            float s0 = scale;
            int s1 = q.Batch;
            int s2 = q.Depth;
            int s3 = q.Rows;
            int s4 = BM;
            int s5 = Extents.CeilDivide(s3, s4);
            grid = new CpuGrid(2, Operand.IsKept(k.RowStride, D) || Operand.IsKept(v.RowStride, DV), profile, s1, s2, s5);
            oStreams = o.Streams(profile);
            var layout = new ScratchLayout();
            slot0 = layout.Add(Scratch.Panels(D, BM, lanes));
            slot1 = layout.Add(Scratch.Vector(BM, lanes));
            slot2 = layout.Add(Scratch.Panels(DV, BM, lanes));
            slot3 = layout.Add(Scratch.Vector(BM, lanes));
            slot4 = layout.Add(Scratch.Panels(BN, BM, lanes));
            slot5 = layout.Add(Scratch.Panels(BN, lanes, lanes));
            strip0 = layout.AddStrip(Extents.Count(k.Rows, BN), Scratch.Rows(BN, D, lanes), grid, profile, Operand.IsKept(k.RowStride, D));
            strip1 = layout.AddStrip(Extents.Count(v.Rows, BN), Scratch.Rows(BN, DV, lanes), grid, profile, Operand.IsKept(v.RowStride, DV));
            return new CpuWork(grid.Units, layout.Bytes);
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            strip0.Reset(scratch);
            strip1.Reset(scratch);
            var (first, end, rest) = grid.Range(unit);
            int s7 = grid.Take(ref rest, 1);
            int s6 = grid.Take(ref rest, 0);
            for (int s8 = first; s8 < end; s8++)
            {
                Instance<F, I>(s6, s7, s8, scratch);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Instance<F, I>(int s6, int s7, int s8, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            float s0 = scale;
            int s1 = q.Batch;
            int s2 = q.Depth;
            int s3 = q.Rows;
            int s4 = BM;
            int s5 = Extents.CeilDivide(s3, s4);
            var t0 = (scratch + slot0).Cast<float>();
            nint t0v = Scratch.PanelRows(D);
            var t1 = (scratch + slot1).Cast<float>();
            var t2 = (scratch + slot2).Cast<float>();
            nint t2v = Scratch.PanelRows(DV);
            var t3 = (scratch + slot3).Cast<float>();
            nint t4r = Scratch.RowStride(D, F.Count);
            var t5 = (scratch + slot4).Cast<float>();
            nint t5v = Scratch.PanelRows(BN);
            var t6 = (scratch + slot5).Cast<float>();
            nint t7r = Scratch.RowStride(DV, F.Count);
            float s9 = float.NegativeInfinity;
            float s11 = 0f;
            int s15 = 0;
            int s16 = k.At(s6, s7).Rows;
            int s17 = BN;
            int s18 = Extents.CeilDivide(s16, s17);
            int s19 = 1;
            int e0 = Extents.Real(Extents.Inside(q.Batch, s6, q.Depth, s7, q.Rows), BM, s8);
            int e1 = Extents.Real(Extents.Inside(q.Batch, s6, q.Depth, s7, q.Cols), D, s15);
            Pack.PanelsTransposed<F, I>(q.At(s6, s7).Element((nint)s8 * BM, (nint)s15 * D), q.RowStride, e1, e0, t0, F.Count, t0v);
            float s29 = 1.44269502f;
            float s30 = s0 * s29;
            int s33 = s8 * s4;
            int s63 = s33 + s19;
            Scratch.Fill<F, float>(t1, Scratch.Vector(BM, F.Count), 0f);
            int e2r = BM;
            Scratch.Fill<F, float>(t2, Scratch.Panels(DV, BM, F.Count), 0f);
            int e3r = BM;
            int e3c = DV;
            Scratch.Fill<F, float>(t3, Scratch.Vector(BM, F.Count), float.NegativeInfinity);
            int e4r = BM;
            for (int s23 = s15; s23 < s18; s23 += s19)
            {
                int e5 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Rows), BN, s23);
                int e6 = Extents.Real(Extents.Inside(k.Batch, s6, k.Depth, s7, k.Cols), D, s15);
                var t4 = strip0.Tile<float>(scratch, s23);
                if (strip0.IsKept && strip0.Claim(scratch, s23))
                {
                    Pack.Rows<F, I>(k.At(s6, s7).Element((nint)s23 * BN, (nint)s15 * D), k.RowStride, e5, e6, t4, t4r);
                }
                var x82 = strip0.IsKept ? Operand.Of(t4, t4r) : Operand.Rows<F, I>(k.At(s6, s7).Element((nint)s23 * BN, (nint)s15 * D), k.RowStride, e5, e6, t4, t4r, e0, turned: false);
                Mma.Accumulate<F, float>(x82.Data, x82.Stride, 1, t0, F.Count, t0v, t5, F.Count, t5v, e5, e0, Math.Min(e1, e6), overwrite: true);
                int s35 = s23 * s17;
                int s59 = s33 - s35;
                int s62 = s35 + s17;
                bool s65 = s62 > s63;
                int e7 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Rows), BN, s23);
                int e8 = Extents.Real(Extents.Inside(v.Batch, s6, v.Depth, s7, v.Cols), DV, s15);
                if (s65)
                {
                    Nest0<F, I>(e0, t5, t5v, t2, t2v, e5, s30, s59, t6, t3, t1, e3c);
                }
                else
                {
                    Nest1<F, I>(e0, t5, t5v, t2, t2v, e5, s30, t6, t3, t1, e3c);
                }
                var t7 = strip1.Tile<float>(scratch, s23);
                if (strip1.IsKept && strip1.Claim(scratch, s23))
                {
                    Pack.Rows<F, I>(v.At(s6, s7).Element((nint)s23 * BN, (nint)s15 * DV), v.RowStride, e7, e8, t7, t7r);
                }
                var x83 = strip1.IsKept ? Operand.Of(t7, t7r) : Operand.Rows<F, I>(v.At(s6, s7).Element((nint)s23 * BN, (nint)s15 * DV), v.RowStride, e7, e8, t7, t7r, Math.Min(e0, e4r), turned: true);
                Mma.Accumulate<F, float>(x83.Data, 1, x83.Stride, t5, F.Count, t5v, t2, F.Count, t2v, e8, Math.Min(e0, e4r), Math.Min(e5, e7), overwrite: false);
                (e2r, e3r, e3c, e4r) = (Math.Min(Math.Min(e0, e2r), e4r), Math.Min(Math.Min(e0, e3r), e4r), Math.Min(e3c, e8), Math.Min(e0, e4r));
            }
            float s68 = 1.2676506E+30f;
            float s70 = 5.42101086E-20f;
            float s71 = 1f;
            float s73 = 7.88860905E-31f;
            float s75 = 1.84467441E+19f;
            int e9 = Extents.Real(Extents.Inside(o.Batch, s6, o.Depth, s7, o.Rows), BM, s8);
            int e10 = Extents.Real(Extents.Inside(o.Batch, s6, o.Depth, s7, o.Cols), DV, s15);
            Nest2<F, I>(Math.Min(e2r, e3r), t2, t2v, t1, e3c);
            Pack.StoreTransposed<F, I>(t2, F.Count, t2v, Math.Min(e10, e3c), Math.Min(Math.Min(e2r, e3r), e9), o.At(s6, s7).Element((nint)s8 * BM, (nint)s15 * DV), o.RowStride);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> t5, nint t5v, Ptr<float> t2, nint t2v, int n5, float s30, int s59, Ptr<float> t6, Ptr<float> t3, Ptr<float> t1, int n11)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b30 = F.Broadcast(s30);
            var b59 = I.Broadcast(s59);
            var b9 = F.Broadcast(float.NegativeInfinity);
            for (nint v = 0; v < n0; v += F.Count)
            {
                var u5 = t5 + v * t5v;
                var u2 = t2 + v * t2v;
                var v57 = I.Iota + I.Broadcast((int)v);
                var a38 = F.Broadcast(float.NegativeInfinity);
                for (nint r = 0; r < n5; r++)
                {
                    var v28 = F.Load(u5, r * F.Count);
                    var v31 = v28 * b30;
                    var v56 = I.Broadcast((int)r);
                    var v58 = v56 - v57;
                    var v60 = I.LessEqual(v58, b59);
                    var v66 = F.Select(v60, v31, b9);
                    var v37 = v66;
                    v37.Store(t6, r * F.Count);
                    a38 = F.Max(a38, v37);
                }
                var v38 = a38;
                var v22 = F.Load(t3, v);
                var v39 = F.Max(v22, v38);
                var a45 = F.Broadcast(0f);
                for (nint r = 0; r < n5; r++)
                {
                    var v37 = F.Load(t6, r * F.Count);
                    var v40 = v37 - v39;
                    var v41 = VecMath.Exp2OfNegative<F, I>(v40);
                    v41.Store(u5, r * F.Count);
                    a45 = a45 + v41;
                }
                var v45 = a45;
                var v42 = v22 - v39;
                var v43 = VecMath.Exp2OfNegative<F, I>(v42);
                var v20 = F.Load(t1, v);
                var v46 = F.MultiplyAdd(v20, v43, v45);
                for (nint r = 0; r < n11; r++)
                {
                    var v21 = F.Load(u2, r * F.Count);
                    var v49 = v21 * v43;
                    v49.Store(u2, r * F.Count);
                }
                v39.Store(t3, v);
                v46.Store(t1, v);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest1<F, I>(int n0, Ptr<float> t5, nint t5v, Ptr<float> t2, nint t2v, int n5, float s30, Ptr<float> t6, Ptr<float> t3, Ptr<float> t1, int n10)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b30 = F.Broadcast(s30);
            for (nint v = 0; v < n0; v += F.Count)
            {
                var u5 = t5 + v * t5v;
                var u2 = t2 + v * t2v;
                var a38 = F.Broadcast(float.NegativeInfinity);
                var c38 = F.Broadcast(float.NegativeInfinity);
                for (nint r = 0; r < n5; r++)
                {
                    {
                        var v28 = F.Load(u5, r * F.Count);
                        var v31 = v28 * b30;
                        var v37 = v31;
                        v37.Store(t6, r * F.Count);
                        a38 = F.Max(a38, v37);
                    }
                    if (++r == n5)
                    {
                        break;
                    }
                    {
                        var v28 = F.Load(u5, r * F.Count);
                        var v31 = v28 * b30;
                        var v37 = v31;
                        v37.Store(t6, r * F.Count);
                        c38 = F.Max(c38, v37);
                    }
                }
                a38 = F.Max(a38, c38);
                var v38 = a38;
                var v22 = F.Load(t3, v);
                var v39 = F.Max(v22, v38);
                var a45 = F.Broadcast(0f);
                for (nint r = 0; r < n5; r++)
                {
                    var v37 = F.Load(t6, r * F.Count);
                    var v40 = v37 - v39;
                    var v41 = VecMath.Exp2OfNegative<F, I>(v40);
                    v41.Store(u5, r * F.Count);
                    a45 = a45 + v41;
                }
                var v45 = a45;
                var v42 = v22 - v39;
                var v43 = VecMath.Exp2OfNegative<F, I>(v42);
                var v20 = F.Load(t1, v);
                var v46 = F.MultiplyAdd(v20, v43, v45);
                for (nint r = 0; r < n10; r++)
                {
                    var v21 = F.Load(u2, r * F.Count);
                    var v49 = v21 * v43;
                    v49.Store(u2, r * F.Count);
                }
                v39.Store(t3, v);
                v46.Store(t1, v);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest2<F, I>(int n0, Ptr<float> t2, nint t2v, Ptr<float> t1, int n4)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b68 = F.Broadcast(1.2676506E+30f);
            var b70 = F.Broadcast(5.42101086E-20f);
            var b71 = F.Broadcast(1f);
            var b73 = F.Broadcast(7.88860905E-31f);
            var b75 = F.Broadcast(1.84467441E+19f);
            for (nint v = 0; v < n0; v += F.Count)
            {
                var u2 = t2 + v * t2v;
                var v51 = F.Load(t1, v);
                var v67 = F.Abs(v51);
                var v69 = F.Greater(v67, b68);
                var v72 = F.Select(v69, b70, b71);
                var v74 = F.Less(v67, b73);
                var v76 = F.Select(v74, b75, v72);
                var v78 = v51 * v76;
                var v79 = b71 / v78;
                for (nint r = 0; r < n4; r++)
                {
                    var v52 = F.Load(u2, r * F.Count);
                    var v80 = v52 * v76;
                    var v54 = v80 * v79;
                    v54.Store(u2, r * F.Count);
                }
            }
        }

        public void SetTiles(ReadOnlySpan<int> tiles)
        {
            BM = tiles[0];
            BN = tiles[1];
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Describe(ref TileCost cost)
        {
            double t0 = (double)q.Batch * (double)q.Depth * Average.CeilDivide((double)q.Rows, (double)(BM));
            cost.Instances(t0, Average.CeilDivide((double)q.Rows, (double)(BM)), (double)q.Batch * (double)q.Depth * Average.WholeTiles((double)q.Rows, (double)(BM)), Operand.IsKept(k.RowStride, D) || Operand.IsKept(v.RowStride, DV));
            cost.Scratch(Scratch.Panels(D, BM, cost.Lanes));
            cost.Scratch(Scratch.Vector(BM, cost.Lanes));
            cost.Scratch(Scratch.Panels(DV, BM, cost.Lanes));
            cost.Scratch(Scratch.Vector(BM, cost.Lanes));
            cost.Scratch(Scratch.Panels(BN, BM, cost.Lanes));
            cost.Scratch(Scratch.Panels(BN, cost.Lanes, cost.Lanes));
            cost.Pack(t0, Average.Real(q.Rows, BM), Average.Real(q.Cols, D), transposed: true, reused: false);
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)k.Rows, (double)(BN)), (double)1);
            cost.Operand(t1, Average.Real(k.Rows, BN), Average.Real(k.Cols, D), k.Cols, Average.Real(q.Rows, BM), Scratch.Rows(BN, D, cost.Lanes), turned: false, reused: true);
            cost.Mma(t1, Average.Real(k.Rows, BN), BN, Average.Real(q.Rows, BM), BM, Average.Real(q.Cols, D));
            cost.Nest(t1, Average.Real(k.Rows, BN), Average.Real(q.Rows, BM), 12, lanesInside: false);
            cost.Nest(t1, 1.0, Math.Min((double)(BM), Average.Real(q.Rows, BM)), 2, lanesInside: false);
            cost.Nest(t1, Math.Min((double)(BN), Average.Real(k.Rows, BN)), Math.Min((double)(BM), Average.Real(q.Rows, BM)), 18, lanesInside: false);
            cost.Nest(t1, 1.0, Math.Min((double)(BM), Average.Real(q.Rows, BM)), 18, lanesInside: false);
            cost.Nest(t1, (double)(DV), Math.Min((double)(BM), Average.Real(q.Rows, BM)), 2, lanesInside: false);
            cost.Operand(t1, Average.Real(v.Rows, BN), Average.Real(v.Cols, DV), v.Cols, Math.Min((double)(BM), Average.Real(q.Rows, BM)), Scratch.Rows(BN, DV, cost.Lanes), turned: true, reused: true);
            cost.Mma(t1, Average.Real(v.Cols, DV), DV, Math.Min((double)(BM), Average.Real(q.Rows, BM)), BM, Math.Min((double)(BN), Average.Real(k.Rows, BN)));
            cost.Nest(t0, 1.0, Math.Min((double)(BM), Average.Real(q.Rows, BM)), 20, lanesInside: false);
            cost.Nest(t0, Average.Real(v.Cols, DV), Math.Min((double)(BM), Average.Real(q.Rows, BM)), 4, lanesInside: false);
            cost.Pack(t0, Average.Real(o.Rows, BM), Average.Real(o.Cols, DV), transposed: true, reused: false);
        }

        public readonly KernelWork Work()
        {
            double t0 = (double)q.Batch * (double)q.Depth * Average.CeilDivide((double)q.Rows, (double)(BM));
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)k.Rows, (double)(BN)), (double)1);
            double flops = 2 * t1 * Average.Real(q.Rows, BM) * Average.Real(k.Rows, BN) * Average.Real(q.Cols, D) + t1 * Average.Real(q.Rows, BM) * Average.Real(k.Rows, BN) + t1 * (double)(BM) * (double)(BN) + t1 * (double)(BM) * (double)(BN) + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * Math.Min((double)(BN), Average.Real(k.Rows, BN)) + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * Math.Min((double)(BN), Average.Real(k.Rows, BN)) + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * Math.Min((double)(BN), Average.Real(k.Rows, BN)) + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * Math.Min((double)(BN), Average.Real(k.Rows, BN)) + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * (double)(DV) + 2 * t1 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * Average.Real(v.Cols, DV) * Math.Min((double)(BN), Average.Real(k.Rows, BN)) + t0 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t0 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t0 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t0 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t0 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * 1.0 + t0 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * Average.Real(v.Cols, DV) + t0 * Math.Min((double)(BM), Average.Real(q.Rows, BM)) * Average.Real(v.Cols, DV);
            return new KernelWork(flops, q.Bytes + k.Bytes + v.Bytes, o.Bytes, 0.0);
        }
    }
