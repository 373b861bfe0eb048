namespace TileKit.Kernels;

/// <content>The branches in a row.</content>
public static partial class Nsa
{
    private const int Length = 32;
    private const int Stride = 16;
    private const int Block = 64;
    private const int Chosen = 16;
    private const int Near = 512;

    private delegate void OverCompressed<T>(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<T> o, DeviceTensor<float> lse, int group, int length,
        int stride, float scale)
        where T : unmanaged;

    private delegate void OfBlocks<T>(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<float> lse, DeviceTensor<float> scores, int group, int length, int stride,
        int block, float scale)
        where T : unmanaged;

    private delegate void OverSelected<T>(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<int> selected, DeviceTensor<T> o, int block, float scale)
        where T : unmanaged;

    private delegate void OverWindow<T>(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<T> o, int group, int window, float scale)
        where T : unmanaged;

    private delegate void Gated<T>(
        Device device, DeviceTensor<T> compressed, DeviceTensor<T> selected, DeviceTensor<T> window, DeviceTensor<float> gates, DeviceTensor<T> o)
        where T : unmanaged;

    /// <summary>
    /// Sparse attention with the sizes of the paper: o = g₀·compressed + g₁·selected + g₂·window. Compressed blocks have 32 keys, 16 apart; 16 blocks
    /// of 64 keys are selected; the window has 512 keys.
    /// </summary>
    /// <remarks>
    /// The compressed keys and values are the caller's, of <see cref="CompressMean(Device, DeviceTensor{float}, DeviceTensor{float}, int, int)"/> or
    /// <see cref="CompressLinear(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int)"/> with 32 and 16.
    /// Temporary tensors have three times the size of <paramref name="o"/> and N·T·(nb + 3·16) numbers, and with groups below 16 what
    /// <see cref="SelectedByBlock(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float}, int, int, float)"/>
    /// takes.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [N, T·G, D].</param>
    /// <param name="k">The keys, [N, T, D].</param>
    /// <param name="v">The values, [N, T, Dv].</param>
    /// <param name="compressedKeys">The compressed keys, [N, nc, D].</param>
    /// <param name="compressedValues">The compressed values, [N, nc, Dv].</param>
    /// <param name="gates">The three gates of each place and head, [N, 3, T·G].</param>
    /// <param name="o">The result, [N, T·G, Dv].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, or a tensor is not on the device.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    public static void Forward(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> compressedKeys,
        DeviceTensor<float> compressedValues, DeviceTensor<float> gates, DeviceTensor<float> o, float scale)
        => Forward(device, q, k, v, compressedKeys, compressedValues, gates, o, scale, Compressed, Scores, Selected, Window, Gate);

    /// <inheritdoc cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    public static void Forward(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<BFloat16> compressedKeys,
        DeviceTensor<BFloat16> compressedValues, DeviceTensor<float> gates, DeviceTensor<BFloat16> o, float scale)
        => Forward(device, q, k, v, compressedKeys, compressedValues, gates, o, scale, Compressed, Scores, Selected, Window, Gate);

    private static void Forward<T>(
        Device device, DeviceTensor<T> q, DeviceTensor<T> k, DeviceTensor<T> v, DeviceTensor<T> compressedKeys, DeviceTensor<T> compressedValues,
        DeviceTensor<float> gates, DeviceTensor<T> o, float scale,
        OverCompressed<T> overCompressed, OfBlocks<T> ofBlocks, OverSelected<T> overSelected, OverWindow<T> overWindow, Gated<T> gated)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(device);
        var (group, places) = Sizes(q, k, v, o);
        var lists = q.Shape[0];
        using var compressed = device.Allocate<T>(o.Shape);
        using var selected = device.Allocate<T>(o.Shape);
        using var window = device.Allocate<T>(o.Shape);
        using var lse = device.Allocate<float>(lists, q.Shape[1], 1);
        using var scores = device.Allocate<float>(lists, places, (places + Block - 1) / Block);
        using var chosen = device.Allocate<int>(lists, Chosen, places);
        overCompressed(device, q, compressedKeys, compressedValues, compressed, lse, group, Length, Stride, scale);
        ofBlocks(device, q, compressedKeys, lse, scores, group, Length, Stride, Block, scale);
        Select(device, scores, chosen, Block);
        overSelected(device, q, k, v, chosen, selected, Block, scale);
        overWindow(device, q, k, v, window, group, Near, scale);
        gated(device, compressed, selected, window, gates, o);
    }
}
