    file partial struct RunKernel : ICpuKernel, ITileProgram
    {
        public CpuView<float> x;
        public CpuView<int> rows;
        public CpuView<int> offsets;
        public CpuView<float> w;
        public CpuView<float> y;
        public CpuView<int> counts;
        public int BM;
        public int BN;
        private CpuGrid grid;
        private bool yStreams;
        private bool countsStreams;
        private nint slot0;
        private nint slot1;
        private Strip strip0;

        public readonly long PlaceTemps(Ptr<byte> memory) => 0;

        public readonly int Grids => 1;

        public CpuWork Plan(int index, int lanes, CpuProfile profile)
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
            grid = new CpuGrid(1, true, profile, s9, s3);
            yStreams = y.Streams(profile);
            countsStreams = counts.Streams(profile);
            var layout = new ScratchLayout();
            slot0 = layout.Add(Math.Max(Scratch.Panels(BM, BN, lanes), Scratch.Vector(1, lanes)));
            slot1 = layout.Add(Math.Max(Math.Max(Scratch.Vector(BM, lanes), Scratch.Panels(BN, BN, lanes)), Scratch.Vector(1, lanes)));
            strip0 = layout.AddStrip(Extents.Count(x.Cols, BN), Scratch.Rows(BM, BN, lanes), grid, profile);
            return new CpuWork(grid.Units, layout.Bytes);
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            strip0.Reset(scratch);
            var (first, end, rest) = grid.Range(unit);
            int s11 = grid.Take(ref rest, 0);
            for (int s12 = first; s12 < end; s12++)
            {
                Instance<F, I>(s11, s12, scratch);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Instance<F, I>(int s11, int s12, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
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
            var t0 = (scratch + slot0).Cast<float>();
            nint t0v = Scratch.PanelRows(BM);
            var t1 = (scratch + slot1).Cast<int>();
            nint t2r = Scratch.RowStride(BN, F.Count);
            var t3 = (scratch + slot1).Cast<float>();
            nint t3v = Scratch.PanelRows(BN);
            var t4 = (scratch + slot0).Cast<int>();
            var t5 = (scratch + slot1).Cast<int>();
            var (s13, s14) = RaggedGroups.Find(offsets, s7, s11);
            if (s13 < 0)
            {
                return;
            }
            int s16 = s13 + s5;
            int s17 = offsets.Scalar(0, s13);
            int s18 = offsets.Scalar(0, s16);
            int s19 = s18 - s17;
            int s20 = 0;
            bool s21 = s13 >= s20;
            int s23 = s21 ? s19 : s20;
            var s24 = rows.SliceCols(s17, s23);
            int e0 = Extents.RealInRow(s24.Rows, s20, s24.Cols, BM, s14);
            float s27 = 0f;
            int s30 = x.Cols;
            int s32 = Extents.CeilDivide(s30, s2);
            if (s20 >= s32)
            {
                Scratch.Fill<F, float>(t0, Scratch.Panels(BM, BN, F.Count), 0f);
            }
            int e1r = BM;
            int e1c = BN;
            for (int s35 = s20; s35 < s32; s35 += s5)
            {
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s35);
                Nest0<F, I>(e0, s24.Element(s20, (nint)s14 * BM), t1);
                var t2 = strip0.Tile<float>(scratch, s35);
                if (strip0.Claim(scratch, s35))
                {
                    Operand.Gather<F, I>(x, (nint)s35 * BN, t1, e0, e2, t2, t2r);
                }
                var x60 = Operand.Of(t2, t2r);
                int e3 = Extents.Real(Extents.Inside(w.Batch, s20, w.Depth, s13, w.Rows), BN, s12);
                int e4 = Extents.Real(Extents.Inside(w.Batch, s20, w.Depth, s13, w.Cols), BN, s35);
                bool q62 = w.At(s20, s13).IsPacked && (nint)s12 * BN % F.Count == 0;
                bool p62 = !w.At(s20, s13).IsPacked && Mma.ReadsInPlace(e0, e3, Math.Min(e2, e4), w.RowStride, F.Count, transposed: true, shared: false);
                var u62 = default(Upcoming);
                if (!q62 && !p62)
                {
                    if (w.At(s20, s13).IsPacked)
                    {
                        Pack.Repack(w.At(s20, s13), (nint)s35 * BN, (nint)s12 * BN, e4, e3, F.Count, t3, F.Count, t3v);
                    }
                    else
                    {
                        Pack.PanelsTransposed<F, I>(w.At(s20, s13).Element((nint)s12 * BN, (nint)s35 * BN), w.RowStride, e4, e3, t3, F.Count, t3v);
                        u62 = Upcoming.Tile(s35 + s5 < s32, w.At(s20, s13).Element((nint)s12 * BN, (nint)(s35 + s5) * BN), w.RowStride, e3, e4);
                    }
                }
                if (p62)
                {
                    Mma.AccumulateTransposed<F, I>(x60.Data, x60.Stride, w.At(s20, s13).Element((nint)s12 * BN, (nint)s35 * BN), w.RowStride, t0, F.Count, t0v, e0, e3, Math.Min(e2, e4), overwrite: s35 == s20);
                }
                else
                {
                    Mma.Accumulate<F, float>(x60.Data, x60.Stride, 1, q62 ? w.At(s20, s13).Panel((nint)s35 * BN, (nint)s12 * BN, F.Count) : t3, F.Count, q62 ? w.At(s20, s13).PanelStride / F.Count : t3v, t0, F.Count, t0v, e0, e3, Math.Min(e2, e4), overwrite: s35 == s20, u62);
                }
                (e1r, e1c) = (Math.Min(e0, e1r), Math.Min(e1c, e3));
            }
            int s44 = offsets.Scalar(s20, s16);
            float s45 = (float)s44;
            var s56 = y.SliceRows(s17, s23);
            int e5 = Extents.Real(s56.Rows, BM, s14);
            int e6 = Extents.Real(s56.Cols, BN, s12);
            Nest1<F, I>(Math.Min(e1r, e5), s56.Element((nint)s14 * BM, (nint)s12 * BN), s56.RowStride, Math.Min(e1c, e6), yStreams, t0, t0v, s45);
            Scratch.Fill<I, int>(t4, Scratch.Vector(1, F.Count), 1);
            Scratch.Fill<I, int>(t5, Scratch.Vector(1, F.Count), s13);
            Atomics.Scatter(t4, 1, t5, counts);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<int> w1, Ptr<int> t1)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var v26 = I.Load(w1, v);
                    var v61 = v26;
                    v61.Store(t1, v);
                }
                for (; v < n0; v += F.Count)
                {
                    var v26 = I.LoadPart(w1, v, (int)(n0 - v));
                    var v61 = v26;
                    v61.Store(t1, v);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest1<F, I>(int n0, Ptr<float> w1, nint d2, int n3, bool streams4, Ptr<float> t0, nint t0v, float s45)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b45 = F.Broadcast(s45);
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n3; v += F.Count)
                    {
                        var v40 = F.Load(t0, v * t0v + r * F.Count);
                        var v46 = v40 * b45;
                        if (streams4)
                        {
                            v46.Stream(x1, v);
                        }
                        else
                        {
                            v46.Store(x1, v);
                        }
                    }
                    for (; v < n3; v += F.Count)
                    {
                        var v40 = F.Load(t0, v * t0v + r * F.Count);
                        var v46 = v40 * b45;
                        v46.StorePart(x1, v, (int)(n3 - v));
                    }
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
            double t0 = Average.Tiles((double)y.Rows, (offsets.Cols - 1), (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            cost.Instances(t0, Average.CeilDivide((double)y.Cols, (double)(BN)), Average.Tiles((double)y.Rows, (offsets.Cols - 1), (double)(BM)) * Average.WholeTiles((double)y.Cols, (double)(BN)), true);
            cost.Scratch(Scratch.Panels(BM, BN, cost.Lanes));
            cost.Scratch(Scratch.Vector(BM, cost.Lanes));
            cost.Scratch(Scratch.Panels(BN, BN, cost.Lanes));
            cost.Scratch(Scratch.Vector(1, cost.Lanes));
            cost.Scratch(Scratch.Vector(1, cost.Lanes));
            cost.Strip(Extents.Count(x.Cols, BN), Scratch.Rows(BM, BN, cost.Lanes));
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BN)), (double)1);
            cost.Nest(t1, 1.0, 1.0, 2, lanesInside: true);
            cost.Rows(t1, Average.RealOfGroup(rows.Cols, offsets.Cols - 1, BM), Average.Real(x.Cols, BN), reused: true);
            cost.Product(t1, Average.RealOfGroup(rows.Cols, offsets.Cols - 1, BM), BM, Average.Real(w.Rows, BN), BN, Average.Real(x.Cols, BN), w.Cols, transposed: true, shared: false, first: t0, packed: w.IsPacked);
            cost.Nest(t0, Average.RealOfGroup(rows.Cols, offsets.Cols - 1, BM), Average.Real(w.Rows, BN), 4, lanesInside: true);
            cost.Atomic(t0, 1.0, 1.0);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.Tiles((double)y.Rows, (offsets.Cols - 1), (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BN)), (double)1);
            double flops = 2 * t1 * Average.RealOfGroup(rows.Cols, offsets.Cols - 1, BM) * Average.Real(w.Rows, BN) * Average.Real(x.Cols, BN) + t0 * Average.RealOfGroup(rows.Cols, offsets.Cols - 1, BM) * Average.Real(w.Rows, BN);
            return new KernelWork(flops, offsets.Bytes + rows.Bytes + x.Bytes + w.Bytes, y.Bytes + counts.Bytes, 0.0);
        }
    }
