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
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s8);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
            int s11 = 0;
            int e2 = Extents.RealInRow(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), s11, Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
            int e3 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), BM, s8);
            int e4 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BN, s9);
            Nest0<F, I>(Math.Min(Math.Min(e1, e2), e4), x.Element(s11, (nint)s9 * BN), Math.Min(e0, e3), yStreams && Ahead.StreamsSideBySide(F.Count), x.Element((nint)s8 * BM, (nint)s9 * BN), x.RowStride, y.Element((nint)s8 * BM, (nint)s9 * BN), y.RowStride, e2, e1);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> w1, int n2, bool streams3, Ptr<float> w4, nint d5, Ptr<float> w6, nint d7, int n8, int n9)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var v12 = F.Load(w1, v);
                    var v13 = F.Sqrt(v12);
                    for (nint r = 0; r < n2; r++)
                    {
                        if (streams3)
                        {
                            Ahead.FetchAlong(w4, r * d5 + v, F.Count);
                        }
                        var v10 = F.Load(w4, r * d5 + v);
                        var v14 = v10 * v13;
                        if (streams3)
                        {
                            v14.Stream(w6, r * d7 + v);
                        }
                        else
                        {
                            v14.Store(w6, r * d7 + v);
                        }
                    }
                }
                for (; v < n0; v += F.Count)
                {
                    var v12 = F.LoadPart(w1, v, (int)(n8 - v));
                    var v13 = F.Sqrt(v12);
                    for (nint r = 0; r < n2; r++)
                    {
                        var v10 = F.LoadPart(w4, r * d5 + v, (int)(n9 - v));
                        var v14 = v10 * v13;
                        v14.StorePart(w6, r * d7 + v, (int)(n0 - v));
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
            cost.Nest(t0, 1.0, Average.Real(x.Cols, BN), 8, lanesInside: false);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 4, lanesInside: false);
            cost.Stream(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), x.Cols, 2);
            cost.Stream(t0, Average.Real(y.Rows, BM), Average.Real(y.Cols, BN), y.Cols, 2);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double flops = t0 * 1.0 * Average.Real(x.Cols, BN) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN);
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
