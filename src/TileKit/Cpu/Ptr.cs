using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>A raw pointer that generated code can use in a project without unsafe blocks. Nothing is checked.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="address">The address of element 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly unsafe struct Ptr<T>(T* address)
    where T : unmanaged
{
    private readonly T* _address = address;

    /// <summary>Makes a pointer from a plain address.</summary>
    /// <param name="address">The address of element 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ptr(nint address)
        : this((T*)address)
    {
    }

    /// <summary>The address of element 0.</summary>
    internal T* Address
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _address;
    }

    /// <summary>The element at <paramref name="index"/>, unchecked.</summary>
    /// <param name="index">The offset in elements.</param>
    public ref T this[nint index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _address[index];
    }

    /// <summary>Moves a pointer by a number of elements.</summary>
    /// <param name="pointer">The pointer to start from.</param>
    /// <param name="elements">The offset in elements.</param>
    /// <returns>The moved pointer.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Ptr<T> operator +(Ptr<T> pointer, nint elements) => new(pointer._address + elements);

    /// <summary>The same address seen as elements of another type.</summary>
    /// <typeparam name="TOther">The other element type.</typeparam>
    /// <returns>The pointer.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ptr<TOther> Cast<TOther>()
        where TOther : unmanaged => new((TOther*)_address);
}
