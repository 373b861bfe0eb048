namespace TileKit.Benchmarks.Speed;

/// <summary>Rows dealt to threads in as many parts, as one does who writes loops by hand.</summary>
internal static class Deal
{
    public static void Rows(int threads, int rows, Action<int> row)
    {
        if (threads == 1 || rows < threads)
        {
            Part(0, rows);
            return;
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
            Part((int)((long)rows * thread / threads), (int)((long)rows * (thread + 1) / threads)));

        void Part(int from, int end)
        {
            for (var i = from; i < end; i++)
            {
                row(i);
            }
        }
    }
}
