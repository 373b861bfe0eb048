using System.Numerics.Tensors;
using System.Reflection;

namespace TileKit.Benchmarks.Peers;

/// <summary>A peer by name: its version, or why it is missing.</summary>
internal sealed record Peer(string Name, string? Version, string? Missing);

/// <summary>The libraries that are there, and which are not.</summary>
internal sealed class PeerSet : IDisposable
{
    public const string BlasName = "OpenBLAS";
    public const string DnnName = "oneDNN";
    public const string OnnxName = "ONNX Runtime";
    public const string PrimitivesName = "TensorPrimitives";

    private readonly List<Peer> _peers = [];

    /// <summary>Loads those that are there.</summary>
    /// <param name="threads">How many threads each may use.</param>
    public PeerSet(int threads)
    {
        Blas = Load(BlasName, () => new OpenBlas(threads), static library => library.Version);
        Dnn = Load(DnnName, static () => new OneDnn(), static library => library.Version);
        Onnx = Load(OnnxName, () => new OnnxRuntime(threads), static library => library.Version);
        var assembly = typeof(TensorPrimitives).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        _peers.Add(new(PrimitivesName, assembly?.InformationalVersion.Split('+')[0] ?? "?", null));
    }

    private PeerSet()
    {
    }

    /// <summary>A set without any library, for those who want TileKit's side only.</summary>
    public static PeerSet None { get; } = new();

    public OpenBlas? Blas { get; }

    public OneDnn? Dnn { get; }

    public OnnxRuntime? Onnx { get; }

    /// <summary>All of them, in the order of the tables' columns.</summary>
    public IReadOnlyList<Peer> All => _peers;

    public void Dispose() => Onnx?.Dispose();

    private T? Load<T>(string name, Func<T> load, Func<T, string> version)
        where T : class
    {
        try
        {
            var library = load();
            _peers.Add(new(name, version(library), null));
            return library;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            _peers.Add(new(name, null, exception.Message.Split(". ")[0]));
            return null;
        }
    }
}
