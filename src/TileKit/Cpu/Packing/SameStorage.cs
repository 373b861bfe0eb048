using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Elements of the lanes' own type.</summary>
internal readonly struct SameStorage<V, T> : IStorage<V, T>
    where V : struct, IVec<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load(Ptr<T> pointer, nint offset) =>
        V.Load(pointer, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadPart(Ptr<T> pointer, nint offset, int lanes) =>
        V.LoadPart(pointer, offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadQuads(Ptr<T> pointer, nint offset, nint rowStride) =>
        V.LoadQuads(pointer, offset, rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(V value, Ptr<T> pointer, nint offset) =>
        value.Store(pointer, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(V value, Ptr<T> pointer, nint offset, int lanes) =>
        value.StorePart(pointer, offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(V value, Ptr<T> pointer, nint offset, nint rowStride) =>
        value.StoreQuads(pointer, offset, rowStride);
}
