    file partial struct RunKernel : ICpuKernel, ITileProgram
    {
        public CpuView<float> x;
        public CpuView<float> y;
        public CpuView<float> temporary1;
        public int BM;
        public int BN;
        private int phase;
        private CpuGrid grid;
        private bool temporary1Streams;
        private bool yStreams;
        private nint slot0;

        public long PlaceTemps(Ptr<byte> memory)
        {
            long used = 0;
            temporary1 = temporary1.Placed(memory, ref used);
            return used;
        }

        private void ShapeTemps()
        {
            int s0 = x.Cols;
            int s1 = BN;
            int s2 = Extents.CeilDivide(s0, s1);
            int s3 = x.Rows;
            int s4 = 1;
            temporary1 = temporary1.Shaped(s4, s4, s2, s3);
        }

        public readonly int Grids => 2;

        public CpuWork Plan(int index, int lanes, CpuProfile profile)
        {
            phase = index;
            switch (index)
            {
                case 0:
                    return PlanUnits(lanes, profile);
                default:
                    return Grid2PlanUnits(lanes, profile);
            }
        }

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            switch (phase)
            {
                case 0:
                    RunUnit<F, I>(unit, scratch);
                    break;
                default:
                    Grid2RunUnit<F, I>(unit, scratch);
                    break;
            }
        }

        private CpuWork PlanUnits(int lanes, CpuProfile profile)
        {
            int s0 = x.Cols;
            int s1 = BN;
            int s2 = Extents.CeilDivide(s0, s1);
            int s3 = x.Rows;
            int s7 = BM;
            int s8 = Extents.CeilDivide(s3, s7);
            grid = new CpuGrid(1, false, profile, s8, s2);
            temporary1Streams = temporary1.Streams(profile);
            var layout = new ScratchLayout();
            return new CpuWork(grid.Units, layout.Bytes);
        }

        private readonly void RunUnit<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var (first, end, rest) = grid.Range(unit);
            int s12 = grid.Take(ref rest, 0);
            for (int s13 = first; s13 < end; s13++)
            {
                Instance<F, I>(s12, s13, scratch);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Instance<F, I>(int s12, int s13, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            int s0 = x.Cols;
            int s1 = BN;
            int s2 = Extents.CeilDivide(s0, s1);
            int s3 = x.Rows;
            int s7 = BM;
            int s8 = Extents.CeilDivide(s3, s7);
            int e0 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Rows), BM, s12);
            int e1 = Extents.Real(Extents.Inside(x.Batch, 0, x.Depth, 0, x.Cols), BN, s13);
            int e2 = Extents.RealInRow(Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, temporary1.Rows), s13, Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, x.Rows), BM, s12);
            Nest0<F, I>(Math.Min(e0, e2), x.Element((nint)s12 * BM, (nint)s13 * BN), x.RowStride, e1, temporary1.Element(s13, (nint)s12 * BM));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Nest0<F, I>(int n0, Ptr<float> w1, nint d2, int n3, Ptr<float> w4)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            for (nint r = 0; r < n0; r++)
            {
                var x1 = w1 + r * d2;
                var a15 = F.Broadcast(0f);
                var c15 = F.Broadcast(0f);
                // whole bundles, then the rest
                {
                    nint v = 0;
                    for (; v + F.Count <= n3; v += F.Count)
                    {
                        {
                            var v14 = F.Load(x1, v);
                            a15 = a15 + v14;
                        }
                        if ((v += F.Count) + F.Count > n3)
                        {
                            break;
                        }
                        {
                            var v14 = F.Load(x1, v);
                            c15 = c15 + v14;
                        }
                    }
                    for (; v < n3; v += F.Count)
                    {
                        var v14 = F.LoadPart(x1, v, (int)(n3 - v));
                        a15 = a15 + F.Select(F.FirstLanes((int)(n3 - v)), v14, F.Broadcast(0f));
                    }
                }
                a15 = a15 + c15;
                var v15 = F.Broadcast(F.Sum(a15));
                w4[r] = (float)F.First(v15);
            }
        }

        private CpuWork Grid2PlanUnits(int lanes, CpuProfile profile)
        {
            int s0 = x.Cols;
            int s1 = BN;
            int s2 = Extents.CeilDivide(s0, s1);
            int s3 = x.Rows;
            int s4 = 1;
            int s7 = BM;
            int s8 = Extents.CeilDivide(s3, s7);
            grid = new CpuGrid(0, false, profile, s8);
            yStreams = y.Streams(profile);
            var layout = new ScratchLayout();
            slot0 = layout.Add(Scratch.Vector(BM, lanes));
            return new CpuWork(grid.Units, layout.Bytes);
        }

        private readonly void Grid2RunUnit<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var (first, end, rest) = grid.Range(unit);
            for (int s19 = first; s19 < end; s19++)
            {
                Grid2Instance<F, I>(s19, scratch);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Grid2Instance<F, I>(int s19, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            int s0 = x.Cols;
            int s1 = BN;
            int s2 = Extents.CeilDivide(s0, s1);
            int s3 = x.Rows;
            int s4 = 1;
            int s7 = BM;
            int s8 = Extents.CeilDivide(s3, s7);
            var t0 = (scratch + slot0).Cast<float>();
            float s20 = 0f;
            int s22 = 0;
            Scratch.Fill<F, float>(t0, Scratch.Vector(BM, F.Count), 0f);
            int e0r = BM;
            for (int s28 = s22; s28 < s2; s28 += s4)
            {
                int e1 = Extents.RealInRow(Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, temporary1.Rows), s28, Extents.Inside(temporary1.Batch, 0, temporary1.Depth, 0, x.Rows), BM, s19);
                Grid2Nest0<F, I>(Math.Min(e0r, e1), t0, temporary1.Element(s28, (nint)s19 * BM), e1);
                e0r = Math.Min(e0r, e1);
            }
            int e2 = Extents.RealInRow(Extents.Inside(y.Batch, 0, y.Depth, 0, y.Rows), s22, Extents.Inside(y.Batch, 0, y.Depth, 0, y.Cols), BM, s19);
            Grid2Nest1<F, I>(Math.Min(e0r, e2), t0, y.Element(s22, (nint)s19 * BM));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Grid2Nest0<F, I>(int n0, Ptr<float> t0, Ptr<float> w2, int n3)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var v27 = F.Load(t0, v);
                    var v29 = F.Load(w2, v);
                    var v30 = v27 + v29;
                    v30.Store(t0, v);
                }
                for (; v < n0; v += F.Count)
                {
                    var v27 = F.Load(t0, v);
                    var v29 = F.LoadPart(w2, v, (int)(n3 - v));
                    var v30 = v27 + v29;
                    v30.Store(t0, v);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Grid2Nest1<F, I>(int n0, Ptr<float> t0, Ptr<float> w2)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            // whole bundles, then the rest
            {
                nint v = 0;
                for (; v + F.Count <= n0; v += F.Count)
                {
                    var v31 = F.Load(t0, v);
                    v31.Store(w2, v);
                }
                for (; v < n0; v += F.Count)
                {
                    var v31 = F.Load(t0, v);
                    v31.StorePart(w2, v, (int)(n0 - v));
                }
            }
        }

        public void SetTiles(ReadOnlySpan<int> tiles)
        {
            BM = tiles[0];
            BN = tiles[1];
            ShapeTemps();
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Describe(ref TileCost cost)
        {
            double t0 = Average.CeilDivide((double)x.Rows, (double)(BM)) * Average.CeilDivide((double)x.Cols, (double)(BN));
            cost.Instances(t0, Average.CeilDivide((double)x.Cols, (double)(BN)), Average.WholeTiles((double)x.Rows, (double)(BM)) * Average.WholeTiles((double)x.Cols, (double)(BN)), false);
            cost.Nest(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), 2, lanesInside: true);
            cost.Nest(t0, Average.Real(x.Rows, BM), 1.0, 2, lanesInside: true);
            cost.Stream(t0, Average.Real(x.Rows, BM), Average.Real(x.Cols, BN), x.Cols, 1);
            cost.NextGrid();
            double t1 = Average.CeilDivide((double)x.Rows, (double)(BM));
            cost.Instances(t1, Average.CeilDivide((double)x.Rows, (double)(BM)), Average.WholeTiles((double)x.Rows, (double)(BM)), false);
            cost.Scratch(Scratch.Vector(BM, cost.Lanes));
            double t2 = t1 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BN)), (double)1);
            cost.Nest(t2, Math.Min((double)(BM), Average.Real(temporary1.Cols, BM)), 1.0, 2, lanesInside: true);
            cost.Nest(t1, Math.Min((double)(BM), Average.Real(temporary1.Cols, BM)), 1.0, 2, lanesInside: true);
        }

        public readonly KernelWork Work()
        {
            double t0 = Average.CeilDivide((double)x.Rows, (double)(BM)) * Average.CeilDivide((double)x.Cols, (double)(BN));
            double t1 = Average.CeilDivide((double)x.Rows, (double)(BM));
            double t2 = t1 * Average.Iterations((double)0, Average.CeilDivide((double)x.Cols, (double)(BN)), (double)1);
            double flops = t0 * Average.Real(x.Rows, BM) * Average.Real(x.Cols, BN) + t2 * Math.Min((double)(BM), Average.Real(temporary1.Cols, BM)) * 1.0;
            return new KernelWork(flops, x.Bytes + temporary1.Bytes, temporary1.Bytes + y.Bytes, temporary1.Bytes);
        }
    }
