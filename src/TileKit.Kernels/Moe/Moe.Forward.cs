namespace TileKit.Kernels;

/// <content>The whole layer.</content>
public static partial class Moe
{
    private delegate void Router<T>(Device device, DeviceTensor<T> x, DeviceTensor<T> router, DeviceTensor<float> weights, DeviceTensor<int> experts)
        where T : unmanaged;

    private delegate void Gathered<T>(Device device, DeviceTensor<T> x, DeviceTensor<T> w1, DeviceTensor<int> offsets, DeviceTensor<int> tokens, DeviceTensor<T> y)
        where T : unmanaged;

    private delegate void Grouped<T>(Device device, DeviceTensor<T> x, DeviceTensor<T> w2, DeviceTensor<int> offsets, DeviceTensor<T> y)
        where T : unmanaged;

    private delegate void Sum<T>(Device device, DeviceTensor<T> y, DeviceTensor<float> weights, DeviceTensor<int> position, DeviceTensor<T> o)
        where T : unmanaged;

    /// <summary>o = Σ over each token's K experts of their weight times w2·(silu(gate)·up), with gate and up of the token times w1ᵀ.</summary>
    /// <remarks>
    /// <see cref="Route(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int})"/>, <see cref="Sort"/>, the two
    /// grouped products and the sum, with temporary tensors of K·T·(I + H) elements and about 5·K·T numbers, freed at the end.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The tokens, [T, H].</param>
    /// <param name="router">A row for each expert, [E, H].</param>
    /// <param name="w1">The first weight of each expert, [E, 2·I, H]: gate and up row by row in turn.</param>
    /// <param name="w2">The second weight of each expert, [E, H, I].</param>
    /// <param name="o">The result, [T, H].</param>
    /// <param name="choices">K, how many experts a token goes to: 1 to E.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="choices"/> is not 1 to E.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    public static void Forward(
        Device device, DeviceTensor<float> x, DeviceTensor<float> router, DeviceTensor<float> w1, DeviceTensor<float> w2, DeviceTensor<float> o, int choices)
        => Forward(device, x, router, w1, w2, o, choices, Route, SwiGlu, Down, Combine);

    /// <inheritdoc cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int)"/>
    public static void Forward(
        Device device, DeviceTensor<Half> x, DeviceTensor<Half> router, DeviceTensor<Half> w1, DeviceTensor<Half> w2, DeviceTensor<Half> o, int choices)
        => Forward(device, x, router, w1, w2, o, choices, Route, SwiGlu, Down, Combine);

    /// <inheritdoc cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int)"/>
    public static void Forward(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> router, DeviceTensor<BFloat16> w1, DeviceTensor<BFloat16> w2,
        DeviceTensor<BFloat16> o, int choices)
        => Forward(device, x, router, w1, w2, o, choices, Route, SwiGlu, Down, Combine);

    private static void Forward<T>(
        Device device, DeviceTensor<T> x, DeviceTensor<T> router, DeviceTensor<T> w1, DeviceTensor<T> w2, DeviceTensor<T> o, int choices,
        Router<T> route, Gathered<T> swiGlu, Grouped<T> down, Sum<T> combine)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(device);
        RequireShapes(x, router, w1, w2, o);
        var (tokenCount, width, experts, inner) = (x.Shape[0], x.Shape[1], router.Shape[0], w2.Shape[2]);
        ArgumentOutOfRangeException.ThrowIfLessThan(choices, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(choices, experts);

        using var weights = device.AllocateUninitialized<float>(choices, tokenCount);
        using var chosen = device.AllocateUninitialized<int>(choices, tokenCount);
        using var counts = device.AllocateUninitialized<int>(1, experts);
        using var offsets = device.AllocateUninitialized<int>(experts + 1);
        using var tokens = device.AllocateUninitialized<int>(choices * tokenCount);
        using var position = device.AllocateUninitialized<int>(choices, tokenCount);
        using var y1 = device.AllocateUninitialized<T>(choices * tokenCount, inner);
        using var y2 = device.AllocateUninitialized<T>(choices * tokenCount, width);
        route(device, x, router, weights, chosen);
        Sort(device, chosen, counts, offsets, tokens, position);
        swiGlu(device, x, w1, offsets, tokens, y1);
        down(device, y1, w2, offsets, y2);
        combine(device, y2, weights, position, o);
    }

    // what the launches would find too, but by the names that the caller knows, and before anything is allocated
    private static void RequireShapes<T>(DeviceTensor<T> x, DeviceTensor<T> router, DeviceTensor<T> w1, DeviceTensor<T> w2, DeviceTensor<T> o)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(w1);
        ArgumentNullException.ThrowIfNull(w2);
        ArgumentNullException.ThrowIfNull(o);
        RequireShape(x, x.Rank == 2, "[T, H]", nameof(x));
        RequireShape(router, router.Rank == 2 && router.Shape[1] == x.Shape[1], $"[E, {x.Shape[1]}]", nameof(router));
        RequireShape(
            w2, w2.Rank == 3 && w2.Shape[0] == router.Shape[0] && w2.Shape[1] == x.Shape[1], $"[{router.Shape[0]}, {x.Shape[1]}, I]", nameof(w2));
        RequireShape(w1, w1.Shape.SequenceEqual([router.Shape[0], 2 * w2.Shape[2], x.Shape[1]]), $"[{router.Shape[0]}, {2 * w2.Shape[2]}, {x.Shape[1]}]", nameof(w1));
        RequireShape(o, o.Shape.SequenceEqual(x.Shape), $"[{x.Shape[0]}, {x.Shape[1]}]", nameof(o));
    }

    private static void RequireShape<T>(DeviceTensor<T> tensor, bool fits, string expected, string parameter)
        where T : unmanaged
    {
        if (!fits)
        {
            throw new ArgumentException($"Moe.Forward: expected {parameter} to be {expected}, but it is {tensor}.", parameter);
        }
    }
}
