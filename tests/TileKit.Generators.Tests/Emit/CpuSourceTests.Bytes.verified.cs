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
            slot0 = layout.Add(Scratch.Vector(BN, lanes));
            slot1 = layout.Add(Scratch.Vector(BN, lanes));
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
            int s1 = n;
            int s2 = y.Rows;
            int s3 = BM;
            int s4 = Extents.CeilDivide(s2, s3);
            int s5 = y.Cols;
            int s6 = BN;
            int s7 = Extents.CeilDivide(s5, s6);
            var t0 = (scratch + slot0).Cast<float>();
            var t1 = (scratch + slot1).Cast<float>();
            float s10 = 0f;
            int s14 = 0;
            int s15 = 1;
            int s21 = 252645135;
            int s24 = 4;
            int s33 = 522133279;
            int s36 = 3;
            Scratch.Fill<F, float>(t0, Scratch.Vector(BN, F.Count), 0f);
            int e0c = BN;
            Scratch.Fill<F, float>(t1, Scratch.Vector(BN, F.Count), 0f);
            int e1c = BN;
            for (int s18 = s14; s18 < s1; s18 += s15)
            {
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 4, s18);
                int e3 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
                Nest0<F, I>(e3, e2, x.Element((nint)s18 * 4, (nint)s9 * BN), x.RowStride, s1, t0, t1);
                (e0c, e1c) = (Math.Min(e0c, e3), Math.Min(e1c, e3));
            }
            int e4 = Extents.RealInRow(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), s8, Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BN, s9);
            Nest1<F, I>(Math.Min(Math.Min(e0c, e1c), e4), t0, t1, y.Element(s8, (nint)s9 * BN));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, int n1, Ptr<float> w2, nint d3, int s1, Ptr<float> t0, Ptr<float> t1)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b21 = I.Broadcast(252645135);
            var b1 = I.Broadcast(s1);
            var b33 = I.Broadcast(522133279);
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var a30 = I.Broadcast(0);
                    var a42 = I.Broadcast(0);
                    if (n1 == 4)
                    {
                        {
                            const int r = 0;
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v19 = F.Load(w2, r * d3 + v);
                            var v20 = F.ToInt(v19);
                            var v22 = v20 & b21;
                            var v25 = v20 >> 4;
                            var v27 = v25 & b21;
                            a30 = I.AddDot4(a30, v22, b1);
                            a30 = I.AddDot4(a30, v27, v20);
                            var v34 = v20 & b33;
                            var v35 = I.Dot4Of7Bits(v34, b1);
                            var v37 = v20 >> 3;
                            var v39 = v37 & b21;
                            var v40 = I.Dot4Of7Bits(v39, v20);
                            var v41 = v35 + v40;
                            a42 = a42 + v41;
                        }
                        {
                            const int r = 1;
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v19 = F.Load(w2, r * d3 + v);
                            var v20 = F.ToInt(v19);
                            var v22 = v20 & b21;
                            var v25 = v20 >> 4;
                            var v27 = v25 & b21;
                            a30 = I.AddDot4(a30, v22, b1);
                            a30 = I.AddDot4(a30, v27, v20);
                            var v34 = v20 & b33;
                            var v35 = I.Dot4Of7Bits(v34, b1);
                            var v37 = v20 >> 3;
                            var v39 = v37 & b21;
                            var v40 = I.Dot4Of7Bits(v39, v20);
                            var v41 = v35 + v40;
                            a42 = a42 + v41;
                        }
                        {
                            const int r = 2;
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v19 = F.Load(w2, r * d3 + v);
                            var v20 = F.ToInt(v19);
                            var v22 = v20 & b21;
                            var v25 = v20 >> 4;
                            var v27 = v25 & b21;
                            a30 = I.AddDot4(a30, v22, b1);
                            a30 = I.AddDot4(a30, v27, v20);
                            var v34 = v20 & b33;
                            var v35 = I.Dot4Of7Bits(v34, b1);
                            var v37 = v20 >> 3;
                            var v39 = v37 & b21;
                            var v40 = I.Dot4Of7Bits(v39, v20);
                            var v41 = v35 + v40;
                            a42 = a42 + v41;
                        }
                        {
                            const int r = 3;
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v19 = F.Load(w2, r * d3 + v);
                            var v20 = F.ToInt(v19);
                            var v22 = v20 & b21;
                            var v25 = v20 >> 4;
                            var v27 = v25 & b21;
                            a30 = I.AddDot4(a30, v22, b1);
                            a30 = I.AddDot4(a30, v27, v20);
                            var v34 = v20 & b33;
                            var v35 = I.Dot4Of7Bits(v34, b1);
                            var v37 = v20 >> 3;
                            var v39 = v37 & b21;
                            var v40 = I.Dot4Of7Bits(v39, v20);
                            var v41 = v35 + v40;
                            a42 = a42 + v41;
                        }
                    }
                    else
                    {
                        for (nint r = 0; r < n1; r++)
                        {
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v19 = F.Load(w2, r * d3 + v);
                            var v20 = F.ToInt(v19);
                            var v22 = v20 & b21;
                            var v25 = v20 >> 4;
                            var v27 = v25 & b21;
                            a30 = I.AddDot4(a30, v22, b1);
                            a30 = I.AddDot4(a30, v27, v20);
                            var v34 = v20 & b33;
                            var v35 = I.Dot4Of7Bits(v34, b1);
                            var v37 = v20 >> 3;
                            var v39 = v37 & b21;
                            var v40 = I.Dot4Of7Bits(v39, v20);
                            var v41 = v35 + v40;
                            a42 = a42 + v41;
                        }
                    }
                    a30 = I.EndDot4(a30);
                    var v30 = a30;
                    var v42 = a42;
                    var v31 = I.ToFloat(v30);
                    var v16 = F.Load(t0, v);
                    var v32 = v16 + v31;
                    var v43 = I.ToFloat(v42);
                    var v17 = F.Load(t1, v);
                    var v44 = v17 + v43;
                    v32.Store(t0, v);
                    v44.Store(t1, v);
                }
                for (; v < n0; v += F.Count)
                {
                    var a30 = I.Broadcast(0);
                    var a42 = I.Broadcast(0);
                    for (nint r = 0; r < n1; r++)
                    {
                        var v19 = F.LoadPart(w2, r * d3 + v, (int)(n0 - v));
                        var v20 = F.ToInt(v19);
                        var v22 = v20 & b21;
                        var v25 = v20 >> 4;
                        var v27 = v25 & b21;
                        a30 = I.AddDot4(a30, v22, b1);
                        a30 = I.AddDot4(a30, v27, v20);
                        var v34 = v20 & b33;
                        var v35 = I.Dot4Of7Bits(v34, b1);
                        var v37 = v20 >> 3;
                        var v39 = v37 & b21;
                        var v40 = I.Dot4Of7Bits(v39, v20);
                        var v41 = v35 + v40;
                        a42 = a42 + v41;
                    }
                    a30 = I.EndDot4(a30);
                    var v30 = a30;
                    var v42 = a42;
                    var v31 = I.ToFloat(v30);
                    var v16 = F.Load(t0, v);
                    var v32 = v16 + v31;
                    var v43 = I.ToFloat(v42);
                    var v17 = F.Load(t1, v);
                    var v44 = v17 + v43;
                    v32.Store(t0, v);
                    v44.Store(t1, v);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest1<F, I>(int n0, Ptr<float> t0, Ptr<float> t1, Ptr<float> w3)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var v45 = F.Load(t0, v);
                    var v46 = F.Load(t1, v);
                    var v47 = v45 * v46;
                    v47.Store(w3, v);
                }
                for (; v < n0; v += F.Count)
                {
                    var v45 = F.Load(t0, v);
                    var v46 = F.Load(t1, v);
                    var v47 = v45 * v46;
                    v47.StorePart(w3, v, (int)(n0 - v));
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
            cost.Scratch(Scratch.Vector(BN, cost.Lanes));
            cost.Scratch(Scratch.Vector(BN, cost.Lanes));
            double t1 = t0 * Average.Iterations((double)0, (double)n, (double)1);
            cost.Nest(t1, Average.Real(x.Rows, 4), Average.Real(x.Cols, BN), 30, lanesInside: false);
            cost.Nest(t1, 1.0, Average.Real(x.Cols, BN), 8, lanesInside: false);
            cost.Nest(t0, 1.0, Math.Min((double)(BN), Average.Real(x.Cols, BN)), 4, lanesInside: false);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double t1 = t0 * Average.Iterations((double)0, (double)n, (double)1);
            double flops = t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * 1.0 * Math.Min((double)(BN), Average.Real(x.Cols, BN)) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * 1.0 * Math.Min((double)(BN), Average.Real(x.Cols, BN)) + t0 * 1.0 * Math.Min((double)(BN), Average.Real(x.Cols, BN));
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
