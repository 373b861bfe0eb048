using TileKit.Tuning;

namespace TileKit.Ilgpu;

/// <summary>One launch as the tile selector sees it.</summary>
/// <typeparam name="TProgram">The generated kernel struct.</typeparam>
internal readonly ref struct VariantLaunch<TProgram>(IlgpuKernel kernel, string device, GpuProfile profile, ref TProgram program) : IVariantLaunch
    where TProgram : struct, IIlgpuProgram
{
    // More make a thread of any GPU keep registers in memory.
    private const int RegistersOfAThread = 255;

    private readonly ref TProgram _program = ref program;

    public KernelInfo Info => kernel.Info;

    public string Device => device;

    public GpuProfile Profile => profile;

    public int Count => kernel.Variants.Length;

    public ReadOnlySpan<int> Tiles(int variant) => kernel.Variants[variant].Sizes.AsSpan(0, kernel.Tunables);

    public bool Fits(int variant) => FitsDevice(kernel.Variants[variant]) && FitsExtents(kernel.Variants[variant]);

    public double Seconds(int variant)
    {
        // Of a copy: extents are asked for before any sizes are set.
        var program = _program;
        program.SetSizes(kernel.Variants[variant].Sizes);
        var seconds = 0.0;
        for (var grid = 0; grid < kernel.Variants[variant].Grids.Length; grid++)
        {
            var cost = new IlgpuCost(profile, kernel.Variants[variant].Grids[grid]);
            program.Describe(grid, ref cost);
            seconds += cost.Seconds;
        }

        return seconds;
    }

    /// <summary>Why no variant can be launched.</summary>
    public Exception NoneFits()
    {
        for (var i = kernel.Tunables; i < kernel.SizeNames.Length; i++)
        {
            var largest = kernel.Variants.Max(variant => variant.Sizes[i]);
            var extent = _program.Extent(i - kernel.Tunables);
            if (extent > largest)
            {
                return new ArgumentException(
                    $"{kernel.Info.Name}: expected {kernel.SizeNames[i]} of at most {largest} on a GPU, but it is {extent}.", kernel.SizeNames[i]);
            }
        }

        IlgpuVariant? smallest = null;
        for (var i = 0; i < Count; i++)
        {
            var variant = kernel.Variants[i];
            if (Fits(i))
            {
                return new ArgumentException(
                    $"{kernel.Info.Name}: none of its GPU kernels with the tile sizes asked for takes these extents on {device}; there are "
                    + $"{string.Join("; ", kernel.Variants.Select(kernel.Sizes))}.",
                    kernel.SizeNames[0]);
            }

            if (FitsExtents(variant) && (smallest is null || Needs(variant) < Needs(smallest)))
            {
                smallest = variant;
            }
        }

        if (smallest is null)
        {
            return new NotSupportedException($"{kernel.Info.Name}: no GPU kernel takes these extents together.");
        }

        var largestGroup = smallest.Grids.MaxBy(Needs)!;
        return new NotSupportedException(
            $"{kernel.Info.Name}: its smallest GPU kernel for these extents ({kernel.Sizes(smallest)}) needs groups of {largestGroup.Threads} threads with "
                + $"{largestGroup.Registers} registers each and {largestGroup.SharedBytes} bytes of shared memory{(largestGroup.TensorCores ? " on tensor cores" : "")}, but {device} grants a group "
                + $"{profile.ThreadsPerGroup} threads, {profile.SharedBytesPerGroup} bytes of shared memory"
                + $"{(profile.RegistersPerGroup < int.MaxValue ? $" and {profile.RegistersPerGroup} registers" : "")}"
                + $"{(largestGroup.TensorCores && profile.TensorFmaPerCycle == 0 ? ", and has no tensor cores or was made without (see IlgpuDevice.Create)" : "")}.");
    }

    private static long Needs(IlgpuVariant variant) => variant.Grids.Max(Needs);

    private static long Needs(IlgpuGrid grid) => ((long)grid.Threads << 32) + grid.SharedBytes;

    private bool FitsDevice(IlgpuVariant variant)
    {
        foreach (var grid in variant.Grids)
        {
            if (grid.Threads > profile.ThreadsPerGroup || grid.SharedBytes > profile.SharedBytesPerGroup
                || (grid.TensorCores && profile.TensorFmaPerCycle == 0) || grid.Registers > RegistersOfAThread || (long)grid.Registers * grid.Threads > profile.RegistersPerGroup)
            {
                return false;
            }
        }

        return true;
    }

    private bool FitsExtents(IlgpuVariant variant)
    {
        for (var i = kernel.Tunables; i < variant.Sizes.Length; i++)
        {
            var extent = _program.Extent(i - kernel.Tunables);
            if (variant.Sizes[i] < extent || (variant.Sizes[i] > extent && _program.IsExact(i - kernel.Tunables)))
            {
                return false;
            }
        }

        return true;
    }
}
