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
            slot0 = layout.Add(Scratch.Rows(BM, BN, lanes));
            slot1 = layout.Add(Scratch.Rows(BM, BN, lanes));
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
            var t0 = (scratch + slot0).Cast<float>();
            nint t0r = Scratch.RowStride(BN, F.Count);
            var t1 = (scratch + slot1).Cast<float>();
            nint t1r = Scratch.RowStride(BN, F.Count);
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s8);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
            int s11 = 0;
            bool s12 = s1 > s11;
            int e2r = 0;
            int e2c = 0;
            if (s12)
            {
                Nest0<F, I>(e0, x.Element((nint)s8 * BM, (nint)s9 * BN), x.RowStride, t0, t0r, e1, s0);
                (e2r, e2c) = (e0, e1);
            }
            else
            {
                Nest1<F, I>(e0, x.Element((nint)s8 * BM, (nint)s9 * BN), x.RowStride, t1, t1r, e1);
                Scratch.Copy<F, float>(t1, t0, Scratch.Rows(BM, BN, F.Count));
                (e2r, e2c) = (e0, e1);
            }
            int e3 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), BM, s8);
            int e4 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BN, s9);
            Nest2<F, I>(Math.Min(e2r, e3), y.Element((nint)s8 * BM, (nint)s9 * BN), y.RowStride, t0, t0r, Math.Min(e2c, e4), yStreams);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> w1, nint d2, Ptr<float> t0, nint t0r, int n5, float s0)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b0 = F.Broadcast(s0);
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
                        var v13 = v10 * b0;
                        v13.Store(u0, v);
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v10 = F.LoadPart(x1, v, (int)(n5 - v));
                        var v13 = v10 * b0;
                        v13.Store(u0, v);
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest1<F, I>(int n0, Ptr<float> w1, nint d2, Ptr<float> t1, nint t1r, int n5)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                var u1 = t1 + r * t1r;
                var a14 = F.Broadcast(float.NegativeInfinity);
                var c14 = F.Broadcast(float.NegativeInfinity);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n5; v += F.Count)
                    {
                        {
                            var v10 = F.Load(x1, v);
                            a14 = F.Max(a14, v10);
                        }
                        if ((v += F.Count) + F.Count > n5)
                        {
                            break;
                        }
                        {
                            var v10 = F.Load(x1, v);
                            c14 = F.Max(c14, v10);
                        }
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v10 = F.LoadPart(x1, v, (int)(n5 - v));
                        a14 = F.Max(a14, F.Select(F.FirstLanes((int)(n5 - v)), v10, F.Broadcast(float.NegativeInfinity)));
                    }
                }
                a14 = F.Max(a14, c14);
                var v14 = F.Broadcast(F.Maximum(a14));
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n5; v += F.Count)
                    {
                        Ahead.Fetch(x1 + d2, v, F.Count);
                        var v10 = F.Load(x1, v);
                        var v15 = v10 - v14;
                        v15.Store(u1, v);
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v10 = F.LoadPart(x1, v, (int)(n5 - v));
                        var v15 = v10 - v14;
                        v15.Store(u1, v);
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest2<F, I>(int n0, Ptr<float> w1, nint d2, Ptr<float> t0, nint t0r, int n5, bool streams6)
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
                        var v16 = F.Load(u0, v);
                        if (streams6)
                        {
                            v16.Stream(x1, v);
                        }
                        else
                        {
                            v16.Store(x1, v);
                        }
                    }
                    for (; v < n5; v += F.Count)
                    {
                        var v16 = F.Load(u0, v);
                        v16.StorePart(x1, v, (int)(n5 - v));
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
            cost.Scratch(Scratch.Rows(BM, BN, cost.Lanes));
            cost.Scratch(Scratch.Rows(BM, BN, cost.Lanes));
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 2, lanesInside: true);
            cost.Stream(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), x.Cols, 1);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 2, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 2, lanesInside: true);
            cost.Stream(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), x.Cols, 1);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 2, lanesInside: true);
            cost.Stream(t0, Average.Real(y.Rows, BM), Average.Real(y.Cols, BN), y.Cols, 1);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double flops = t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN) + t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN);
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
