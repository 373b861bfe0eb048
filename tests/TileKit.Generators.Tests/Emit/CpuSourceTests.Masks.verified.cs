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
            float s0 = s;
            int s1 = n;
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
            float s0 = s;
            int s1 = n;
            int s2 = y.Rows;
            int s3 = BM;
            int s4 = Extents.CeilDivide(s2, s3);
            int s5 = y.Cols;
            int s6 = BN;
            int s7 = Extents.CeilDivide(s5, s6);
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s8);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
            float s11 = 0f;
            int e2 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), BM, s8);
            int e3 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BN, s9);
            Nest0<F, I>(Math.Min(e0, e2), x.Element((nint)s8 * BM, (nint)s9 * BN), x.RowStride, y.Element((nint)s8 * BM, (nint)s9 * BN), y.RowStride, Math.Min(e1, e3), yStreams, e1, s1, s0);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> w1, nint d2, Ptr<float> w3, nint d4, int n5, bool streams6, int n7, int s1, float s0)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b1 = I.Broadcast(s1);
            var b11 = F.Broadcast(0f);
            var b0 = F.Broadcast(s0);
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                var x3 = w3 + r * d4;
                var v15 = I.Broadcast((int)r);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n5; v += F.Count)
                    {
                        if (streams6)
                        {
                            Ahead.FetchRow(x1 + d2, v, n7, F.Count);
                        }
                        var v14 = I.Iota + I.Broadcast((int)v);
                        var v16 = v14 - v15;
                        var v17 = I.LessEqual(v16, b1);
                        var v10 = F.Load(x1, v);
                        var v12 = F.Select(v17, v10, b11);
                        var v19 = I.Less(v14, b1);
                        var v13 = F.Select(v19, v12, b0);
                        if (streams6)
                        {
                            v13.Stream(x3, v);
                        }
                        else
                        {
                            v13.Store(x3, v);
                        }
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v14 = I.Iota + I.Broadcast((int)v);
                        var v16 = v14 - v15;
                        var v17 = I.LessEqual(v16, b1);
                        var v10 = F.LoadPart(x1, v, (int)(n7 - v));
                        var v12 = F.Select(v17, v10, b11);
                        var v19 = I.Less(v14, b1);
                        var v13 = F.Select(v19, v12, b0);
                        v13.StorePart(x3, v, (int)(n5 - v));
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
            cost.Nest(t0, (double)(BM), (double)(BN), 12, lanesInside: true);
            cost.Stream(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), x.Cols, 2);
            cost.Stream(t0, Average.Real(y.Rows, BM), Average.Real(y.Cols, BN), y.Cols, 2);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double flops = t0 * (double)(BM) * (double)(BN) + t0 * (double)(BM) * (double)(BN) + t0 * (double)(BM) * (double)(BN);
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
