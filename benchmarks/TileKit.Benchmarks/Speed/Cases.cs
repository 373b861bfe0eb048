using System.Numerics.Tensors;
using TileKit.Benchmarks.Peers;

namespace TileKit.Benchmarks.Speed;

/// <summary>All cases, and the tensors and sessions of the one that is open.</summary>
internal sealed partial class Cases : IDisposable
{
    /// <summary>Stands before the names of cases that compare kernels of TileKit with each other.</summary>
    public const string ListPrefix = "list: ";

    /// <summary>Stands before the names of cases that have nothing to be compared with but the machine.</summary>
    public const string MorePrefix = "more: ";

    private const int Heads = 16;
    private const int HeadSize = 64;
    private const int Side = 4096;
    private const float Epsilon = 1e-5f;
    private const int RandomBlock = 1 << 20;

    private readonly CpuDevice _device;
    private readonly PeerSet _peers;
    private readonly int _threads;
    private readonly List<(string Name, Func<string, Case> Make)> _all = [];
    private readonly List<IDisposable> _open = [];
    private readonly List<Action> _spoilers = [];
    private readonly Random _random = new(20);

    /// <summary>Lists the cases, and makes none.</summary>
    /// <param name="device">Where TileKit computes.</param>
    /// <param name="peers">What else computes.</param>
    /// <param name="threads">With how many threads.</param>
    public Cases(CpuDevice device, PeerSet peers, int threads)
    {
        (_device, _peers, _threads) = (device, peers, threads);
        AddProducts();
        AddInt4();
        AddAttention();
        AddRows();
        AddLists();
        AddLayers();
        AddFormsOfAttention();
    }

    /// <summary>The names of the cases with a text in them, in the order of the tables.</summary>
    public IReadOnlyList<string> Names(string filter) =>
        [.. _all.Select(static entry => entry.Name).Where(name => name.Contains(filter, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Makes a case; <see cref="Close"/> frees what it holds.</summary>
    public Case Open(string name) => _all.First(entry => entry.Name == name).Make(name);

    /// <summary>Makes sure that what a case's tensors hold was computed afterwards: fills those for results with NaN.</summary>
    public void Spoil() => _spoilers.ForEach(static spoil => spoil());

    public void Close()
    {
        _open.ForEach(static resource => resource.Dispose());
        _open.Clear();
        _spoilers.Clear();
    }

    public void Dispose() => Close();

    private void Add(string name, Func<string, Case> make) => _all.Add((name, make));

    /// <summary>Goals that only a run with one thread has.</summary>
    private Goal[] OnOneThread(params Goal[] goals) => _threads == 1 ? goals : [];

    /// <summary>Goals that only a run with several threads has.</summary>
    private Goal[] OnMoreThreads(params Goal[] goals) => _threads > 1 ? goals : [];

    private static Contestant TileKit(string form, Action run) => new(Contestant.TileKit, form, run);

    /// <summary>What ONNX Runtime makes of a graph; null where it is missing or cannot run it.</summary>
    private Contestant? Onnx(string form, Func<OnnxGraph> graph, double tolerance = Case.Tolerance)
    {
        if (_peers.Onnx is null)
        {
            return null;
        }

        try
        {
            var session = new OnnxSession(_peers.Onnx, graph());
            _open.Add(session);
            session.Run(); // some of what an operator does not support it finds out now
            return new(PeerSet.OnnxName, form, session.Run) { Tolerance = tolerance };
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine($"  {PeerSet.OnnxName}, {form}: not available: {exception.Message}");
            return null;
        }
    }

    /// <summary>Rows dealt to the threads, each computed by calls of <see cref="TensorPrimitives"/>.</summary>
    private Contestant Primitives(string form, int rows, Action<int> row)
    {
        Settling.Run(() => row(0));
        return new(PeerSet.PrimitivesName, form, () => Deal.Rows(_threads, rows, row));
    }

    private static unsafe Span<float> Row(DeviceTensor<float> tensor, int row)
    {
        var cols = tensor.Shape[^1];
        return new(Address.Floats(tensor) + ((long)row * cols), cols);
    }

    /// <summary>Values of unit scale.</summary>
    private DeviceTensor<float> Normal(params ReadOnlySpan<int> shape) => Normal(1, shape);

    private DeviceTensor<float> Normal(float deviation, params ReadOnlySpan<int> shape)
    {
        var tensor = Keep(_device.Allocate<float>(shape));
        var data = new float[tensor.Length];
        var seed = _random.Next();

        // Box and Muller; each block has numbers of its own
        Parallel.For(0, (data.Length + RandomBlock - 1) / RandomBlock, block =>
        {
            var random = new Random(seed + block);
            for (var i = block * RandomBlock; i < Math.Min(data.Length, (block + 1) * RandomBlock); i++)
            {
                data[i] = deviation * MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(MathF.Tau * random.NextSingle());
            }
        });
        tensor.CopyFrom(data);
        return tensor;
    }

    private DeviceTensor<T> Converted<T>(DeviceTensor<float> values, Func<float, T> convert)
        where T : unmanaged
    {
        var tensor = Keep(_device.Allocate<T>(values.Shape));
        tensor.CopyFrom(Array.ConvertAll(values.ToArray(), value => convert(value)));
        return tensor;
    }

    /// <summary>Room for a result or for what lies between.</summary>
    private DeviceTensor<float> Empty(params ReadOnlySpan<int> shape) => Empty(float.NaN, shape);

    private DeviceTensor<T> Empty<T>(T nan, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var tensor = Keep(_device.Allocate<T>(shape));
        var spoiled = new Lazy<T[]>(() =>
        {
            var values = new T[tensor.Length];
            Array.Fill(values, nan);
            return values;
        });
        _spoilers.Add(() => tensor.CopyFrom(spoiled.Value));
        return tensor;
    }

    private DeviceTensor<T> Numbers<T>(T[] values, params ReadOnlySpan<int> shape)
        where T : unmanaged => Keep(_device.Upload<T>(values, shape));

    private T Keep<T>(T resource)
        where T : IDisposable
    {
        _open.Add(resource);
        return resource;
    }
}
