namespace TileKit.Kernels;

/// <content>Which order of loops the selected blocks take.</content>
public static partial class Nsa
{
    // below it a tile of one place's heads is too small to be worth reading a block for
    private const int LeastGroupByToken = 16;

    private delegate void ByBlock<T>(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<int> offsets, DeviceTensor<int> places,
        DeviceTensor<int> position, DeviceTensor<T> o, int group, int block, float scale)
        where T : unmanaged;

    private delegate void ByToken<T>(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<int> selected, DeviceTensor<T> o, int block, float scale)
        where T : unmanaged;

    /// <summary>o = softmax(scale·q·kᵀ)·v over the keys of each place's selected blocks: block after block in groups below 16, else place after place.</summary>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [N, T·G, D].</param>
    /// <param name="k">The keys, [N, T, D].</param>
    /// <param name="v">The values, [N, T, Dv].</param>
    /// <param name="selected">The blocks of each place, [N, K, T], each once; one that does not exist, such as −1, has no keys.</param>
    /// <param name="o">The result, [N, T·G, Dv].</param>
    /// <param name="block">The keys of a block, positive.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="block"/> is not positive.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    public static void Selected(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<int> selected, DeviceTensor<float> o, int block,
        float scale) => Selected(device, q, k, v, selected, o, block, scale, SelectedByBlock, SelectedByToken);

    /// <inheritdoc cref="Selected(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, int, float)"/>
    public static void Selected(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<int> selected, DeviceTensor<BFloat16> o,
        int block, float scale) => Selected(device, q, k, v, selected, o, block, scale, SelectedByBlock, SelectedByToken);

    private static void Selected<T>(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<int> selected, DeviceTensor<T> o, int block, float scale,
        ByBlock<T> byBlock, ByToken<T> byToken)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(selected);
        ArgumentOutOfRangeException.ThrowIfLessThan(block, 1);
        var (group, places) = Sizes(q, k, v, o);
        if (selected.Rank != 3)
        {
            throw new ArgumentException($"Nsa: expected selected to be [N, K, T], but it is {selected}.", nameof(selected));
        }

        if (group >= LeastGroupByToken)
        {
            using var heads = q.Reshape(q.Shape[0], places, group, q.Shape[2]);
            using var results = o.Reshape(o.Shape[0], places, group, o.Shape[2]);
            byToken(device, heads, k, v, selected, results, block, scale);
            return;
        }

        var (lists, blocks) = (q.Shape[0], (places + block - 1) / block);
        using var counts = device.Allocate<int>(lists, blocks);
        using var offsets = device.Allocate<int>((lists * blocks) + 1);
        using var sorted = device.Allocate<int>((int)selected.Length);
        using var position = device.Allocate<int>(selected.Shape);
        Moe.Sort(device, selected, counts, offsets, sorted, position);
        byBlock(device, q, k, v, offsets, sorted, position, o, group, block, scale);
    }

    // G and T; what else must fit the launches check
    private static (int Group, int Places) Sizes<T>(DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<T> o)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(q);
        ArgumentNullException.ThrowIfNull(k);
        ArgumentNullException.ThrowIfNull(v);
        ArgumentNullException.ThrowIfNull(o);
        if (k.Rank != 3)
        {
            throw new ArgumentException($"Nsa: expected k to be [N, T, D], but it is {k}.", nameof(k));
        }

        if (q.Rank != 3 || q.Shape[0] != k.Shape[0] || (q.Shape[1] == 0) != (k.Shape[1] == 0) || q.Shape[1] % Math.Max(k.Shape[1], 1) != 0)
        {
            throw new ArgumentException($"Nsa: expected q to be [{k.Shape[0]}, {k.Shape[1]}·G, {k.Shape[2]}], but it is {q}.", nameof(q));
        }

        if (v.Rank != 3 || o.Rank != 3 || !o.Shape.SequenceEqual([q.Shape[0], q.Shape[1], v.Shape[2]]))
        {
            throw new ArgumentException($"Nsa: expected o to be [{q.Shape[0]}, {q.Shape[1]}, Dv] with the Dv of v, but it is {o} and v is {v}.", nameof(o));
        }

        return (k.Shape[1] == 0 ? 1 : q.Shape[1] / k.Shape[1], k.Shape[1]);
    }
}
