namespace TileKit;

/// <summary>A run of elements that eager programs read and write one by one; both are bounds-checked.</summary>
internal interface IElements<T>
    where T : unmanaged
{
    T Read(long index);

    void Write(long index, T value);
}
