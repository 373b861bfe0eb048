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
            grid = new CpuGrid(0, false, profile, s4);
            yStreams = y.Streams(profile);
            var layout = new ScratchLayout();
            return new CpuWork(grid.Units, layout.Bytes);
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var (first, end, rest) = grid.Range(unit);
            for (int s5 = first; s5 < end; s5++)
            {
                Instance<F, I>(s5, scratch);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Instance<F, I>(int s5, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            float s0 = s;
            int s1 = n;
            int s2 = y.Rows;
            int s3 = BM;
            int s4 = Extents.CeilDivide(s2, s3);
            int s6 = 0;
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s5);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s6);
            float s9 = (float)s1;
            int e2 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), BM, s5);
            int e3 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BN, s6);
            Nest0<F, I>(Math.Min(e0, e2), x.Element((nint)s5 * BM, (nint)s6 * BN), x.RowStride, y.Element((nint)s5 * BM, (nint)s6 * BN), y.RowStride, e1, yStreams, s9, s0, Math.Min(e1, e3));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> w1, nint d2, Ptr<float> w3, nint d4, int n5, bool streams6, float s9, float s0, int n9)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b9 = F.Broadcast(s9);
            var b0 = F.Broadcast(s0);
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                var x3 = w3 + r * d4;
                var a8 = F.Broadcast(0f);
                var c8 = F.Broadcast(0f);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n5; v += F.Count)
                    {
                        {
                            var v7 = F.Load(x1, v);
                            a8 = a8 + v7;
                        }
                        if ((v += F.Count) + F.Count > n5)
                        {
                            break;
                        }
                        {
                            var v7 = F.Load(x1, v);
                            c8 = c8 + v7;
                        }
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v7 = F.LoadPart(x1, v, (int)(n5 - v));
                        a8 = a8 + F.Select(F.FirstLanes((int)(n5 - v)), v7, F.Broadcast(0f));
                    }
                }
                a8 = a8 + c8;
                var v8 = F.Broadcast(F.Sum(a8));
                var v10 = v8 / b9;
                var a13 = F.Broadcast(0f);
                var c13 = F.Broadcast(0f);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n5; v += F.Count)
                    {
                        {
                            if (streams6)
                            {
                                if (Ahead.RowsInOneStream)
                                {
                                    Ahead.FetchRow(x1 + d2, v, n5, F.Count);
                                }
                                else
                                {
                                    Ahead.FetchRow(x1 + d2, v >> 1, n5, F.Count >> 1);
                                }
                            }
                            else
                            {
                                Ahead.Fetch(x3, v, F.Count);
                            }
                            var v7 = F.Load(x1, v);
                            var v11 = v7 - v10;
                            a13 = F.MultiplyAdd(v11, v11, a13);
                        }
                        if ((v += F.Count) + F.Count > n5)
                        {
                            break;
                        }
                        {
                            if (streams6)
                            {
                                if (Ahead.RowsInOneStream)
                                {
                                    Ahead.FetchRow(x1 + d2, v, n5, F.Count);
                                }
                                else
                                {
                                    Ahead.FetchRow(x1 + d2, v >> 1, n5, F.Count >> 1);
                                }
                            }
                            else
                            {
                                Ahead.Fetch(x3, v, F.Count);
                            }
                            var v7 = F.Load(x1, v);
                            var v11 = v7 - v10;
                            c13 = F.MultiplyAdd(v11, v11, c13);
                        }
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v7 = F.LoadPart(x1, v, (int)(n5 - v));
                        var v11 = v7 - v10;
                        a13 = F.Select(F.FirstLanes((int)(n5 - v)), F.MultiplyAdd(v11, v11, a13), a13);
                    }
                }
                a13 = a13 + c13;
                var v13 = F.Broadcast(F.Sum(a13));
                var v14 = v13 + b0;
                var v15 = VecMath.Rsqrt<F, I>(v14);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n9; v += F.Count)
                    {
                        if (streams6)
                        {
                            if (!Ahead.RowsInOneStream)
                            {
                                Ahead.FetchRow(x1 + d2, (n5 + v) >> 1, n5, F.Count >> 1);
                            }
                        }
                        else
                        {
                            Ahead.Fetch(x1 + d2, v, F.Count);
                        }
                        var v7 = F.Load(x1, v);
                        var v11 = v7 - v10;
                        var v16 = v11 * v15;
                        if (streams6)
                        {
                            v16.Stream(x3, v);
                        }
                        else
                        {
                            v16.Store(x3, v);
                        }
                    }
                    for (; v < n9; v += F.Count)
                    {
                        var v7 = F.LoadPart(x1, v, (int)(n5 - v));
                        var v11 = v7 - v10;
                        var v16 = v11 * v15;
                        v16.StorePart(x3, v, (int)(n9 - v));
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
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM));
            cost.Instances(t0, Average.CeilDivide((double)y.Rows, (double)(BM)), Average.WholeTiles((double)y.Rows, (double)(BM)), false);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 2, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), 1.0, 8, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 6, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), 1.0, 10, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 6, lanesInside: true);
            cost.Stream(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), x.Cols, 2);
            cost.Stream(t0, Average.Real(y.Rows, BM), Average.Real(y.Cols, BN), y.Cols, 2);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM));
            double flops = t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN) + t0 * Average.Real(x.Rows, BM) * 1.0 + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN) + t0 * Average.Real(x.Rows, BM) * 1.0 + t0 * Average.Real(x.Rows, BM) * 1.0 + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN);
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
