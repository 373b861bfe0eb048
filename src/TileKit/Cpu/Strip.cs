using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Packed tiles in a worker's scratch memory, with a flag for each that says whether it was packed in this unit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Strip
{
    private readonly nint _data;
    private readonly nint _stride;
    private readonly nint _flags;
    private readonly int _slots;

    internal Strip(nint data, nint stride, nint flags, int slots)
    {
        _data = data;
        _stride = stride;
        _flags = flags;
        _slots = slots;
    }

    /// <summary>Forgets all tiles; called once per unit.</summary>
    /// <param name="scratch">The worker's scratch memory.</param>
    public void Reset(Ptr<byte> scratch)
    {
        var flags = (scratch + _flags).Cast<int>();
        for (var i = 0; i < _slots; i++)
        {
            flags[i] = 0;
        }
    }

    /// <summary>Whether packed tiles are kept for other instances of the unit.</summary>
    public bool IsKept
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _slots > 0;
    }

    /// <summary>The place of a tile.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="scratch">The worker's scratch memory.</param>
    /// <param name="slot">The tile's index in the strip; any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ptr<T> Tile<T>(Ptr<byte> scratch, int slot)
        where T : unmanaged => (scratch + (_data + ((uint)slot < (uint)_slots ? slot * _stride : 0))).Cast<T>();

    /// <summary>Whether the caller must pack the tile now; the next call for the same tile says no.</summary>
    /// <param name="scratch">The worker's scratch memory.</param>
    /// <param name="slot">The tile's index in the strip; any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Claim(Ptr<byte> scratch, int slot)
    {
        if ((uint)slot >= (uint)_slots)
        {
            // nothing is kept, or the tile lies outside and has no elements to pack
            return _slots == 0;
        }

        ref var flag = ref (scratch + _flags).Cast<int>()[slot];
        var first = flag == 0;
        flag = 1;
        return first;
    }
}
