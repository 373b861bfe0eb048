namespace TileKit;

/// <summary>What a device is made of, for choosing tile sizes: a <see cref="CpuProfile"/> or a <see cref="GpuProfile"/>.</summary>
public abstract record DeviceProfile
{
    private protected DeviceProfile()
    {
    }
}
