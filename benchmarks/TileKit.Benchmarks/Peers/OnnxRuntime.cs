using System.Runtime.InteropServices;

namespace TileKit.Benchmarks.Peers;

/// <summary>ONNX Runtime by its C interface: a table of functions, to which versions only add at the end.</summary>
internal sealed unsafe class OnnxRuntime : IDisposable
{
    private const uint ApiVersion = 17;
    private const int OnlyFatal = 4;
    private const int AllOptimizations = 99;

    private readonly nint* _api;
    private readonly nint _environment;
    private readonly nint _options;
    private readonly nint _memory;

    /// <summary>Loads it.</summary>
    /// <param name="threads">How many threads an operator may use, the calling one included.</param>
    /// <exception cref="DllNotFoundException">It is not there.</exception>
    public OnnxRuntime(int threads)
    {
        var library = PeerLibrary.Load("libonnxruntime.so.1");
        var start = ((delegate* unmanaged<nint*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        _api = ((delegate* unmanaged<uint, nint*>)start[0])(ApiVersion);
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)start[1])())!;
        var name = Marshal.StringToCoTaskMemUTF8("benchmarks");
        Check(((delegate* unmanaged<int, nint, out nint, nint>)_api[Function.CreateEnv])(OnlyFatal, name, out _environment));
        Marshal.FreeCoTaskMem(name);
        Check(((delegate* unmanaged<out nint, nint>)_api[Function.CreateSessionOptions])(out _options));
        Check(((delegate* unmanaged<nint, int, nint>)_api[Function.SetSessionGraphOptimizationLevel])(_options, AllOptimizations));
        Check(((delegate* unmanaged<nint, int, nint>)_api[Function.SetIntraOpNumThreads])(_options, threads));
        Check(((delegate* unmanaged<nint, int, nint>)_api[Function.SetSessionLogSeverityLevel])(_options, OnlyFatal));
        Check(((delegate* unmanaged<int, int, out nint, nint>)_api[Function.CreateCpuMemoryInfo])(0, 0, out _memory));
    }

    public string Version { get; }

    /// <summary>Makes a session for a model.</summary>
    /// <exception cref="InvalidOperationException">The library cannot run the model; the message is its own.</exception>
    public nint CreateSession(byte[] model)
    {
        fixed (byte* bytes = model)
        {
            Check(((delegate* unmanaged<nint, byte*, nuint, nint, out nint, nint>)_api[Function.CreateSessionFromArray])(
                _environment, bytes, (nuint)model.Length, _options, out var session));
            return session;
        }
    }

    /// <summary>A value over the elements of a tensor, where they are.</summary>
    public nint CreateValue(OnnxTensor tensor)
    {
        fixed (long* shape = tensor.Shape)
        {
            Check(((delegate* unmanaged<nint, nint, nuint, long*, nuint, int, out nint, nint>)_api[Function.CreateTensorWithDataAsOrtValue])(
                _memory, tensor.Address, (nuint)tensor.Bytes, shape, (nuint)tensor.Shape.Length, tensor.Type, out var value));
            return value;
        }
    }

    /// <summary>Runs a session; what comes out is written where the values are.</summary>
    public void Run(
        nint session, ReadOnlySpan<nint> inputNames, ReadOnlySpan<nint> inputs, ReadOnlySpan<nint> outputNames, ReadOnlySpan<nint> outputs)
    {
        fixed (nint* firstInputName = inputNames, firstInput = inputs, firstOutputName = outputNames, firstOutput = outputs)
        {
            Check(((delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)_api[Function.Run])(
                session, 0, firstInputName, firstInput, (nuint)inputs.Length, firstOutputName, (nuint)outputs.Length, firstOutput));
        }
    }

    public void ReleaseSession(nint session) => Release(Function.ReleaseSession, session);

    public void ReleaseValue(nint value) => Release(Function.ReleaseValue, value);

    public void Dispose()
    {
        Release(Function.ReleaseMemoryInfo, _memory);
        Release(Function.ReleaseSessionOptions, _options);
        Release(Function.ReleaseEnv, _environment);
    }

    private void Release(int function, nint what) => ((delegate* unmanaged<nint, void>)_api[function])(what);

    private void Check(nint status)
    {
        if (status != 0)
        {
            var message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)_api[Function.GetErrorMessage])(status));
            Release(Function.ReleaseStatus, status);
            throw new InvalidOperationException(message);
        }
    }

    // Places in the table.
    private static class Function
    {
        public const int GetErrorMessage = 2;
        public const int CreateEnv = 3;
        public const int CreateSessionFromArray = 8;
        public const int Run = 9;
        public const int CreateSessionOptions = 10;
        public const int SetSessionLogSeverityLevel = 22;
        public const int SetSessionGraphOptimizationLevel = 23;
        public const int SetIntraOpNumThreads = 24;
        public const int CreateTensorWithDataAsOrtValue = 49;
        public const int CreateCpuMemoryInfo = 69;
        public const int ReleaseEnv = 92;
        public const int ReleaseStatus = 93;
        public const int ReleaseMemoryInfo = 94;
        public const int ReleaseSession = 95;
        public const int ReleaseValue = 96;
        public const int ReleaseSessionOptions = 100;
    }
}
