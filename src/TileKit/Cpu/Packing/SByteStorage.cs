using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>sbyte in memory, int in lanes.</summary>
internal readonly struct SByteStorage<F, I> : IStorage<I, sbyte>
    where F : struct, IFloatVec<F, I>
    where I : struct, IIntVec<I, F>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I Load(Ptr<sbyte> pointer, nint offset) =>
        I.Load(pointer, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I LoadPart(Ptr<sbyte> pointer, nint offset, int lanes) =>
        I.LoadPart(pointer, offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I LoadQuads(Ptr<sbyte> pointer, nint offset, nint rowStride) =>
        I.LoadQuads(pointer, offset, rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I value, Ptr<sbyte> pointer, nint offset) =>
        value.Store(pointer, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(I value, Ptr<sbyte> pointer, nint offset, int lanes) =>
        value.StorePart(pointer, offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(I value, Ptr<sbyte> pointer, nint offset, nint rowStride) =>
        value.StoreQuads(pointer, offset, rowStride);
}
