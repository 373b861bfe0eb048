using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Launches of attention, layers and losses that cannot be are refused with the parameter's name, and write nothing.</summary>
public sealed class LayerBadInputTests : IDisposable
{
    private const float Mark = 777;

    private readonly CpuDevice _device = new(1);
    private readonly Uploaded _on;
    private readonly List<DeviceTensor<float>> _all = [];

    public LayerBadInputTests() => _on = new Uploaded(_device);

    public static TheoryData<string> Refusals => [.. All.Keys];

    // one fact at a time is wrong
    private static Dictionary<string, (string Parameter, Action<LayerBadInputTests> Launch)> All { get; } = new(StringComparer.Ordinal)
    {
        ["lse of another length"] = ("lse", t => Attention.ForwardLse(
            t._device, t.Of(1, 4, 5, 8), t.Of(1, 2, 7, 8), t.Of(1, 2, 7, 8), t.Of(1, 4, 5, 8), t.Of(1, 4, 6), 1, false)),
        ["lse of other heads"] = ("lse", t => Attention.ForwardLse(
            t._device, t.Of(1, 4, 5, 8), t.Of(1, 2, 7, 8), t.Of(1, 2, 7, 8), t.Of(1, 4, 5, 8), t.Of(1, 2, 5), 1, false)),
        ["window over other values"] = ("v", t => Attention.Window(
            t._device, t.Of(1, 4, 5, 8), t.Of(1, 2, 7, 8), t.Of(1, 2, 6, 8), t.Of(1, 4, 5, 8), 1, 3, 0)),
        ["bias of other batches"] = ("bias", t => Attention.Biased(
            t._device, t.Of(2, 4, 5, 8), t.Of(2, 2, 7, 8), t.Of(2, 2, 7, 8), t.Of(3, 4, 5, 7), t.Of(2, 4, 5, 8), 1)),
        ["bias of other keys"] = ("bias", t => Attention.Biased(
            t._device, t.Of(2, 4, 5, 8), t.Of(2, 2, 7, 8), t.Of(2, 2, 7, 8), t.Of(5, 8), t.Of(2, 4, 5, 8), 1)),
        ["residual of other rows"] = ("residual", t => Norms.AddRmsNorm(t._device, t.Of(4, 6), t.Of(5, 6), t.Of(6), t.Of(4, 6), t.Of(4, 6), 1e-5f)),
        ["sum of other rows"] = ("sum", t => Norms.AddRmsNorm(t._device, t.Of(4, 6), t.Of(4, 6), t.Of(6), t.Of(3, 6), t.Of(4, 6), 1e-5f)),
        ["gamma of another length"] = ("gamma", t => Norms.AddRmsNorm(t._device, t.Of(4, 6), t.Of(4, 6), t.Of(5), t.Of(4, 6), t.Of(4, 6), 1e-5f)),
        ["beta of another length"] = ("beta", t => Norms.AddLayerNorm(
            t._device, t.Of(4, 6), t.Of(4, 6), t.Of(6), t.Of(5), t.Of(4, 6), t.Of(4, 6), 1e-5f)),
        ["up of another width"] = ("up", t => Activations.SwiGlu(t._device, t.Of(4, 6), t.Of(4, 5), t.Of(4, 6))),
        ["a result that is no half"] = ("y", t => Activations.SwiGluPacked(t._device, t.Of(4, 128), t.Of(4, 128))),
        ["angles of other places"] = ("cos", t => Positions.Rope(t._device, t.Of(5, 32), t.Of(4, 16), t.Of(5, 16), t.Of(5, 32))),
        ["angles of another size"] = ("sin", t => Positions.Rope(t._device, t.Of(5, 32), t.Of(5, 16), t.Of(5, 8), t.Of(5, 32))),
        ["places of other tokens"] = ("places", t => Positions.RopeAt(
            t._device, t.Of(5, 32), t.Of(9, 16), t.Of(9, 16), t._on.Output<int>([4]), t.Of(5, 32))),
        ["low-rank product of other rows"] = ("lora", t => Dora.Compose(t._device, t.Of(4, 6), t.Of(5, 6), t.Of(6), t.Of(6), t.Of(4, 6), 1)),
        ["norm of another length"] = ("norm", t => Dora.Compose(t._device, t.Of(4, 6), t.Of(4, 6), t.Of(6), t.Of(5), t.Of(4, 6), 1)),
        ["magnitudes as a matrix"] = ("m", t => Dora.Compose(t._device, t.Of(4, 6), t.Of(4, 6), t.Of(4, 6), t.Of(6), t.Of(4, 6), 1)),
        ["targets of other tokens"] = ("targets", t => Losses.CrossEntropy(t._device, t.Of(4, 6), t._on.Output<int>([5]), t.Of(4), t.Of(4), -100, 0, 0)),
        ["loss of other tokens"] = ("loss", t => Losses.CrossEntropy(t._device, t.Of(4, 6), t._on.Output<int>([4]), t.Of(3), t.Of(4), -100, 0, 0)),
        ["weights of another size"] = ("w", t => Losses.LinearCrossEntropy(
            t._device, t.Of(4, 6), t.Of(9, 5), t._on.Output<int>([4]), t.Of(4), t.Of(4), -100, 0, 0)),
        ["tokens of no size"] = ("x", t => Losses.LinearCrossEntropy(
            t._device, t.Of(4, 0), t.Of(9, 0), t._on.Output<int>([4]), t.Of(4), t.Of(4), -100, 0, 0)),
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Shapes_that_do_not_fit(string refusal)
    {
        var (parameter, launch) = All[refusal];
        var exception = Assert.Throws<ArgumentException>(() => launch(this));
        Assert.Equal(parameter, exception.ParamName);
        Assert.All(_all, tensor => Assert.All(tensor.ToArray(), value => Assert.Equal(Mark, value)));
    }

    [Fact]
    public void Two_outputs_in_one_place()
    {
        var (x, residual, gamma, sum) = (Of(4, 6), Of(4, 6), Of(6), Of(4, 6));
        var exception = Assert.Throws<ArgumentException>(() => Norms.AddRmsNorm(_device, x, residual, gamma, sum, sum, 1e-5f));
        Assert.Contains("overlaps", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>(() => Norms.AddRmsNorm(_device, x, residual, gamma, residual, sum, 1e-5f));
        Assert.Contains("overlaps", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _on.Dispose();
        _device.Dispose();
    }

    private DeviceTensor<float> Of(params int[] shape)
    {
        var tensor = _on.Output<float>(shape);
        var values = new float[tensor.Length];
        Array.Fill(values, Mark);
        tensor.CopyFrom(values);
        _all.Add(tensor);
        return tensor;
    }
}
