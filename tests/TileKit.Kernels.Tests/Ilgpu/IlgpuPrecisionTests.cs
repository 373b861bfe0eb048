namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>Products of floats keep what a device was asked to keep: nearly all of it, or three digits.</summary>
public sealed class IlgpuPrecisionTests
{
    private const int M = 32, K = 70, N = 48;

    private static readonly Dictionary<string, Action<Device, DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<float>>> s_products = new()
    {
        ["AB"] = Gemm.AB, ["ABt"] = Gemm.ABt, ["AtB"] = Gemm.AtB, ["AtBt"] = Gemm.AtBt,
    };

    [Theory]
    [InlineData("AB")]
    [InlineData("ABt")]
    [InlineData("AtB")]
    [InlineData("AtBt")]
    public void Products_keep_floats_unless_asked_for_less(string form)
    {
        Assert.InRange(LargestError(TensorCores.Off), 0, 4e-7);
        Assert.InRange(LargestError(TensorCores.On), 0, 4e-7);
        if (!IlgpuTestDevice.IsPackage)
        {
            Assert.InRange(LargestError(TensorCores.Tf32), 1e-5, 1e-3);
        }

        // relative to the same sum of absolute values
        double LargestError(TensorCores tensorCores)
        {
            var (turnsA, turnsB) = (form.StartsWith("At", StringComparison.Ordinal), form.EndsWith("Bt", StringComparison.Ordinal));
            float[] a = Numbers(M * K, 3), b = Numbers(K * N, 4);
            return Largest(tensorCores, device =>
            {
                using var left = turnsA ? device.Upload<float>(a, K, M) : device.Upload<float>(a, M, K);
                using var right = turnsB ? device.Upload<float>(b, N, K) : device.Upload<float>(b, K, N);
                using var product = device.Allocate<float>(M, N);
                s_products[form](device, left, right, product);
                return product.ToArray().Select((value, i) =>
                {
                    var terms = Enumerable.Range(0, K)
                        .Select(k => (double)a[turnsA ? (k * M) + (i / N) : (i / N * K) + k] * b[turnsB ? (i % N * K) + k : (k * N) + (i % N)]).ToList();
                    return Math.Abs(value - terms.Sum()) / terms.Sum(Math.Abs);
                }).Max();
            });
        }
    }

    /// <summary>Weights come out of registers: as floats beside floats, or beside Halves that become floats.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Attention_keeps_floats_unless_asked_for_less(bool isHalf)
    {
        const int Keys = 45, Size = 32;
        var inputs = Enumerable.Range(0, 3).Select(i => Array.ConvertAll(Numbers(Keys * Size, i), static x => (Half)x)).ToList();
        var expected = Expected();
        var rounding = isHalf ? 1.0 / 2048 : 0;
        Assert.InRange(LargestError(TensorCores.On), 0, rounding + 1e-6);
        if (!IlgpuTestDevice.IsPackage)
        {
            Assert.InRange(LargestError(TensorCores.Tf32), isHalf ? 0 : 3e-6, rounding + 1e-3);
        }

        double LargestError(TensorCores tensorCores) => Largest(
            tensorCores, device => isHalf ? Run(device, static x => x, Attention.Forward, static x => (double)x) : Run<float>(device, static x => (float)x, Attention.Forward, static x => x));

        double Run<T>(
            IlgpuDevice device, Converter<Half, T> convert, Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float, bool> attention, Func<T, double> value)
            where T : unmanaged
        {
            var tensors = inputs.ConvertAll(x => device.Upload<T>(Array.ConvertAll(x, convert), 1, Keys, Size));
            using var o = device.Allocate<T>(1, Keys, Size);
            attention(device, tensors[0], tensors[1], tensors[2], o, 1f, false);
            tensors.ForEach(static tensor => tensor.Dispose());
            return o.ToArray().Select((x, i) => Math.Abs(value(x) - expected[i])).Max();
        }

        double[] Expected()
        {
            var o = new double[Keys * Size];
            for (var row = 0; row < Keys; row++)
            {
                var weights = Enumerable.Range(0, Keys)
                    .Select(key => Math.Exp(Enumerable.Range(0, Size).Sum(d => (double)inputs[0][(row * Size) + d] * (double)inputs[1][(key * Size) + d]))).ToList();
                for (var d = 0; d < Size; d++)
                {
                    o[(row * Size) + d] = weights.Select((w, key) => w * (double)inputs[2][(key * Size) + d]).Sum() / weights.Sum();
                }
            }

            return o;
        }
    }

    // what a launch returns at most with any variant
    private static double Largest(TensorCores tensorCores, Func<IlgpuDevice, double> launch)
    {
        var (variants, largest) = (new EveryVariant(), 0.0);
        using var device = IlgpuTestDevice.Create(variants, tensorCores);
        do
        {
            largest = Math.Max(largest, launch(device));
        }
        while (++variants.Next < variants.Count);
        return largest;
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
