using System.Runtime.InteropServices;

namespace TileKit.Benchmarks.Peers;

/// <summary>OpenBLAS by its C interface.</summary>
internal sealed unsafe class OpenBlas
{
    private const int RowMajor = 101;
    private const int NoTrans = 111;
    private const int Trans = 112;

    private readonly delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void> _sgemm;
    private readonly delegate* unmanaged<int, int, int, int, float, float*, int, float*, int, float, float*, int, void> _sgemv;

    /// <summary>Loads it.</summary>
    /// <param name="threads">How many threads it may use.</param>
    /// <exception cref="DllNotFoundException">It is not there.</exception>
    public OpenBlas(int threads)
    {
        var library = PeerLibrary.Load("libopenblas.so.0", "libquadmath.so.0", "libgfortran.so.5");
        _sgemm = (delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)
            NativeLibrary.GetExport(library, "cblas_sgemm");
        _sgemv = (delegate* unmanaged<int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)
            NativeLibrary.GetExport(library, "cblas_sgemv");
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "openblas_set_num_threads"))(threads);
        var config = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, "openblas_get_config");
        var core = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, "openblas_get_corename");
        var words = Marshal.PtrToStringUTF8((nint)config())!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Version = $"{(words.Length > 1 ? words[1] : "?")}, kernels for {Marshal.PtrToStringUTF8((nint)core())}";
    }

    /// <summary>Its version and the processor that it takes this one for.</summary>
    public string Version { get; }

    /// <summary>c = alpha·a·b + beta·c, row after row: a [m, k], b [k, n] or, transposed, [n, k].</summary>
    public void Gemm(int m, int n, int k, float* a, float* b, float* c, bool transposed = false, float alpha = 1, float beta = 0) =>
        _sgemm(RowMajor, NoTrans, transposed ? Trans : NoTrans, m, n, k, alpha, a, k, b, transposed ? k : n, beta, c, n);

    /// <summary>c = a·b for one row a [k] and b [k, n].</summary>
    public void Gemv(int n, int k, float* a, float* b, float* c) => _sgemv(RowMajor, Trans, k, n, 1, b, n, a, 1, 0, c, 1);
}
