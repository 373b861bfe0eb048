using System.Runtime.InteropServices;

namespace TileKit.Benchmarks.Peers;

/// <summary>A graph that ONNX Runtime has optimised and runs over the same memory each time.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly OnnxRuntime _library;
    private readonly nint _session;
    private readonly nint[] _inputNames;
    private readonly nint[] _inputs;
    private readonly nint[] _outputNames;
    private readonly nint[] _outputs;

    /// <summary>Makes a session.</summary>
    /// <exception cref="InvalidOperationException">The library cannot run the graph; the message is its own.</exception>
    public OnnxSession(OnnxRuntime library, OnnxGraph graph)
    {
        _library = library;
        _session = library.CreateSession(graph.ToModel());
        _inputNames = [.. graph.Inputs.Select(static tensor => Marshal.StringToCoTaskMemUTF8(tensor.Name))];
        _outputNames = [.. graph.Outputs.Select(static tensor => Marshal.StringToCoTaskMemUTF8(tensor.Name))];
        _inputs = [.. graph.Inputs.Select(library.CreateValue)];
        _outputs = [.. graph.Outputs.Select(library.CreateValue)];
    }

    public void Run() => _library.Run(_session, _inputNames, _inputs, _outputNames, _outputs);

    public void Dispose()
    {
        foreach (var value in _inputs.Concat(_outputs))
        {
            _library.ReleaseValue(value);
        }

        foreach (var name in _inputNames.Concat(_outputNames))
        {
            Marshal.FreeCoTaskMem(name);
        }

        _library.ReleaseSession(_session);
    }
}
