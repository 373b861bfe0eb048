namespace TileKit.Tuning;

/// <summary>One launch of a kernel whose tile sizes were fixed when it was compiled, in several variants.</summary>
internal interface IVariantLaunch
{
    /// <summary>What is known of the kernel.</summary>
    KernelInfo Info { get; }

    /// <summary>The device's name.</summary>
    string Device { get; }

    /// <summary>What the device is made of.</summary>
    GpuProfile Profile { get; }

    /// <summary>The number of variants.</summary>
    int Count { get; }

    /// <summary>A variant's tile sizes, in the order of the kernel's tunables.</summary>
    /// <param name="variant">The variant.</param>
    ReadOnlySpan<int> Tiles(int variant);

    /// <summary>Whether the device can run the variant and the variant takes the launch's extents.</summary>
    /// <param name="variant">The variant.</param>
    bool Fits(int variant);

    /// <summary>What the launch is expected to take.</summary>
    /// <param name="variant">A variant that fits.</param>
    double Seconds(int variant);
}
