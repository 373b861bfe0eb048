using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Lists of any lengths: experts with tokens, and tokens with experts.</content>
public static partial class Moe
{
    /// <summary>Makes two kinds of lists of which expert has which token: the tokens of each expert, and the rows of each token.</summary>
    /// <remarks>
    /// What <see cref="Sort"/> is for K choices of each token, this is for any number, such as <see cref="Round"/> leaves. The first kind is what
    /// the grouped products take; <see cref="CombineLists(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float})"/>
    /// takes the second. Lists are in the order of the tokens and of the experts.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="kept">1 where an expert has a token, else 0, [E, T].</param>
    /// <param name="scores">The score of each token for each expert, [E, T].</param>
    /// <param name="offsets">Where the list of each expert begins, and at last where the last one ends, [E + 1].</param>
    /// <param name="tokens">The tokens of each expert, list after list, [M]; with M at least as many as there are, and 0 beyond them.</param>
    /// <param name="starts">Where the list of each token begins, and at last where the last one ends, [T + 1].</param>
    /// <param name="rows">The places in <paramref name="tokens"/> that each token has, list after list, [M, 1].</param>
    /// <param name="weights">The score of each of <paramref name="tokens"/>, [M, 1].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    public static void Lists(
        Device device, DeviceTensor<int> kept, DeviceTensor<float> scores, DeviceTensor<int> offsets, DeviceTensor<int> tokens, DeviceTensor<int> starts,
        DeviceTensor<int> rows, DeviceTensor<float> weights)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(weights);
        using var flatRows = rows.Reshape((int)rows.Length);
        using var flatWeights = weights.Reshape((int)weights.Length);
        ListRows(device, kept, scores, offsets, tokens, starts, flatRows, flatWeights);
    }

    [TileKernel(nameof(ListRowsProgram))]
    internal static partial void ListRows(
        Device device, DeviceTensor<int> kept, DeviceTensor<float> scores, DeviceTensor<int> offsets, DeviceTensor<int> tokens, DeviceTensor<int> starts,
        DeviceTensor<int> rows, DeviceTensor<float> weights);

    internal static void ListRowsProgram(
        Global<int> kept, Global<float> scores, Global<int> offsets, Global<int> tokens, Global<int> starts, Global<int> rows, Global<float> weights,
        [Tune(32, 64, 128)] int BT)
    {
        Require(kept.Batch == 1 && kept.Depth == 1 && scores.Batch == 1 && scores.Depth == 1);
        Require(kept.Rows == scores.Rows && kept.Cols == scores.Cols);
        Require(kept.Rows + 1 == offsets.Cols && offsets.Rows == 1 && offsets.Depth == 1 && offsets.Batch == 1);
        Require(kept.Cols + 1 == starts.Cols && starts.Rows == 1 && starts.Depth == 1 && starts.Batch == 1);
        Require(tokens.Rows == 1 && tokens.Depth == 1 && tokens.Batch == 1);
        Require(tokens.Cols == rows.Cols && rows.Rows == 1 && rows.Depth == 1 && rows.Batch == 1);
        Require(tokens.Cols == weights.Cols && weights.Rows == 1 && weights.Depth == 1 && weights.Batch == 1);
        var tiles = CeilDiv(kept.Cols, BT);
        var ofExpert = Temp<int>(kept.Rows, kept.Cols);             // for each token, how many before it the expert has
        var ofToken = Temp<int>(kept.Rows, kept.Cols);              // for each expert, how many before it the token has
        var counts = Temp<int>(1, kept.Rows);
        var choices = Temp<int>(1, kept.Cols);

        Clear(offsets, BT);
        Clear(starts, BT);
        Clear(tokens, BT);
        Clear(rows, BT);
        foreach (var i in Grid(CeilDiv(weights.Cols, BT)))
            weights.RowVecs(BT)[i] = RowVec.Zeros<float>(BT);

        foreach (var e in Grid(kept.Rows))
        {
            var count = 0;
            for (var i = 0; i < tiles; i++)
            {
                ofExpert.ColVecs(BT)[e, i] = Before(kept.RowVecs(BT)[e, i], BT) + count;
                count += Sum(kept.RowVecs(BT)[e, i]);
            }

            counts.RowVecs(1)[e] = RowVec.Full(1, count);
        }

        foreach (var i in Grid(tiles))
        {
            var count = RowVec.Zeros<int>(BT);
            for (var e = 0; e < kept.Rows; e++)
            {
                ofToken.RowVecs(BT)[e, i] = count;
                count += kept.RowVecs(BT)[e, i];
            }

            choices.RowVecs(BT)[i] = count;
        }

        Accumulate(counts, offsets, BT);
        Accumulate(choices, starts, BT);

        foreach (var (e, i) in Grid(kept.Rows, tiles))
        {
            var has = kept.ColVecs(BT)[e, i] > 0;
            var row = Where(has, ofExpert.ColVecs(BT)[e, i] + offsets[e], -1);
            ScatterAdd(tokens, row, RowMax(RowIndex(BT, 1)) + i * BT);
            ScatterAdd(weights, row, scores.ColVecs(BT)[e, i]);
            ScatterAdd(rows, Where(has, starts.ColVecs(BT)[i] + ofToken.ColVecs(BT)[e, i], -1), row);
        }
    }

    private static void Clear(Global<int> x, int BT)
    {
        foreach (var i in Grid(CeilDiv(x.Cols, BT)))
            x.RowVecs(BT)[i] = RowVec.Zeros<int>(BT);
    }

    // adds the sum of all up to each element to the place after it
    private static void Accumulate(Global<int> counts, Global<int> sums, int BT)
    {
        foreach (var i in Grid(CeilDiv(counts.Cols, BT)))
        {
            var sum = 0;
            for (var n = 0; n < i; n++)
                sum += Sum(counts.RowVecs(BT)[n]);
            var place = RowMax(RowIndex(BT, 1)) + (i * BT + 1);
            ScatterAdd(sums, place, Before(counts.RowVecs(BT)[i], BT) + counts.ColVecs(BT)[i] + sum);
        }
    }

    // for each element the sum of those before it
    private static ColVec<int> Before(RowVec<int> x, int BT) => RowSum(Where(ColIndex(BT, BT) < RowIndex(BT, BT), 1, 0) * x);
}
