namespace TileKit;

/// <summary>The elements of an array.</summary>
internal sealed class ArrayElements<T>(T[] array) : IElements<T>
    where T : unmanaged
{
    public T Read(long index) => array[index];

    public void Write(long index, T value) => array[index] = value;
}
