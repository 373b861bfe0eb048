    file partial struct RunKernel : ICpuKernel, ITileProgram
    {
        public CpuView<float> x;
        public CpuView<float> y;
        public float s;
        public int n;
        public int BM;
        public int BN;
        private CpuGrid grid;
        private bool yStreams;
        private nint slot0;
        private nint slot1;
        private Strip strip0;

        public readonly long PlaceTemps(Ptr<byte> memory) => 0;

        public readonly int Grids => 1;

        public CpuWork Plan(int index, int lanes, CpuProfile profile)
        {
            int s2 = y.Rows;
            int s3 = BM;
            int s4 = Extents.CeilDivide(s2, s3);
            int s5 = y.Cols;
            int s6 = BN;
            int s7 = Extents.CeilDivide(s5, s6);
            grid = new CpuGrid(0, true, profile, s4, s7);
            yStreams = y.Streams(profile);
            var layout = new ScratchLayout();
            slot0 = layout.Add(Scratch.Panels(BM, BN, lanes));
            slot1 = layout.Add(Scratch.Rows(BM, BN, lanes));
            strip0 = layout.AddStrip(Extents.Count(x.Cols, BN), Scratch.Panels(BN, BN, lanes), grid, profile);
            return new CpuWork(grid.Units, layout.Bytes);
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            strip0.Reset(scratch);
            var (first, end, rest) = grid.Range(unit);
            int s9 = grid.Take(ref rest, 1);
            for (int s8 = first; s8 < end; s8++)
            {
                Instance<F, I>(s8, s9, scratch);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Instance<F, I>(int s8, int s9, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            int s2 = y.Rows;
            int s3 = BM;
            int s4 = Extents.CeilDivide(s2, s3);
            int s5 = y.Cols;
            int s6 = BN;
            int s7 = Extents.CeilDivide(s5, s6);
            var t0 = (scratch + slot0).Cast<float>();
            nint t0v = Scratch.PanelRows(BM);
            var t1 = (scratch + slot1).Cast<float>();
            nint t1r = Scratch.RowStride(BN, F.Count);
            nint t2v = Scratch.PanelRows(BN);
            float s10 = 0f;
            int s12 = 0;
            int s13 = x.Cols;
            int s15 = Extents.CeilDivide(s13, s6);
            int s16 = 1;
            int e0 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), BM, s8);
            int e1 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BN, s9);
            if (s12 >= s15)
            {
                Scratch.Fill<F, float>(t0, Scratch.Panels(BM, BN, F.Count), 0f);
            }
            int e2r = BM;
            int e2c = BN;
            var o21 = default(Target<float>);
            for (int s18 = s12; s18 < s15; s18 += s16)
            {
                int e3 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s8);
                int e4 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s18);
                int e5 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BN, s9);
                var x23 = Operand.Rows<F, I>(x.Element((nint)s8 * BM, (nint)s18 * BN), x.RowStride, e3, e4, t1, t1r, e5, turned: false);
                bool p24 = Mma.ReadsInPlace(e3, e5, e4, x.RowStride, F.Count, transposed: true, shared: strip0.IsKept);
                var u24 = default(Upcoming);
                var t2 = strip0.Tile<float>(scratch, s18);
                if (!p24 && strip0.Claim(scratch, s18))
                {
                    Pack.PanelsTransposed<F, I>(x.Element((nint)s9 * BN, (nint)s18 * BN), x.RowStride, e4, e5, t2, F.Count, t2v);
                    u24 = Upcoming.Tile(s18 + s16 < s15, x.Element((nint)s9 * BN, (nint)(s18 + s16) * BN), x.RowStride, e5, e4);
                }
                if (p24)
                {
                    Mma.AccumulateTransposed<F, I>(x23.Data, x23.Stride, x.Element((nint)s9 * BN, (nint)s18 * BN), x.RowStride, t0, F.Count, t0v, e3, e5, e4, overwrite: s18 == s12);
                }
                else
                {
                    o21 = Target.Of(s18 + s16 >= s15, y.Element((nint)s8 * BM, (nint)s9 * BN), y.RowStride, Math.Min(Math.Min(e0, e2r), e3), Math.Min(Math.Min(e1, e2c), e5));
                    Mma.Accumulate<F, float>(x23.Data, x23.Stride, 1, t2, F.Count, t2v, t0, F.Count, t0v, e3, e5, e4, overwrite: s18 == s12, u24, target: o21);
                }
                (e2r, e2c) = (Math.Min(e2r, e3), Math.Min(e2c, e5));
            }
            if (!o21.Exists)
            {
                Nest0<F, I>(Math.Min(e0, e2r), y.Element((nint)s8 * BM, (nint)s9 * BN), y.RowStride, Math.Min(e1, e2c), yStreams, t0, t0v);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> w1, nint d2, int n3, bool streams4, Ptr<float> t0, nint t0v)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n3; v += F.Count)
                    {
                        var v22 = F.Load(t0, v * t0v + r * F.Count);
                        if (streams4)
                        {
                            v22.Stream(x1, v);
                        }
                        else
                        {
                            v22.Store(x1, v);
                        }
                    }
                    for (; v < n3; v += F.Count)
                    {
                        var v22 = F.Load(t0, v * t0v + r * F.Count);
                        v22.StorePart(x1, v, (int)(n3 - v));
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
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            cost.Instances(t0, Average.CeilDivide((double)y.Rows, (double)(BM)), Average.WholeTiles((double)y.Rows, (double)(BM)) * Average.WholeTiles((double)y.Cols, (double)(BN)), true);
            cost.Scratch(Scratch.Panels(BM, BN, cost.Lanes));
            cost.Strip(Extents.Count(x.Cols, BN), Scratch.Panels(BN, BN, cost.Lanes));
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BN)), (double)1);
            cost.Operand(t1, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), x.Cols, Average.Real(x.Rows, BN), Scratch.Rows(BM, BN, cost.Lanes), turned: false, reused: false);
            cost.Product(t1, Average.Real(x.Rows, BM), BM, Average.Real(x.Rows, BN), BN, Average.Real(x.Cols, BN), x.Cols, transposed: true, shared: true, first: t0, stored: t0);
            if (!cost.StoresSums)
            {
                cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Rows, BN), 2, lanesInside: true);
            }
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BN)), (double)1);
            double flops = 2 * t1 * Average.Real(x.Rows, BM) * Average.Real(x.Rows, BN) * Average.Real(x.Cols, BN);
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
