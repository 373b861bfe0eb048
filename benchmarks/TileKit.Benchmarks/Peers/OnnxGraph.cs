using System.Runtime.InteropServices;

namespace TileKit.Benchmarks.Peers;

/// <summary>What a tensor of a graph is: its name, its ONNX element type, its dimensions and where its elements are.</summary>
internal sealed record OnnxTensor(string Name, int Type, long[] Shape, nint Address, long Bytes);

/// <summary>A graph of ONNX operators over tensors in memory, and the model that holds it.</summary>
internal sealed class OnnxGraph
{
    private const int IrVersion = 10;
    private const int MicrosoftVersion = 1;

    private readonly List<Action<ProtoWriter>> _nodes = [];
    private readonly List<Action<ProtoWriter>> _constants = [];
    private readonly int _opset;

    /// <summary>Makes an empty graph.</summary>
    /// <param name="opset">The version of ONNX's own operators.</param>
    public OnnxGraph(int opset = 17) => _opset = opset;

    public List<OnnxTensor> Inputs { get; } = [];

    public List<OnnxTensor> Outputs { get; } = [];

    /// <summary>Adds an input that the graph reads where it is.</summary>
    public string Input<T>(DeviceTensor<T> tensor, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        Inputs.Add(Describe($"in{Inputs.Count}", tensor, shape));
        return Inputs[^1].Name;
    }

    /// <summary>Adds a result that is written where it is.</summary>
    public string Output<T>(DeviceTensor<T> tensor, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        Outputs.Add(Describe($"out{Outputs.Count}", tensor, shape));
        return Outputs[^1].Name;
    }

    /// <summary>Adds an input whose elements the model has, so that it may be packed once.</summary>
    public unsafe string Constant<T>(DeviceTensor<T> tensor, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var constant = Describe($"constant{_constants.Count}", tensor, shape);
        _constants.Add(message => Tensor(message, constant, new((void*)constant.Address, checked((int)constant.Bytes))));
        return constant.Name;
    }

    /// <summary>Adds a constant whose elements are bytes without a sign, as packed weights are.</summary>
    public unsafe string ConstantBytes(DeviceTensor<sbyte> tensor)
    {
        var constant = Describe<sbyte>($"constant{_constants.Count}", tensor, []) with { Type = OnnxTypes.Byte };
        _constants.Add(message => Tensor(message, constant, new((void*)constant.Address, checked((int)constant.Bytes))));
        return constant.Name;
    }

    /// <summary>Adds a number: without dimensions, or as a list of one.</summary>
    public string Constant(int value, bool isScalar)
    {
        var constant = new OnnxTensor($"constant{_constants.Count}", OnnxTypes.Int, isScalar ? [] : [1], 0, sizeof(int));
        _constants.Add(message => Tensor(message, constant, BitConverter.GetBytes(value)));
        return constant.Name;
    }

    /// <summary>Adds a list of numbers in 64 bits, as shapes are given.</summary>
    public string LongConstant(params long[] values)
    {
        var constant = new OnnxTensor($"constant{_constants.Count}", OnnxTypes.Long, [values.Length], 0, values.Length * sizeof(long));
        _constants.Add(message => Tensor(message, constant, MemoryMarshal.AsBytes<long>(values)));
        return constant.Name;
    }

    /// <summary>Adds an operator.</summary>
    /// <param name="operation">Its name; with <c>com.microsoft.</c> before it where it is one of the library's own.</param>
    /// <param name="inputs">The names of its inputs; empty where one is left out.</param>
    /// <param name="output">The name of its first result; null for a name of its own.</param>
    /// <param name="attributes">Names and values: float, int, string or a list of ints.</param>
    /// <returns>The name of its first result.</returns>
    public string Node(string operation, IReadOnlyList<string> inputs, string? output = null, params (string Name, object Value)[] attributes)
    {
        var name = output ?? $"value{_nodes.Count}";
        return NodeOfSeveral(operation, inputs, [name], attributes);
    }

    /// <summary>Adds an operator with several results.</summary>
    public string NodeOfSeveral(
        string operation, IReadOnlyList<string> inputs, string[] outputs, params (string Name, object Value)[] attributes)
    {
        var dot = operation.LastIndexOf('.');
        _nodes.Add(node =>
        {
            foreach (var input in inputs)
            {
                node.Text(1, input);
            }

            foreach (var output in outputs)
            {
                node.Text(2, output);
            }

            node.Text(4, operation[(dot + 1)..]);
            foreach (var attribute in attributes)
            {
                node.Message(5, message => Attribute(message, attribute.Name, attribute.Value));
            }

            if (dot >= 0)
            {
                node.Text(7, operation[..dot]);
            }
        });
        return outputs[0];
    }

    /// <summary>The model: ModelProto of ONNX, of which few fields are needed.</summary>
    public byte[] ToModel()
    {
        var model = new ProtoWriter();
        model.Int(1, IrVersion);
        model.Message(7, Graph);
        model.Message(8, set => set.Int(2, _opset));
        model.Message(8, static set =>
        {
            set.Text(1, "com.microsoft");
            set.Int(2, MicrosoftVersion);
        });
        return model.ToArray();
    }

    private void Graph(ProtoWriter graph)
    {
        _nodes.ForEach(node => graph.Message(1, node));
        graph.Text(2, "case");
        _constants.ForEach(constant => graph.Message(5, constant));
        Inputs.ForEach(tensor => graph.Message(11, message => Value(message, tensor)));
        Outputs.ForEach(tensor => graph.Message(12, message => Value(message, tensor)));
    }

    private static void Attribute(ProtoWriter attribute, string name, object value)
    {
        attribute.Text(1, name);
        switch (value)
        {
            case float number:
                attribute.Float(2, number);
                attribute.Int(20, 1);
                break;
            case int number:
                attribute.Int(3, number);
                attribute.Int(20, 2);
                break;
            case string text:
                attribute.Text(4, text);
                attribute.Int(20, 3);
                break;
            case int[] numbers:
                Array.ForEach(numbers, number => attribute.Int(8, number));
                attribute.Int(20, 7);
                break;
            default:
                throw new ArgumentException($"An attribute cannot be a {value.GetType()}.", nameof(value));
        }
    }

    private static void Tensor(ProtoWriter message, OnnxTensor tensor, ReadOnlySpan<byte> elements)
    {
        Array.ForEach(tensor.Shape, size => message.Int(1, size));
        message.Int(2, tensor.Type);
        message.Text(8, tensor.Name);
        message.Bytes(9, elements);
    }

    private static void Value(ProtoWriter value, OnnxTensor tensor)
    {
        value.Text(1, tensor.Name);
        value.Message(2, type => type.Message(1, inner =>
        {
            inner.Int(1, tensor.Type);
            inner.Message(2, shape => Array.ForEach(tensor.Shape, size => shape.Message(1, dimension => dimension.Int(1, size))));
        }));
    }

    private static unsafe OnnxTensor Describe<T>(string name, DeviceTensor<T> tensor, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var sizes = shape.IsEmpty ? tensor.Shape : shape;
        return new(
            name, OnnxTypes.Of<T>(), [.. sizes.ToArray().Select(static size => (long)size)], Address.Of(tensor), tensor.Length * sizeof(T));
    }
}
