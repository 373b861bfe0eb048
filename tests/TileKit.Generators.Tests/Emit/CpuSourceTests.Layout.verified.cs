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
        private nint slot2;

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
            grid = new CpuGrid(1, false, profile, s4, s7);
            yStreams = y.Streams(profile);
            var layout = new ScratchLayout();
            slot0 = layout.Add(Math.Max(Scratch.Rows(BN, BM, lanes), Scratch.Rows(2 * BM, BN, lanes)));
            slot1 = layout.Add(Scratch.Rows(BM, BN, lanes));
            slot2 = layout.Add(Scratch.Rows(BM, BN, lanes));
            return new CpuWork(grid.Units, layout.Bytes);
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var (first, end, rest) = grid.Range(unit);
            int s8 = grid.Take(ref rest, 0);
            for (int s9 = first; s9 < end; s9++)
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
            nint t0r = Scratch.RowStride(BM, F.Count);
            var t1 = (scratch + slot1).Cast<float>();
            nint t1r = Scratch.RowStride(BN, F.Count);
            var t2 = (scratch + slot0).Cast<float>();
            nint t2r = Scratch.RowStride(BN, F.Count);
            var t3 = (scratch + slot2).Cast<float>();
            nint t3r = Scratch.RowStride(BN, F.Count);
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BN, s9);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BM, s8);
            Nest0<F, I>(e0, x.Element((nint)s9 * BN, (nint)s8 * BM), x.RowStride, t0, t0r, e1);
            Pack.Copy<F, float>(t0, t0r, 1, 0, 0, t1, t1r, 1, e1, e0, true);
            int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 2 * BM, s8);
            int e3 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
            int s14 = 0;
            int e4 = Extents.Within(e2, s3, BM);
            int e5 = Extents.Within(e3, s14, BN);
            Nest1<F, I>(e2, x.Element((nint)s8 * 2 * BM, (nint)s9 * BN), x.RowStride, t2, t2r, e3);
            Pack.Copy<F, float>(t2, t2r, 1, s3, s14, t3, t3r, 1, e4, e5, false);
            int e6 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), BM, s8);
            int e7 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BN, s9);
            Nest2<F, I>(Math.Min(Math.Min(e1, e4), e6), y.Element((nint)s8 * BM, (nint)s9 * BN), y.RowStride, t1, t1r, t3, t3r, Math.Min(Math.Min(e0, e5), e7), yStreams);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> w1, nint d2, Ptr<float> t0, nint t0r, int n5)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                var u0 = t0 + r * t0r;
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n5; v += F.Count)
                    {
                        var v10 = F.Load(x1, v);
                        var v17 = v10;
                        v17.Store(u0, v);
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v10 = F.LoadPart(x1, v, (int)(n5 - v));
                        var v17 = v10;
                        v17.Store(u0, v);
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest1<F, I>(int n0, Ptr<float> w1, nint d2, Ptr<float> t2, nint t2r, int n5)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                var u2 = t2 + r * t2r;
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n5; v += F.Count)
                    {
                        var v12 = F.Load(x1, v);
                        var v18 = v12;
                        v18.Store(u2, v);
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v12 = F.LoadPart(x1, v, (int)(n5 - v));
                        var v18 = v12;
                        v18.Store(u2, v);
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest2<F, I>(int n0, Ptr<float> w1, nint d2, Ptr<float> t1, nint t1r, Ptr<float> t3, nint t3r, int n7, bool streams8)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                var u1 = t1 + r * t1r;
                var u3 = t3 + r * t3r;
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n7; v += F.Count)
                    {
                        var v11 = F.Load(u1, v);
                        var v15 = F.Load(u3, v);
                        var v16 = v11 + v15;
                        if (streams8)
                        {
                            v16.Stream(x1, v);
                        }
                        else
                        {
                            v16.Store(x1, v);
                        }
                    }
                    for (; v < n7; v += F.Count)
                    {
                        var v11 = F.Load(u1, v);
                        var v15 = F.Load(u3, v);
                        var v16 = v11 + v15;
                        v16.StorePart(x1, v, (int)(n7 - v));
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
            cost.Instances(t0, Average.CeilDivide((double)y.Cols, (double)(BN)), Average.WholeTiles((double)y.Rows, (double)(BM)) * Average.WholeTiles((double)y.Cols, (double)(BN)), false);
            cost.Scratch(Scratch.Rows(BN, BM, cost.Lanes));
            cost.Scratch(Scratch.Rows(BM, BN, cost.Lanes));
            cost.Scratch(Scratch.Rows(2 * BM, BN, cost.Lanes));
            cost.Scratch(Scratch.Rows(BM, BN, cost.Lanes));
            cost.Nest(t0, 1.0, 1.0, 2, lanesInside: true);
            cost.Stream(t0, Average.Real(x.Rows, BN), Average.Real(x.Cols, BM), x.Cols, 1);
            cost.Nest(t0, 1.0, 1.0, 2, lanesInside: true);
            cost.Stream(t0, Average.Real(x.Rows, 2 * BM), Average.Real(x.Cols, BN), x.Cols, 1);
            cost.Nest(t0, Math.Min(Average.Real(x.Cols, BM), (double)(BM)), Math.Min(Average.Real(x.Rows, BN), (double)(BN)), 4, lanesInside: true);
            cost.Stream(t0, Average.Real(y.Rows, BM), Average.Real(y.Cols, BN), y.Cols, 1);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double flops = t0 * Math.Min(Average.Real(x.Cols, BM), (double)(BM)) * Math.Min(Average.Real(x.Rows, BN), (double)(BN));
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
