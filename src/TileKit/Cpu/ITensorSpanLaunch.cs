using System.ComponentModel;

namespace TileKit.Cpu;

/// <summary>A launch over tensor spans, whose memory <see cref="CpuLauncher.PinAll"/> pins one tensor after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITensorSpanLaunch
{
    /// <summary>The number of tensors.</summary>
    int TensorCount { get; }

    /// <summary>The first byte of one tensor.</summary>
    /// <param name="index">The tensor's index, from 0.</param>
    /// <returns>A reference to it; a null reference for a tensor without elements is allowed.</returns>
    ref byte Tensor(int index);

    /// <summary>Tells where a tensor stays until <see cref="Run"/> has returned.</summary>
    /// <param name="index">The tensor's index, from 0.</param>
    /// <param name="address">The address of its first byte.</param>
    void SetAddress(int index, nint address);

    /// <summary>Launches; called once, with every address set and every tensor pinned.</summary>
    void Run();
}
