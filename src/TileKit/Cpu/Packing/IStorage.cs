namespace TileKit.Cpu;

/// <summary>How vectors of one kind are read from and written to elements of one type.</summary>
/// <typeparam name="V">The vector.</typeparam>
/// <typeparam name="S">The element type in memory.</typeparam>
internal interface IStorage<V, S>
    where V : struct
    where S : unmanaged
{
    /// <summary>Reads and widens consecutive elements.</summary>
    static abstract V Load(Ptr<S> pointer, nint offset);

    /// <summary>Reads and widens the first elements; the rest is zero.</summary>
    static abstract V LoadPart(Ptr<S> pointer, nint offset, int lanes);

    /// <summary>Reads and widens four elements from every fourth row.</summary>
    static abstract V LoadQuads(Ptr<S> pointer, nint offset, nint rowStride);

    /// <summary>Narrows and writes every lane.</summary>
    static abstract void Store(V value, Ptr<S> pointer, nint offset);

    /// <summary>Narrows and writes the first lanes.</summary>
    static abstract void StorePart(V value, Ptr<S> pointer, nint offset, int lanes);

    /// <summary>Narrows and writes four elements to every fourth row.</summary>
    static abstract void StoreQuads(V value, Ptr<S> pointer, nint offset, nint rowStride);
}
