using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Half in memory, float in lanes.</summary>
internal readonly struct HalfStorage<F, I> : IStorage<F, Half>
    where F : struct, IFloatVec<F, I>
    where I : struct, IIntVec<I, F>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Load(Ptr<Half> pointer, nint offset) =>
        F.Load(pointer, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F LoadPart(Ptr<Half> pointer, nint offset, int lanes) =>
        F.LoadPart(pointer, offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F LoadQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        F.LoadQuads(pointer, offset, rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(F value, Ptr<Half> pointer, nint offset) =>
        value.Store(pointer, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(F value, Ptr<Half> pointer, nint offset, int lanes) =>
        value.StorePart(pointer, offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(F value, Ptr<Half> pointer, nint offset, nint rowStride) =>
        value.StoreQuads(pointer, offset, rowStride);
}
