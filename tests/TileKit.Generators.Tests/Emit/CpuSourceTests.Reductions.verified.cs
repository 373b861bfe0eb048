    file partial struct RunKernel : ICpuKernel, ITileProgram
    {
        public CpuView<float> x;
        public CpuView<float> y;
        public int BM;
        public int N;
        private CpuGrid grid;
        private bool yStreams;
        private nint slot0;

        public readonly long PlaceTemps(Ptr<byte> memory) => 0;

        public readonly int Grids => 1;

        public CpuWork Plan(int index, int lanes, CpuProfile profile)
        {
            int s0 = y.Rows;
            int s1 = BM;
            int s2 = Extents.CeilDivide(s0, s1);
            grid = new CpuGrid(0, false, profile, s2);
            yStreams = y.Streams(profile);
            var layout = new ScratchLayout();
            slot0 = layout.Add(Scratch.Vector(N, lanes));
            return new CpuWork(grid.Units, layout.Bytes);
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var (first, end, rest) = grid.Range(unit);
            for (int s3 = first; s3 < end; s3++)
            {
                Instance<F, I>(s3, scratch);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Instance<F, I>(int s3, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            int s0 = y.Rows;
            int s1 = BM;
            int s2 = Extents.CeilDivide(s0, s1);
            var t0 = (scratch + slot0).Cast<float>();
            int s4 = 0;
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s3);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), N, s4);
            float s13 = 1.2676506E+30f;
            float s15 = 5.42101086E-20f;
            float s16 = 1f;
            float s18 = 7.88860905E-31f;
            float s20 = 1.84467441E+19f;
            int e2 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), BM, s3);
            int e3 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), N, s4);
            Nest0<F, I>(Math.Min(e0, e2), e0, x.Element((nint)s3 * BM, (nint)s4 * N), x.RowStride, y.Element((nint)s3 * BM, (nint)s4 * N), y.RowStride, e1, yStreams, t0, Math.Min(e1, e3));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, int n1, Ptr<float> w2, nint d3, Ptr<float> w4, nint d5, int n6, bool streams7, Ptr<float> t0, int n9)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b13 = F.Broadcast(1.2676506E+30f);
            var b15 = F.Broadcast(5.42101086E-20f);
            var b16 = F.Broadcast(1f);
            var b18 = F.Broadcast(7.88860905E-31f);
            var b20 = F.Broadcast(1.84467441E+19f);
            for (nint r = 0; r < n0; r++)
            {
                var x2 = w2 + r * d3;
                var x4 = w4 + r * d5;
                var a6 = F.Broadcast(float.NegativeInfinity);
                var c6 = F.Broadcast(float.NegativeInfinity);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n6; v += F.Count)
                    {
                        {
                            var v5 = F.Load(x2, v);
                            a6 = F.Max(a6, v5);
                        }
                        if ((v += F.Count) + F.Count > n6)
                        {
                            break;
                        }
                        {
                            var v5 = F.Load(x2, v);
                            c6 = F.Max(c6, v5);
                        }
                    }
                    for (; v < n6; v += F.Count)
                    {
                        var v5 = F.LoadPart(x2, v, (int)(n6 - v));
                        a6 = F.Max(a6, F.Select(F.FirstLanes((int)(n6 - v)), v5, F.Broadcast(float.NegativeInfinity)));
                    }
                }
                a6 = F.Max(a6, c6);
                var v6 = F.Broadcast(F.Maximum(a6));
                var a9 = F.Broadcast(0f);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n6; v += F.Count)
                    {
                        if (streams7)
                        {
                            if (Ahead.RowsInOneStream)
                            {
                                Ahead.FetchRow(x2 + d3, v, n6, F.Count);
                            }
                            else
                            {
                                Ahead.FetchRow(x2 + d3, v >> 1, n6, F.Count >> 1);
                            }
                        }
                        else
                        {
                            Ahead.Fetch(x2 + d3, v, F.Count);
                            Ahead.Fetch(x4, v, F.Count);
                        }
                        var v5 = F.Load(x2, v);
                        var v7 = v5 - v6;
                        var v8 = VecMath.ExpOfNegative<F, I>(v7);
                        v8.Store(t0, v);
                        a9 = a9 + v8;
                    }
                    for (; v < n6; v += F.Count)
                    {
                        var v5 = F.LoadPart(x2, v, (int)(n6 - v));
                        var v7 = v5 - v6;
                        var v8 = VecMath.ExpOfNegative<F, I>(v7);
                        v8.Store(t0, v);
                        a9 = a9 + F.Select(F.FirstLanes((int)(n6 - v)), v8, F.Broadcast(0f));
                    }
                }
                var v9 = F.Broadcast(F.Sum(a9));
                var v12 = F.Abs(v9);
                var v14 = F.Greater(v12, b13);
                var v17 = F.Select(v14, b15, b16);
                var v19 = F.Less(v12, b18);
                var v21 = F.Select(v19, b20, v17);
                var v23 = v9 * v21;
                var v24 = b16 / v23;
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n9; v += F.Count)
                    {
                        if (streams7)
                        {
                            if (!Ahead.RowsInOneStream)
                            {
                                Ahead.FetchRow(x2 + d3, (n6 + v) >> 1, n6, F.Count >> 1);
                            }
                        }
                        var v8 = F.Load(t0, v);
                        var v25 = v8 * v21;
                        var v10 = v25 * v24;
                        if (streams7)
                        {
                            v10.Stream(x4, v);
                        }
                        else
                        {
                            v10.Store(x4, v);
                        }
                    }
                    for (; v < n9; v += F.Count)
                    {
                        var v8 = F.Load(t0, v);
                        var v25 = v8 * v21;
                        var v10 = v25 * v24;
                        v10.StorePart(x4, v, (int)(n9 - v));
                    }
                }
            }
            for (nint r = n0; r < n1; r++)
            {
                var x2 = w2 + r * d3;
                var x4 = w4 + r * d5;
                var a6 = F.Broadcast(float.NegativeInfinity);
                var c6 = F.Broadcast(float.NegativeInfinity);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n6; v += F.Count)
                    {
                        {
                            var v5 = r < n1 ? F.Load(x2, v) : F.Broadcast(0f);
                            a6 = F.Max(a6, v5);
                        }
                        if ((v += F.Count) + F.Count > n6)
                        {
                            break;
                        }
                        {
                            var v5 = r < n1 ? F.Load(x2, v) : F.Broadcast(0f);
                            c6 = F.Max(c6, v5);
                        }
                    }
                    for (; v < n6; v += F.Count)
                    {
                        var v5 = r < n1 ? F.LoadPart(x2, v, (int)(n6 - v)) : F.Broadcast(0f);
                        a6 = F.Max(a6, F.Select(F.FirstLanes((int)(n6 - v)), v5, F.Broadcast(float.NegativeInfinity)));
                    }
                }
                a6 = F.Max(a6, c6);
                var v6 = F.Broadcast(F.Maximum(a6));
                var a9 = F.Broadcast(0f);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n6; v += F.Count)
                    {
                        if (streams7)
                        {
                            if (Ahead.RowsInOneStream)
                            {
                                Ahead.FetchRow(x2 + d3, v, n6, F.Count);
                            }
                            else
                            {
                                Ahead.FetchRow(x2 + d3, v >> 1, n6, F.Count >> 1);
                            }
                        }
                        else
                        {
                            Ahead.Fetch(x2 + d3, v, F.Count);
                            Ahead.Fetch(x4, v, F.Count);
                        }
                        var v5 = r < n1 ? F.Load(x2, v) : F.Broadcast(0f);
                        var v7 = v5 - v6;
                        var v8 = VecMath.ExpOfNegative<F, I>(v7);
                        v8.Store(t0, v);
                        a9 = a9 + v8;
                    }
                    for (; v < n6; v += F.Count)
                    {
                        var v5 = r < n1 ? F.LoadPart(x2, v, (int)(n6 - v)) : F.Broadcast(0f);
                        var v7 = v5 - v6;
                        var v8 = VecMath.ExpOfNegative<F, I>(v7);
                        v8.Store(t0, v);
                        a9 = a9 + F.Select(F.FirstLanes((int)(n6 - v)), v8, F.Broadcast(0f));
                    }
                }
                var v9 = F.Broadcast(F.Sum(a9));
                var v12 = F.Abs(v9);
                var v14 = F.Greater(v12, b13);
                var v17 = F.Select(v14, b15, b16);
                var v19 = F.Less(v12, b18);
                var v21 = F.Select(v19, b20, v17);
                var v23 = v9 * v21;
                var v24 = b16 / v23;
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n9; v += F.Count)
                    {
                        if (streams7)
                        {
                            if (!Ahead.RowsInOneStream)
                            {
                                Ahead.FetchRow(x2 + d3, (n6 + v) >> 1, n6, F.Count >> 1);
                            }
                        }
                        var v8 = F.Load(t0, v);
                        var v25 = v8 * v21;
                        var v10 = v25 * v24;
                        if (r < n0) if (streams7)
                        {
                            v10.Stream(x4, v);
                        }
                        else
                        {
                            v10.Store(x4, v);
                        }
                    }
                    for (; v < n9; v += F.Count)
                    {
                        var v8 = F.Load(t0, v);
                        var v25 = v8 * v21;
                        var v10 = v25 * v24;
                        if (r < n0) v10.StorePart(x4, v, (int)(n9 - v));
                    }
                }
            }
        }

        public void SetTiles(ReadOnlySpan<int> tiles)
        {
            BM = tiles[0];
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Describe(ref TileCost cost)
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM));
            cost.Instances(t0, Average.CeilDivide((double)y.Rows, (double)(BM)), Average.WholeTiles((double)y.Rows, (double)(BM)), false);
            cost.Scratch(Scratch.Vector(N, cost.Lanes));
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, N), 2, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, N), 18, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), 1.0, 20, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, N), 6, lanesInside: true);
            cost.Stream(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, N), x.Cols, 2);
            cost.Stream(t0, Average.Real(y.Rows, BM), Average.Real(y.Cols, N), y.Cols, 2);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM));
            double flops = t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, N) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, N) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, N) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, N) + t0 * Average.Real(x.Rows, BM) * 1.0 + t0 * Average.Real(x.Rows, BM) * 1.0 + t0 * Average.Real(x.Rows, BM) * 1.0 + t0 * Average.Real(x.Rows, BM) * 1.0 + t0 * Average.Real(x.Rows, BM) * 1.0 + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, N) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, N);
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
