using static TileKit.Ops;

namespace TileKit.Conformance.Tests;

internal static partial class Programs
{
    [TileKernel(nameof(SlicesProgram))]
    public static partial void Slices(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Rows and columns from anywhere on, every other row, slices of slices, and slices that lie outside.</summary>
    public static void SlicesProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var Z = z.Tiles(BM, BN);
        var tail = y.SliceCols(1, y.Cols);
        foreach (var (i, j) in Grid(Z))
        {
            var sum = x.Tiles(BM, BN)[i, j];
            for (var k = -1; k < 3; k++)
            {
                var rows = x.SliceRows(i * BM + k, BM, k < 1 ? 1 : 2);
                var part = rows.SliceCols(j * BN + 1, BN).Tiles(BM, BN)[0, 0];
                sum = sum + Sum(part) * 0.5f + rows.At(1, 2) + rows.Rows;
            }

            var even = y.SliceRows(0, y.Rows, 2);
            var odd = y.SliceRows(1, y.Rows, 2);
            for (var k = 0; k < even.Tiles(BM, BN).Cols; k++)
            {
                sum = MmaABt(even.Tiles(BM, BN)[i, k], odd.Tiles(BN, BN)[j, k], sum);
            }

            Z[i, j] = sum + Sum(tail.RowVecs(BN)[i, j]);
        }
    }

    [TileKernel(nameof(GathersProgram))]
    public static partial void Gathers(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Rows by numbers, some of which do not exist, as operands of products and of elementwise ops.</summary>
    public static void GathersProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var Z = z.Tiles(BM, BN);
        var numbers = Temp<int>(1, z.Rows);
        foreach (var i in Grid(Z.Rows))
        {
            var far = RowSum(Where(Equal(ColIndex(BM, BN), 0), 1, 0)) * (i * BM) + RowSum(Where(Equal(ColIndex(BM, BN), 0), RowIndex(BM, BN), 0));
            numbers.ColVecs(BM)[i] = far * 7 - 3;
        }

        foreach (var (i, j) in Grid(Z))
        {
            var rows = numbers.ColVecs(BM)[i];
            var a = x.Gather(rows, BN);
            var b = y.Gather(rows - 5, BN);
            var sum = x.Gather(rows, BN)[j] * 2f - b[j];
            for (var k = 0; k < a.Cols; k++)
            {
                sum = sum + RowSum(MmABt(a[k], y.Gather(rows + 1, BN)[k]));
                sum = sum + Sum(MmAtB(b[k], a[k])) * 0.01f;
            }

            Z[i, j] = sum;
        }
    }

    [TileKernel(nameof(RaggedProgram))]
    public static partial void Ragged(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Groups of 0, 1, 2 … rows, and the rest in one.</summary>
    public static void RaggedProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var groups = 6;
        var offsets = Temp<int>(1, groups + 1);
        foreach (var i in Grid(1))
        {
            var index = ColVec.Zeros<int>(1);
            for (var g = 0; g <= groups; g++)
            {
                var start = g == groups ? z.Rows : Min(z.Rows, g * (g - 1) / 2);
                offsets.ColVecs(1)[i, g] = index + start;
            }
        }

        foreach (var (g, i, j) in Groups(offsets, z.Rows, BM, z.Tiles(BM, BN).Cols))
        {
            var X = x.SliceRows(offsets, g).Tiles(BM, BN);
            var sum = X[i, j] * (g + 1);
            for (var k = 0; k < X.Cols; k++)
            {
                sum = sum + RowSum(MmABt(X[i, k], y.SliceRows(g, 3).Tiles(BN, BN)[0, k]));
            }

            z.SliceRows(offsets, g).Tiles(BM, BN)[i, j] = sum + z.SliceRows(offsets, g).Rows;
        }
    }

    [TileKernel(nameof(AtomicsProgram))]
    public static partial void Atomics(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Sums that all instances add to: tiles, rows by number, elements by number. Of integers, whose sums do not depend on the order.</summary>
    public static void AtomicsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Z) = (x.Tiles(BM, BN), z.Tiles(BM, BN));
        var counts = Temp<int>(1, z.Cols);
        var sums = Temp<int>(z.Rows, z.Cols);
        foreach (var (i, j) in Grid(Z))
        {
            sums.Tiles(BM, BN)[i, j] = Zeros<int>(BM, BN);
        }

        foreach (var j in Grid(Z.Cols))
        {
            counts.RowVecs(BN)[j] = RowVec.Zeros<int>(BN);
        }

        foreach (var (i, j) in Grid(X))
        {
            var t = Cast<int>(X[i, j] * 100f);
            AtomicAdd(sums.Tiles(BM, BN), 0, j, t);
            var rows = Where(RowMax(t) > 0, RowMax(t) * 0 + 1, RowMax(t) * 0 + 1000);
            ScatterAdd(sums, rows, j, t * 3);
            ScatterAdd(counts, RowMin(RowIndex(BM, BN) + t * 0), RowSum(t));
        }

        foreach (var (i, j) in Grid(Z))
        {
            Z[i, j] = Cast<float>(sums.Tiles(BM, BN)[i, j]) + Cast<float>(counts.RowVecs(BN)[j]);
        }
    }

    [TileKernel(nameof(SteeredProgram))]
    public static partial void Steered(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Numbers in memory say how often a loop runs and which tiles it reads.</summary>
    public static void SteeredProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var Z = z.Tiles(BM, BN);
        var list = Temp<int>(Z.Rows, 4);
        foreach (var i in Grid(Z.Rows))
        {
            var count = ColVec.Zeros<int>(1) + i % 4;
            list.ColVecs(1)[i, 0] = count;
            list.ColVecs(1)[i, 1] = count + 1 - i;
            list.ColVecs(1)[i, 2] = count;
            list.ColVecs(1)[i, 3] = count - 7;
        }

        foreach (var (i, j) in Grid(Z))
        {
            var sum = x.Tiles(BM, BN)[i, j];
            for (var n = 0; n < list.At(i, 0); n++)
            {
                sum = sum + Sum(y.Tiles(BM, BN)[list.At(i, n + 1), j]);
            }

            Z[i, j] = sum;
        }
    }
}
