using TileKit;

// A layer of 64 inputs and 48 outputs over a batch of 100 rows: no size divides by any tile.
const int M = 100, K = 64, N = 48;

using var device = Device.Default;
using var x = device.Upload<float>(Wave(M * K, 0.37f), M, K);
using var w = device.Upload<float>(Wave(K * N, 0.11f), K, N);
using var bias = device.Upload<float>(Wave(N, 0.05f), N);
using var y = device.Allocate<float>(M, N);

Layers.LinearGelu(device, x, w, bias, y);

var result = y.ToArray();
Console.WriteLine($"gelu(x·w + bias): [{M}, {K}] · [{K}, {N}] + [{N}] on {device.Name}");
foreach (var row in (int[])[0, 1, M - 1])
{
    Console.WriteLine($"y[{row,2}] = {string.Join(" ", result.AsSpan(row * N, 6).ToArray().Select(value => $"{value,9:F4}"))} …");
}

static float[] Wave(int length, float step) => [.. Enumerable.Range(0, length).Select(i => MathF.Sin(i * step))];
