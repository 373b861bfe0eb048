using System.ComponentModel;

namespace TileKit;

/// <summary>A parameter of a kernel.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">The element type of a tensor, or the type of a scalar.</param>
/// <param name="IsTensor">Whether it is a tensor.</param>
/// <param name="IsOutput">Whether the kernel writes it.</param>
public sealed record KernelParameter(string Name, Type ElementType, bool IsTensor, bool IsOutput);

/// <summary>A tile size that TileKit chooses for each launch.</summary>
/// <param name="Name">The program's parameter.</param>
/// <param name="Values">The sizes to choose from, in elements.</param>
public sealed record Tunable(string Name, IReadOnlyList<int> Values);

/// <summary>What the generator knows of a kernel; the property <c>NameInfo</c> beside each launcher has it.</summary>
public sealed class KernelInfo
{
    /// <summary>Sizes to choose from where the program names none.</summary>
    private static readonly int[] DefaultSizes = [8, 16, 32, 64, 96, 128, 192, 256, 384, 512, 1024, 2048, 4096, 8192];

    private readonly Work _work;
    private readonly HashSet<string> _free;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public KernelInfo(string name, KernelParameter[] parameters, Tunable[] tunables, int kernels, string flops, string bytes, string ir, string source, Work work)
    {
        Name = name;
        Parameters = parameters;
        _free = [.. tunables.Where(t => t.Values.Count == 0).Select(t => t.Name)];
        Tunables = [.. tunables.Select(t => t.Values.Count > 0 ? t : t with { Values = DefaultSizes })];
        Kernels = kernels;
        Flops = flops;
        Bytes = bytes;
        Ir = ir;
        Source = source;
        _work = work;
    }

    /// <summary>Computes a kernel's work from its launcher's arguments, the device excepted.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public delegate KernelWork Work(ReadOnlySpan<object> arguments);

    /// <summary>The launcher's name.</summary>
    public string Name { get; }

    /// <summary>The launcher's parameters, the device excepted.</summary>
    public IReadOnlyList<KernelParameter> Parameters { get; }

    /// <summary>The tile sizes to choose.</summary>
    public IReadOnlyList<Tunable> Tunables { get; }

    /// <summary>
    /// How many kernels a launch runs, one after the other: one for each grid of the program, less those that were fused with the grid
    /// before them.
    /// </summary>
    public int Kernels { get; }

    /// <summary>
    /// The number of FLOPs as a formula of the tensors' extents and the tile sizes, in lines: first how often each loop's body runs
    /// (t0, t1, …), then the sum. Extents of tiles count with their average, and a bound that moves with a grid index with its mean.
    /// </summary>
    public string Flops { get; }

    /// <summary>The bytes read and written, as a formula.</summary>
    public string Bytes { get; }

    /// <summary>The tile program as TileKit understood it, after its passes.</summary>
    public string Ir { get; }

    /// <summary>The generated CPU kernel.</summary>
    public string Source { get; }

    /// <summary>Counts the work of a launch.</summary>
    /// <param name="arguments">
    /// The launcher's arguments without the device, in order: a <see cref="DeviceTensor{T}"/> or the shape of one as <c>int[]</c>, and
    /// the scalars.
    /// </param>
    /// <exception cref="ArgumentException">The number or a type of the arguments is not the launcher's.</exception>
    public KernelWork Count(params ReadOnlySpan<object> arguments)
    {
        if (arguments.Length != Parameters.Count)
        {
            throw new ArgumentException($"{Name} has {Parameters.Count} parameters beside the device, but {arguments.Length} arguments were given.", nameof(arguments));
        }

        return _work(arguments);
    }

    /// <summary>Whether a size may be used: any where the program names none.</summary>
    internal bool IsAllowed(Tunable tunable, int size) => _free.Contains(tunable.Name) || tunable.Values.Contains(size);

    /// <summary>The kernel's name.</summary>
    public override string ToString() => Name;
}
