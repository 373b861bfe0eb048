using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit;

/// <summary>Chooses the tile sizes of each launch among those a kernel allows.</summary>
public abstract class TileSelector
{
    private protected TileSelector()
    {
    }

    /// <summary>Ranks all allowed sizes by a cost model of the device, and remembers its choice for each shape.</summary>
    public static TileSelector CostModel { get; } = new CostModelSelector();

    /// <summary>Uses given sizes; the cost model chooses those that are not given. A GPU kernel must have a variant with them.</summary>
    /// <param name="sizes">For each tunable, by its name in the program, the size in elements.</param>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public static TileSelector Fixed(params ReadOnlySpan<(string Tunable, int Size)> sizes)
    {
        var map = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (tunable, size) in sizes)
        {
            if (size < 1)
            {
                throw new ArgumentException($"Expected a tile size of at least 1 for {tunable}, but it is {size}.", nameof(sizes));
            }

            map[tunable] = size;
        }

        return new FixedSelector(map);
    }

    /// <summary>
    /// Times the best few of the cost model's sizes and stays with the fastest, for each kernel and shape; a file keeps what was found for the
    /// next process.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Nothing runs but the launches of the program itself, each of them once: the first launch of a kernel and shape has the cost model's
    /// sizes, each of the following ones tries others, until the fastest are found or the budget is spent. On a GPU a launch that is timed
    /// waits for the device. Shapes whose dimensions are nearly the same share a choice.
    /// </para>
    /// <para>
    /// What was found holds for the device, the build of TileKit, the kernel's program, its element types and the shape. A file that is
    /// damaged, or of another machine or build, does no harm, and neither does one that cannot be written. Several processes may use one file.
    /// </para>
    /// </remarks>
    /// <param name="budget">
    /// How much time the trials of one kernel and shape may take together. Zero: nothing is tried; the choices in the file count, and where
    /// there is none the cost model's.
    /// </param>
    /// <param name="cacheFile">The file; if null, <c>TileKit/tiles.json</c> in the folder of the user's local application data.</param>
    /// <exception cref="ArgumentException"><paramref name="cacheFile"/> is empty or no path.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budget"/> is negative.</exception>
    public static TileSelector Measure(TimeSpan budget, string? cacheFile = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, TimeSpan.Zero);
        return new MeasuringSelector(budget, new TileFile(cacheFile is null ? TileFile.DefaultPath : Path.GetFullPath(cacheFile)));
    }

    /// <summary>Sets a kernel's tile sizes.</summary>
    /// <param name="kernel">The kernel with its views set.</param>
    /// <param name="info">What is known of it.</param>
    /// <param name="profile">The device.</param>
    /// <param name="shape">The extents and scalars of the launch.</param>
    /// <param name="trial">What to time the launch by, or null.</param>
    internal abstract void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial)
        where TKernel : struct, ITileProgram;

    /// <summary>Chooses among a kernel's variants.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="shape">The extents and scalars of the launch.</param>
    /// <param name="trial">What to time the launch by, or null.</param>
    /// <returns>The variant, or −1 if none that may be chosen fits.</returns>
    internal abstract int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial)
        where TLaunch : struct, IVariantLaunch, allows ref struct;
}
