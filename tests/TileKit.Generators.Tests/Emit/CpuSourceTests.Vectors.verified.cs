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
            int s2 = y.Rows;
            int s3 = BM;
            int s4 = Extents.CeilDivide(s2, s3);
            int s5 = y.Cols;
            int s6 = BN;
            int s7 = Extents.CeilDivide(s5, s6);
            int s10 = 0;
            int e0 = Extents.RealInRow(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), s10, Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s8);
            int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
            int e3 = Extents.RealInRow(Extents.Inside(y.Batch, s8, y.Depth, s10, y.Rows), s10, Extents.Inside(y.Batch, s8, y.Depth, s10, y.Cols), BN, s9);
            Nest0<F, I>(Math.Min(Math.Min(e0, e2), e3), e1, x.Element((nint)s8 * BM, (nint)s9 * BN), x.RowStride, x.Element(s10, (nint)s9 * BN), s0, y.At(s8, s10).Element(s10, (nint)s9 * BN), e2, e0);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, int n1, Ptr<float> w2, nint d3, Ptr<float> w4, float s0, Ptr<float> w6, int n7, int n8)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b0 = F.Broadcast(s0);
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var a14 = F.Broadcast(0f);
                    var c14 = F.Broadcast(0f);
                    for (nint r = 0; r < n1; r++)
                    {
                        {
                            var v13 = F.Load(w2, r * d3 + v);
                            a14 = a14 + v13;
                        }
                        if (++r == n1)
                        {
                            break;
                        }
                        {
                            var v13 = F.Load(w2, r * d3 + v);
                            c14 = c14 + v13;
                        }
                    }
                    a14 = a14 + c14;
                    var v14 = a14;
                    var v11 = F.Load(w4, v);
                    var v15 = F.MultiplyAdd(v11, b0, v14);
                    v15.Store(w6, v);
                }
                for (; v < n0; v += F.Count)
                {
                    var a14 = F.Broadcast(0f);
                    var c14 = F.Broadcast(0f);
                    for (nint r = 0; r < n1; r++)
                    {
                        {
                            var v13 = F.LoadPart(w2, r * d3 + v, (int)(n7 - v));
                            a14 = a14 + v13;
                        }
                        if (++r == n1)
                        {
                            break;
                        }
                        {
                            var v13 = F.LoadPart(w2, r * d3 + v, (int)(n7 - v));
                            c14 = c14 + v13;
                        }
                    }
                    a14 = a14 + c14;
                    var v14 = a14;
                    var v11 = F.LoadPart(w4, v, (int)(n8 - v));
                    var v15 = F.MultiplyAdd(v11, b0, v14);
                    v15.StorePart(w6, v, (int)(n0 - v));
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
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 2, lanesInside: false);
            cost.Nest(t0, 1.0, Average.Real(x.Cols, BN), 4, lanesInside: false);
            cost.Stream(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), x.Cols, 1);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double flops = t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN) + t0 * 1.0 * Average.Real(x.Cols, BN);
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
