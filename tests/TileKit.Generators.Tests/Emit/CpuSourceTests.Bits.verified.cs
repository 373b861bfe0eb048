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
            float s10 = 0f;
            int s12 = 0;
            int s13 = 1;
            int s19 = 4;
            int s21 = 252645135;
            Scratch.Fill<F, float>(t0, Scratch.Vector(BN, F.Count), 0f);
            int e0c = BN;
            for (int s15 = s12; s15 < s1; s15 += s13)
            {
                int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), 4, s15);
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s9);
                int e3 = Extents.RealInRow(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), s8, Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), 4, s15);
                Nest0<F, I>(Math.Min(e0c, e2), Math.Min(e1, e3), x.Element((nint)s15 * 4, (nint)s9 * BN), x.RowStride, s1, x.Element(s8, (nint)s15 * 4), t0, e2);
                e0c = Math.Min(e0c, e2);
            }
            int e4 = Extents.RealInRow(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), s8, Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BN, s9);
            Nest1<F, I>(Math.Min(e0c, e4), t0, y.Element(s8, (nint)s9 * BN));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, int n1, Ptr<float> w2, nint d3, int s1, Ptr<float> w5, Ptr<float> t0, int n7)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var b21 = I.Broadcast(252645135);
            var b1 = I.Broadcast(s1);
            var b13 = I.Broadcast(1);
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var a31 = F.Broadcast(0f);
                    if (n1 == 4)
                    {
                        {
                            const int r = 0;
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v16 = F.Load(w2, r * d3 + v);
                            var v17 = F.ToInt(v16);
                            var v20 = v17 >> 4;
                            var v22 = v20 & b21;
                            var v23 = I.Dot4Of7Bits(v22, b1);
                            var v24 = v17 << s1;
                            var v26 = v17 | b13;
                            var v27 = I.Dot4(v24, v26);
                            var v28 = v23 + v27;
                            var v29 = I.ToFloat(v28);
                            var v18 = F.Broadcast((float)w5[r]);
                            a31 = F.MultiplyAdd(v18, v29, a31);
                        }
                        {
                            const int r = 1;
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v16 = F.Load(w2, r * d3 + v);
                            var v17 = F.ToInt(v16);
                            var v20 = v17 >> 4;
                            var v22 = v20 & b21;
                            var v23 = I.Dot4Of7Bits(v22, b1);
                            var v24 = v17 << s1;
                            var v26 = v17 | b13;
                            var v27 = I.Dot4(v24, v26);
                            var v28 = v23 + v27;
                            var v29 = I.ToFloat(v28);
                            var v18 = F.Broadcast((float)w5[r]);
                            a31 = F.MultiplyAdd(v18, v29, a31);
                        }
                        {
                            const int r = 2;
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v16 = F.Load(w2, r * d3 + v);
                            var v17 = F.ToInt(v16);
                            var v20 = v17 >> 4;
                            var v22 = v20 & b21;
                            var v23 = I.Dot4Of7Bits(v22, b1);
                            var v24 = v17 << s1;
                            var v26 = v17 | b13;
                            var v27 = I.Dot4(v24, v26);
                            var v28 = v23 + v27;
                            var v29 = I.ToFloat(v28);
                            var v18 = F.Broadcast((float)w5[r]);
                            a31 = F.MultiplyAdd(v18, v29, a31);
                        }
                        {
                            const int r = 3;
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v16 = F.Load(w2, r * d3 + v);
                            var v17 = F.ToInt(v16);
                            var v20 = v17 >> 4;
                            var v22 = v20 & b21;
                            var v23 = I.Dot4Of7Bits(v22, b1);
                            var v24 = v17 << s1;
                            var v26 = v17 | b13;
                            var v27 = I.Dot4(v24, v26);
                            var v28 = v23 + v27;
                            var v29 = I.ToFloat(v28);
                            var v18 = F.Broadcast((float)w5[r]);
                            a31 = F.MultiplyAdd(v18, v29, a31);
                        }
                    }
                    else
                    {
                        for (nint r = 0; r < n1; r++)
                        {
                            Ahead.Fetch(w2, (r + 8) * d3 + v, F.Count);
                            var v16 = F.Load(w2, r * d3 + v);
                            var v17 = F.ToInt(v16);
                            var v20 = v17 >> 4;
                            var v22 = v20 & b21;
                            var v23 = I.Dot4Of7Bits(v22, b1);
                            var v24 = v17 << s1;
                            var v26 = v17 | b13;
                            var v27 = I.Dot4(v24, v26);
                            var v28 = v23 + v27;
                            var v29 = I.ToFloat(v28);
                            var v18 = F.Broadcast((float)w5[r]);
                            a31 = F.MultiplyAdd(v18, v29, a31);
                        }
                    }
                    var v31 = a31;
                    var v14 = F.Load(t0, v);
                    var v32 = v14 + v31;
                    v32.Store(t0, v);
                }
                for (; v < n0; v += F.Count)
                {
                    var a31 = F.Broadcast(0f);
                    for (nint r = 0; r < n1; r++)
                    {
                        var v16 = F.LoadPart(w2, r * d3 + v, (int)(n7 - v));
                        var v17 = F.ToInt(v16);
                        var v20 = v17 >> 4;
                        var v22 = v20 & b21;
                        var v23 = I.Dot4Of7Bits(v22, b1);
                        var v24 = v17 << s1;
                        var v26 = v17 | b13;
                        var v27 = I.Dot4(v24, v26);
                        var v28 = v23 + v27;
                        var v29 = I.ToFloat(v28);
                        var v18 = F.Broadcast((float)w5[r]);
                        a31 = F.MultiplyAdd(v18, v29, a31);
                    }
                    var v31 = a31;
                    var v14 = F.Load(t0, v);
                    var v32 = v14 + v31;
                    v32.Store(t0, v);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest1<F, I>(int n0, Ptr<float> t0, Ptr<float> w2)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var v33 = F.Load(t0, v);
                    v33.Store(w2, v);
                }
                for (; v < n0; v += F.Count)
                {
                    var v33 = F.Load(t0, v);
                    v33.StorePart(w2, v, (int)(n0 - v));
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
            double t1 = t0 * Average.Iterations((double)0, (double)n, (double)1);
            cost.Nest(t1, Average.Real(x.Rows, 4), Average.Real(x.Cols, BN), 22, lanesInside: false);
            cost.Nest(t1, 1.0, Math.Min((double)(BN), Average.Real(x.Cols, BN)), 2, lanesInside: false);
            cost.Nest(t0, 1.0, Math.Min((double)(BN), Average.Real(x.Cols, BN)), 2, lanesInside: false);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double t1 = t0 * Average.Iterations((double)0, (double)n, (double)1);
            double flops = t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Average.Real(x.Rows, 4) * Average.Real(x.Cols, BN) + t1 * Math.Min(Average.Real(x.Cols, 4), Average.Real(x.Rows, 4)) * Average.Real(x.Cols, BN) + t1 * Math.Min(Average.Real(x.Cols, 4), Average.Real(x.Rows, 4)) * Average.Real(x.Cols, BN) + t1 * 1.0 * Math.Min((double)(BN), Average.Real(x.Cols, BN));
            return new KernelWork(flops, x.Bytes, y.Bytes, 0.0);
        }
    }
