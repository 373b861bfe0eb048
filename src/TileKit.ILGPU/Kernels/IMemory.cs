using ILGPU;

namespace TileKit.Ilgpu;

/// <summary>A kind of memory.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <typeparam name="TLane">What is computed with.</typeparam>
internal interface IMemory<T, TLane>
    where T : unmanaged
{
    /// <summary>One element.</summary>
    static abstract TLane Load(ArrayView<T> view, int index);

    /// <summary>One element.</summary>
    static abstract void Store(ArrayView<T> view, int index, TLane value);
}
