using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>Launches that read what the one before wrote, with nothing read by the host until the end.</summary>
public sealed class IlgpuChainTests(IlgpuTestDevice gpu) : IClassFixture<IlgpuTestDevice>
{
    // a few launches' worth of one launch's error
    private static readonly Precision Precision = Precision.Of<float>() with { Relative = 5e-5 };

    [Fact]
    public void A_product_of_a_softmax()
    {
        var random = new Random(21);
        var (x, w) = (TestTensor.Draw<float>(random, 2, 37, 50), TestTensor.Draw<float>(random, 50, 35));
        var expected = Product.Of(Softmax(x), false, w, false, [2, 37, 35]);
        gpu.WithEveryVariant(() =>
        {
            using var z = gpu.Device.Allocate<float>(2, 37, 35);
            using (var dx = x.On<float>(gpu.Device))
            using (var dw = w.On<float>(gpu.Device))
            using (var y = gpu.Device.Allocate<float>(2, 37, 50))
            {
                Norms.Softmax(gpu.Device, dx, y);
                Gemm.AB(gpu.Device, y, dw, z);
            }

            Require(expected, z);
        });
    }

    [Fact]
    public void Two_tensors_in_turn()
    {
        var x = TestTensor.Draw<float>(new Random(22), 19, 37);
        var expected = x;
        using var a = x.On<float>(gpu.Device);
        using var b = gpu.Device.Allocate<float>(19, 37);
        for (var i = 0; i < 3; i++)
        {
            gpu.Variants.Next = 2 * i;
            Norms.Softmax(gpu.Device, a, b);
            gpu.Variants.Next++;
            Norms.Softmax(gpu.Device, b, a);
            expected = Softmax(Softmax(expected));
        }

        Require(new Expectation(expected.Shape, expected.Values, expected.Values), a);
    }

    private static TestTensor Softmax(TestTensor x)
        => x with { Values = [.. x.Values.Chunk(x.Cols).SelectMany(row => NormReferences.Softmax(row, [])).Select(y => y.Value)] };

    private void Require(Expectation expected, DeviceTensor<float> actual)
    {
        var fault = expected.Fault(Array.ConvertAll(actual.ToArray(), Element.ToDouble), Precision);
        Assert.True(fault is null, $"{gpu.Variant()}: {fault}");
    }
}
