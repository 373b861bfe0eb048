using TileKit.Benchmarks.Peers;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>Weights of 4 bits, in blocks of 32 with a scale each, times one row of floats.</content>
internal sealed partial class Cases
{
    // what activations in 8 bits may be off by: ONNX Runtime's accuracy level 4 has them too
    private const double RoundedTolerance = 1e-2;

    private void AddInt4()
    {
        Add("int4 1×4096×4096", name => Int4(name, 4096, 4096, isDynamic: true, levels: 5));
        Add("int4 1×4096×4096, activations in float", name => Int4(name, 4096, 4096, isDynamic: false, levels: 2));
    }

    private Case Int4(string name, int k, int n, bool isDynamic, int levels)
    {
        var blocks = k / Int4Weights.BlockSize;
        var (x, y) = (Normal(1, k), Empty(1, n));

        // as ONNX has them: [N, K/32, 16], two of a block's in a byte, the first in its low half; a weight is its scale times (bits − 8)
        var bytes = new byte[n * k / 2];
        _random.NextBytes(bytes);
        var factors = Enumerable.Range(0, n * blocks).Select(_ => 0.01f + (0.02f * _random.NextSingle())).ToArray();
        var (weightShape, scaleShape) = (Int4Weights.WeightShape(k, n), Int4Weights.ScaleShape(k, n));
        var (weights, scales) = (new int[n * k / 8], new float[n * blocks]);
        Int4Weights.Repack(bytes, factors, k, n, weights, scales);
        var (packed, packedScales) = (Numbers(weights, weightShape), Numbers(scales, scaleShape));
        var row = x.Reshape(1, blocks, Int4Weights.BlockSize);
        Contestant ours = isDynamic
            ? TileKit("LinearInt4Dynamic", () => Quantized.LinearInt4Dynamic(_device, row, packed, packedScales, y)) with { Tolerance = RoundedTolerance }
            : TileKit("LinearInt4", () => Quantized.LinearInt4(_device, row, packed, packedScales, y));

        var (onnxWeights, onnxScales) = (Numbers(Array.ConvertAll(bytes, static value => (sbyte)value), n, blocks, Int4Weights.BlockSize / 2), Numbers(factors, n, blocks));
        var reference = References.Int4(x, bytes, factors, Int4Weights.BlockSize);
        return new(
            name, new(2.0 * k * n, bytes.Length + (4.0 * factors.Length) + (4.0 * k), 4.0 * n), () => reference.Error(y),
            [ours, .. Enumerable.Range(0, levels).Select(level => Onnx($"MatMulNBits, accuracy level {level}", () =>
            {
                var graph = new OnnxGraph();
                graph.Node(
                    "com.microsoft.MatMulNBits", [graph.Input(x), graph.ConstantBytes(onnxWeights), graph.Constant(onnxScales)], graph.Output(y),
                    ("K", k), ("N", n), ("bits", 4), ("block_size", Int4Weights.BlockSize), ("accuracy_level", level));
                return graph;
            }, tolerance: level > 1 ? RoundedTolerance : Case.Tolerance))])
        {
            Goals = [new(PeerSet.OnnxName, 1.1)],
        };
    }
}
