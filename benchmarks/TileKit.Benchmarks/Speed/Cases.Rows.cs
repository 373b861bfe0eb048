using System.Numerics.Tensors;
using TileKit.Benchmarks.Peers;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Speed;

/// <content>What is computed along rows: each element is read once and written once.</content>
internal sealed partial class Cases
{
    private static readonly Goal[] s_rowGoals = [new(PeerSet.OnnxName, 1.15), new(PeerSet.PrimitivesName, 1.15)];

    private void AddRows()
    {
        foreach (var (rows, cols, shape) in new[] { (Side, Side, $"{Side}²"), (256, 1024, "256×1024") })
        {
            Add($"softmax {shape}", name => Softmax(name, rows, cols));
            Add($"LayerNorm {shape}", name => LayerNorm(name, rows, cols));
            Add($"RMSNorm {shape}", name => RmsNorm(name, rows, cols));
            Add($"GELU {shape}", name => Gelu(name, rows, cols));
        }
    }

    private Case Softmax(string name, int rows, int cols)
    {
        var (x, y) = (Normal(rows, cols), Empty(rows, cols));
        var reference = References.Softmax(x);
        return new(
            name, OfElements(x, 5), () => reference.Error(y),
            TileKit("Norms.Softmax", () => Norms.Softmax(_device, x, y)),
            Onnx("Softmax", () =>
            {
                var graph = new OnnxGraph();
                graph.Node("Softmax", [graph.Input(x)], graph.Output(y), ("axis", -1));
                return graph;
            }),
            Primitives("SoftMax", rows, row => TensorPrimitives.SoftMax(Row(x, row), Row(y, row))))
        {
            Goals = s_rowGoals,
        };
    }

    private Case LayerNorm(string name, int rows, int cols)
    {
        var (x, gamma, beta, y) = (Normal(rows, cols), Normal(cols), Normal(cols), Empty(rows, cols));
        var reference = References.LayerNorm(x, gamma, beta, Epsilon);
        return new(
            name, OfElements(x, 7), () => reference.Error(y),
            TileKit("Norms.LayerNorm", () => Norms.LayerNorm(_device, x, gamma, beta, y, Epsilon)),
            Onnx("LayerNormalization", () =>
            {
                var graph = new OnnxGraph();
                graph.Node(
                    "LayerNormalization", [graph.Input(x), graph.Constant(gamma), graph.Constant(beta)], graph.Output(y),
                    ("axis", -1), ("epsilon", Epsilon));
                return graph;
            }),
            Primitives("Sum, Subtract, SumOfSquares, Multiply, MultiplyAdd", rows, row =>
            {
                ReadOnlySpan<float> from = Row(x, row);
                var to = Row(y, row);
                TensorPrimitives.Subtract(from, TensorPrimitives.Sum(from) / cols, to);
                TensorPrimitives.Multiply(to, 1 / MathF.Sqrt((TensorPrimitives.SumOfSquares<float>(to) / cols) + Epsilon), to);
                TensorPrimitives.MultiplyAdd(to, Row(gamma, 0), Row(beta, 0), to);
            }))
        {
            Goals = [new(PeerSet.OnnxName, 2), new(PeerSet.PrimitivesName, 2)],
        };
    }

    private Case RmsNorm(string name, int rows, int cols)
    {
        var (x, gamma, y) = (Normal(rows, cols), Normal(cols), Empty(rows, cols));
        var reference = References.RmsNorm(x, gamma, Epsilon);
        return new(
            name, OfElements(x, 4), () => reference.Error(y),
            TileKit("Norms.RmsNorm", () => Norms.RmsNorm(_device, x, gamma, y, Epsilon)),
            Onnx("RMSNormalization", () => Graph(23, "RMSNormalization")),
            Onnx("SimplifiedLayerNormalization", () => Graph(17, "SimplifiedLayerNormalization")),
            Primitives("SumOfSquares, Multiply, Multiply", rows, row =>
            {
                ReadOnlySpan<float> from = Row(x, row);
                var to = Row(y, row);
                TensorPrimitives.Multiply(from, 1 / MathF.Sqrt((TensorPrimitives.SumOfSquares(from) / cols) + Epsilon), to);
                TensorPrimitives.Multiply(to, Row(gamma, 0), to);
            }))
        {
            Goals = s_rowGoals,
        };

        OnnxGraph Graph(int opset, string operation)
        {
            var graph = new OnnxGraph(opset);
            graph.Node(operation, [graph.Input(x), graph.Constant(gamma)], graph.Output(y), ("axis", -1), ("epsilon", Epsilon));
            return graph;
        }
    }

    // so many operations an element
    private Case Gelu(string name, int rows, int cols)
    {
        var (x, y) = (Normal(rows, cols), Empty(rows, cols));
        var reference = References.OfElements(x, static value => (References.Gelu(value), Math.Abs(value)));
        return new(
            name, OfElements(x, 10), () => reference.Error(y),
            TileKit("Activations.Gelu", () => Activations.Gelu(_device, x, y)),
            Onnx("FastGelu", () =>
            {
                var graph = new OnnxGraph();
                graph.Node("com.microsoft.FastGelu", [graph.Input(x)], graph.Output(y));
                return graph;
            }),
            Onnx("Gelu", () =>
            {
                var graph = new OnnxGraph(opset: 20);
                graph.Node("Gelu", [graph.Input(x)], graph.Output(y), ("approximate", "tanh"));
                return graph;
            }),
            Primitives("Multiply, Multiply, Add, Multiply, Sigmoid, Multiply", rows, row =>
            {
                // x·sigmoid(2·√(2/π)·(x + 0.044715·x³)), the same function with one exponential
                const float TwoRoots = 1.5957691f;
                ReadOnlySpan<float> from = Row(x, row);
                var to = Row(y, row);
                TensorPrimitives.Multiply(from, from, to);
                TensorPrimitives.Multiply(to, 0.044715f * TwoRoots, to);
                TensorPrimitives.Add(to, TwoRoots, to);
                TensorPrimitives.Multiply(to, from, to);
                TensorPrimitives.Sigmoid<float>(to, to);
                TensorPrimitives.Multiply(to, from, to);
            }))
        {
            Goals = s_rowGoals,
        };
    }

    private static Work OfElements(DeviceTensor<float> x, int operations) => Work.OfFloats((double)operations * x.Length, x.Length, x.Length);
}
