using System.Runtime.CompilerServices;

namespace TileKit.Tuning;

/// <summary>What a choice of tile sizes is remembered by.</summary>
/// <remarks>Launches look it up: kernels compare by reference, and the hash leaves out the profile, of which there are few.</remarks>
/// <param name="info">The kernel.</param>
/// <param name="profile">The device.</param>
/// <param name="shape">The shape, exact or rounded.</param>
internal readonly struct LaunchKey(KernelInfo info, DeviceProfile profile, ulong shape) : IEquatable<LaunchKey>
{
    private readonly KernelInfo _info = info;
    private readonly DeviceProfile _profile = profile;
    private readonly ulong _shape = shape;

    public bool Equals(LaunchKey other) =>
        _shape == other._shape && ReferenceEquals(_info, other._info)
        && (ReferenceEquals(_profile, other._profile) || _profile.Equals(other._profile));

    public override bool Equals(object? obj) => obj is LaunchKey other && Equals(other);

    public override int GetHashCode() => (int)(_shape >> 32) ^ (int)_shape ^ RuntimeHelpers.GetHashCode(_info);
}
