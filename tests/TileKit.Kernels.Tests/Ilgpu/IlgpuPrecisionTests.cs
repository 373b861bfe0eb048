namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>Products of floats keep what a device was asked to keep: nearly all of it, or three digits.</summary>
public sealed class IlgpuPrecisionTests
{
    private const int M = 32, K = 70, N = 48;

    [Fact]
    public void Tensor_cores_keep_floats_unless_asked_for_less()
    {
        Assert.InRange(LargestError(TensorCores.Off), 0, 3e-7);
        Assert.InRange(LargestError(TensorCores.On), 0, 4e-7);
        if (!IlgpuTestDevice.IsPackage)
        {
            Assert.InRange(LargestError(TensorCores.Tf32), 1e-5, 1e-3);
        }
    }

    // of all variants, relative to the same sum of absolute values
    private static double LargestError(TensorCores tensorCores)
    {
        var (random, variants, largest) = (new Random(3), new EveryVariant(), 0.0);
        using var device = IlgpuTestDevice.Create(variants, tensorCores);
        float[] a = Numbers(M * K), b = Numbers(K * N);
        using var left = device.Upload<float>(a, M, K);
        using var right = device.Upload<float>(b, K, N);
        do
        {
            using var product = device.Allocate<float>(M, N);
            Gemm.AB(device, left, right, product);
            var computed = product.ToArray();
            for (var i = 0; i < computed.Length; i++)
            {
                var terms = Enumerable.Range(0, K).Select(k => (double)a[(i / N * K) + k] * b[(k * N) + (i % N)]).ToList();
                largest = Math.Max(largest, Math.Abs(computed[i] - terms.Sum()) / terms.Sum(Math.Abs));
            }
        }
        while (++variants.Next < variants.Count);
        return largest;

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
