namespace TileKit;

/// <summary>The elements of a <c>Temp</c>: what no grid has stored yet cannot be read.</summary>
internal sealed class TempElements<T>(long length) : IElements<T>
    where T : unmanaged
{
    private readonly T[] _elements = new T[length];
    private readonly bool[] _written = new bool[length];

    public T Read(long index) => _written[index]
        ? _elements[index]
        : throw new InvalidOperationException("The program reads an element of a Temp that nothing was stored to: an earlier grid must store it.");

    public void Write(long index, T value)
    {
        _elements[index] = value;
        _written[index] = true;
    }
}
