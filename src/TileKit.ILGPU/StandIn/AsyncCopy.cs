using ILGPU;
using ILGPU.Runtime;
using ILGPU.Sanitizer;

namespace TileKit.Ilgpu;

/// <summary>Copies that take place when their thread waits for them. Until then, what is in shared memory counts as never written.</summary>
internal static class AsyncCopy
{
    private const int Size = 8;

    public static void Start(ArrayView<ushort> shared, int to, ArrayView<ushort> memory, int from) => Start(shared, to, memory, from, Size);

    public static void Start(ArrayView<ushort> shared, int to, ArrayView<ushort> memory, int from, int count)
    {
        var target = shared.SubView(to, Size).AsAligned(16);
        target.Cast<Int4>()[0] = default;
        PendingCopies.Add(target, count > 0 ? memory.SubView(from, Math.Min(count, Size)).AsAligned(16) : memory.SubView(0, 0));
    }

    public static void Start(ArrayView<float> shared, int to, ArrayView<float> memory, int from) => Start(shared, to, memory, from, Size / 2);

    public static void Start(ArrayView<float> shared, int to, ArrayView<float> memory, int from, int count) =>
        Start(shared.Cast<ushort>(), 2 * to, memory.Cast<ushort>(), 2 * from, 2 * Math.Max(0, Math.Min(count, Size / 2)));

    public static void Wait()
    {
        for (var i = 0; i < PendingCopies.Count; i++)
        {
            var (target, source) = (PendingCopies.Target(i), PendingCopies.Source(i));
            if (source.Length == Size)
            {
                target.Cast<Int4>()[0] = source.Cast<Int4>()[0];
                continue;
            }

            for (var j = 0; j < Size; j++)
            {
                target[j] = 0;
                if (j < source.Length)
                {
                    target[j] = source[j];
                }
            }
        }

        PendingCopies.Clear();
    }
}
