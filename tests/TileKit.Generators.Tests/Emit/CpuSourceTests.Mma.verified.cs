    file partial struct RunKernel : ICpuKernel, ITileProgram
    {
        public CpuView<float> x;
        public CpuView<float> w;
        public CpuView<float> bias;
        public CpuView<float> y;
        public int BM;
        public int BN;
        public int BK;
        private CpuGrid grid;
        private bool yStreams;
        private nint slot0;
        private nint slot1;
        private Strip strip0;

        public readonly long PlaceTemps(Ptr<byte> memory) => 0;

        public readonly int Grids => 1;

        public CpuWork Plan(int index, int lanes, CpuProfile profile)
        {
            int s0 = x.Cols;
            int s4 = y.Cols;
            int s7 = y.Rows;
            int s10 = BM;
            int s11 = Extents.CeilDivide(s7, s10);
            int s13 = BN;
            int s14 = Extents.CeilDivide(s4, s13);
            grid = new CpuGrid(0, true, profile, s11, s14);
            yStreams = y.Streams(profile);
            var layout = new ScratchLayout();
            slot0 = layout.Add(Scratch.Panels(BM, BN, lanes));
            slot1 = layout.Add(Scratch.Rows(BM, BK, lanes));
            strip0 = layout.AddStrip(Extents.Count(w.Rows, BK), Scratch.Panels(BK, BN, lanes), grid, profile);
            return new CpuWork(grid.Units, layout.Bytes);
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            strip0.Reset(scratch);
            var (first, end, rest) = grid.Range(unit);
            int s16 = grid.Take(ref rest, 1);
            for (int s15 = first; s15 < end; s15++)
            {
                Instance<F, I>(s15, s16, scratch);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Instance<F, I>(int s15, int s16, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            int s0 = x.Cols;
            int s4 = y.Cols;
            int s7 = y.Rows;
            int s10 = BM;
            int s11 = Extents.CeilDivide(s7, s10);
            int s13 = BN;
            int s14 = Extents.CeilDivide(s4, s13);
            var t0 = (scratch + slot0).Cast<float>();
            nint t0v = Scratch.PanelRows(BM);
            var t1 = (scratch + slot1).Cast<float>();
            nint t1r = Scratch.RowStride(BK, F.Count);
            nint t2v = Scratch.PanelRows(BK);
            float s17 = 0f;
            int s19 = 0;
            int s21 = BK;
            int s22 = Extents.CeilDivide(s0, s21);
            int s23 = 1;
            if (s19 >= s22)
            {
                Scratch.Fill<F, float>(t0, Scratch.Panels(BM, BN, F.Count), 0f);
            }
            int e0r = BM;
            int e0c = BN;
            for (int s25 = s19; s25 < s22; s25 += s23)
            {
                int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s15);
                int e2 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BK, s25);
                int e3 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, x.Cols), BK, s25);
                int e4 = Extents.Real(Extents.Inside(w.Batch, 0, w.Depth, 0, w.Cols), BN, s16);
                var x34 = Operand.Rows<F, I>(x.Element((nint)s15 * BM, (nint)s25 * BK), x.RowStride, e1, e2, t1, t1r, e4, turned: false);
                bool q35 = w.IsPacked && (nint)s16 * BN % F.Count == 0;
                bool p35 = !w.IsPacked && Mma.ReadsInPlace(e1, e4, Math.Min(e2, e3), w.RowStride, F.Count, transposed: false, shared: strip0.IsKept);
                var u35 = default(Upcoming);
                var t2 = strip0.Tile<float>(scratch, s25);
                if (!q35 && !p35 && strip0.Claim(scratch, s25))
                {
                    if (w.IsPacked)
                    {
                        Pack.Repack(w, (nint)s25 * BK, (nint)s16 * BN, e3, e4, F.Count, t2, F.Count, t2v);
                    }
                    else
                    {
                        Pack.Panels<F, I>(w.Element((nint)s25 * BK, (nint)s16 * BN), w.RowStride, e3, e4, t2, F.Count, t2v);
                        u35 = Upcoming.Tile(s25 + s23 < s22, w.Element((nint)(s25 + s23) * BK, (nint)s16 * BN), w.RowStride, e3, e4);
                    }
                }
                if (p35)
                {
                    Mma.AccumulateInPlace<F, I>(x34.Data, x34.Stride, 1, w.Element((nint)s25 * BK, (nint)s16 * BN), w.RowStride, t0, F.Count, t0v, e1, e4, Math.Min(e2, e3), overwrite: s25 == s19);
                }
                else
                {
                    Mma.Accumulate<F, float>(x34.Data, x34.Stride, 1, q35 ? w.Panel((nint)s25 * BK, (nint)s16 * BN, F.Count) : t2, F.Count, q35 ? w.PanelStride / F.Count : t2v, t0, F.Count, t0v, e1, e4, Math.Min(e2, e3), overwrite: s25 == s19, u35);
                }
                (e0r, e0c) = (Math.Min(e0r, e1), Math.Min(e0c, e4));
            }
            int e5 = Extents.RealInRow(Extents.Inside(bias.Batch, 0, bias.Depth, 0, bias.Rows), s19, Extents.Inside(bias.Batch, 0, bias.Depth, 0, bias.Cols), BN, s16);
            int e6 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, x.Rows), BM, s15);
            int e7 = Extents.Real(Extents.Inside(y.Batch, 0, y.Depth, 0, w.Cols), BN, s16);
            Nest0<F, I>(Math.Min(e0r, e6), y.Element((nint)s15 * BM, (nint)s16 * BN), y.RowStride, Math.Min(Math.Min(e0c, e5), e7), yStreams, t0, t0v, bias.Element(s19, (nint)s16 * BN), e5);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> w1, nint d2, int n3, bool streams4, Ptr<float> t0, nint t0v, Ptr<float> w7, int n8)
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
                        var v29 = F.Load(t0, v * t0v + r * F.Count);
                        var v31 = F.Load(w7, v);
                        var v32 = v29 + v31;
                        var v33 = VecMath.Gelu<F, I>(v32);
                        if (streams4)
                        {
                            v33.Stream(x1, v);
                        }
                        else
                        {
                            v33.Store(x1, v);
                        }
                    }
                    for (; v < n3; v += F.Count)
                    {
                        var v29 = F.Load(t0, v * t0v + r * F.Count);
                        var v31 = F.LoadPart(w7, v, (int)(n8 - v));
                        var v32 = v29 + v31;
                        var v33 = VecMath.Gelu<F, I>(v32);
                        v33.StorePart(x1, v, (int)(n3 - v));
                    }
                }
            }
        }

        public void SetTiles(ReadOnlySpan<int> tiles)
        {
            BM = tiles[0];
            BN = tiles[1];
            BK = tiles[2];
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Describe(ref TileCost cost)
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            cost.Instances(t0, Average.CeilDivide((double)y.Rows, (double)(BM)), Average.WholeTiles((double)y.Rows, (double)(BM)) * Average.WholeTiles((double)y.Cols, (double)(BN)), true);
            cost.Scratch(Scratch.Panels(BM, BN, cost.Lanes));
            cost.Strip(Extents.Count(w.Rows, BK), Scratch.Panels(BK, BN, cost.Lanes));
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BK)), (double)1);
            cost.Operand(t1, Average.Real(x.Rows, BM), Average.Real(x.Cols, BK), x.Cols, Average.Real(w.Cols, BN), Scratch.Rows(BM, BK, cost.Lanes), turned: false, reused: false);
            cost.Product(t1, Average.Real(x.Rows, BM), BM, Average.Real(w.Cols, BN), BN, Average.Real(x.Cols, BK), w.Cols, transposed: false, shared: true, first: t0, packed: w.IsPacked);
            cost.Nest(t0, Average.Real(x.Rows, BM), Math.Min(Average.Real(w.Cols, BN), Average.Real(bias.Cols, BN)), 34, lanesInside: true);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)y.Rows, (double)(BM)) * Average.CeilDivide((double)y.Cols, (double)(BN));
            double t1 = t0 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BK)), (double)1);
            double flops = 2 * t1 * Average.Real(x.Rows, BM) * Average.Real(w.Cols, BN) * Average.Real(x.Cols, BK) + t0 * Average.Real(x.Rows, BM) * Math.Min(Average.Real(w.Cols, BN), Average.Real(bias.Cols, BN)) + t0 * Average.Real(x.Rows, BM) * Math.Min(Average.Real(w.Cols, BN), Average.Real(bias.Cols, BN));
            return new KernelWork(flops, x.Bytes + w.Bytes + bias.Bytes, y.Bytes, 0.0);
        }
    }
