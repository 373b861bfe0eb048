using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>What has to hold of the shapes.</content>
public static partial class Attention
{
    private static void RequireHeads<T>(Global<T> q, Global<T> k, Global<T> v, Global<T> o)
        where T : unmanaged
    {
        Require(q.Batch == k.Batch && q.Cols == k.Cols);
        Require(q.Depth % Max(k.Depth, 1) == 0, "q.Depth (its heads) to be a multiple of k.Depth");
        Require(k.Batch == v.Batch && k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Batch == o.Batch && q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
    }

    /// <summary>One element for each score, or for each score of a batch or a head that stands for all of them.</summary>
    private static void RequireOfScores<T, TScore>(Global<T> q, Global<T> k, Global<TScore> x)
        where T : unmanaged
        where TScore : unmanaged
    {
        Require(q.Batch == x.Batch || x.Batch == 1);
        Require(q.Depth == x.Depth || x.Depth == 1);
        Require(q.Rows == x.Rows);
        Require(k.Rows == x.Cols);
    }
}
