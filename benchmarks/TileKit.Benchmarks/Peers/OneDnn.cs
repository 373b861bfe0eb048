using System.Runtime.InteropServices;

namespace TileKit.Benchmarks.Peers;

/// <summary>oneDNN 2 by its C interface. Its threads are OpenMP's: <c>OMP_NUM_THREADS</c> says how many.</summary>
internal sealed unsafe class OneDnn
{
    private const int Cpu = 1;
    private const int InOrder = 1;

    private readonly nint _library;
    private readonly delegate* unmanaged<byte, byte, long, long, long, float, float*, long, float*, long, float, float*, long, int> _sgemm;

    /// <summary>Loads it.</summary>
    /// <exception cref="DllNotFoundException">It is not there.</exception>
    public OneDnn()
    {
        _library = PeerLibrary.Load("libdnnl.so.2", "libgomp.so.1", "libOpenCL.so.1");
        _sgemm = (delegate* unmanaged<byte, byte, long, long, long, float, float*, long, float*, long, float, float*, long, int>)
            Export("dnnl_sgemm");
        var version = ((delegate* unmanaged<int*>)Export("dnnl_version"))();
        Version = $"{version[0]}.{version[1]}.{version[2]}";
        Engine = Create((out nint engine) =>
            ((delegate* unmanaged<out nint, int, nuint, int>)Export("dnnl_engine_create"))(out engine, Cpu, 0));
        Stream = Create((out nint stream) =>
            ((delegate* unmanaged<out nint, nint, uint, int>)Export("dnnl_stream_create"))(out stream, Engine, InOrder));
    }

    /// <summary>Makes something and says how that went.</summary>
    public delegate int Maker(out nint made);

    public string Version { get; }

    public nint Engine { get; }

    public nint Stream { get; }

    /// <summary>c = a·b, row after row: a [m, k], b [k, n] or, transposed, [n, k].</summary>
    public void Gemm(int m, int n, int k, float* a, float* b, float* c, bool transposed = false) =>
        Check(_sgemm((byte)'N', (byte)(transposed ? 'T' : 'N'), m, n, k, 1, a, k, b, transposed ? k : n, 0, c, n), "dnnl_sgemm");

    public nint Export(string name) => NativeLibrary.GetExport(_library, name);

    public static nint Create(Maker make)
    {
        Check(make(out var made), "making an object");
        return made;
    }

    public static void Check(int status, string what)
    {
        if (status != 0)
        {
            throw new InvalidOperationException($"oneDNN: {what} ended with status {status}.");
        }
    }
}
