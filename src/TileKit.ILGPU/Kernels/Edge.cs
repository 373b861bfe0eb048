using ILGPU;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>Accesses at edges, written once for all kinds of memory: bodies of late functions.</summary>
/// <typeparam name="TMemory">The kind of memory.</typeparam>
/// <typeparam name="T">What it holds.</typeparam>
/// <typeparam name="TLane">What is computed with.</typeparam>
/// <typeparam name="TTwo">Two of them.</typeparam>
/// <typeparam name="TFour">Four of them.</typeparam>
/// <typeparam name="TSixteen">Sixteen of them.</typeparam>
internal static class Edge<TMemory, T, TLane, TTwo, TFour, TSixteen>
    where TMemory : struct, IMemory<T, TLane>
    where T : unmanaged
    where TLane : struct
    where TTwo : struct, ITwo<TTwo, TLane>
    where TFour : struct, IFour<TFour, TLane>
    where TSixteen : struct, ISixteen<TSixteen, TFour>
{
    public static TTwo Load2(ArrayView<T> view, int index, int count)
    {
        var value = default(TTwo);
        if (count > 0)
        {
            value = TTwo.Of(TMemory.Load(view, index), Lane(view, index, 1, count - 1));
        }

        return value;
    }

    public static TFour Load4(ArrayView<T> view, int index, int count)
    {
        var value = default(TFour);
        if (count > 0)
        {
            value = FirstFour(view, index, count - 1);
        }

        return value;
    }

    public static TSixteen Load16(ArrayView<T> view, int index, int count)
    {
        var value = default(TSixteen);
        if (count > 0)
        {
            var last = count - 1;
            value = TSixteen.Of(FirstFour(view, index, last), Four(view, index, 4, last), Four(view, index, 8, last), Four(view, index, 12, last));
        }

        return value;
    }

    public static void Store2(ArrayView<T> view, int index, TTwo value, int count)
    {
        if (count > 0)
        {
            TMemory.Store(view, index + Math.Min(count - 1, 1), value.Lane1);
            TMemory.Store(view, index, value.Lane0);
        }
    }

    public static void Store4(ArrayView<T> view, int index, TFour value, int count)
    {
        if (count > 0)
        {
            StoreFirstFour(view, index, count - 1, value);
        }
    }

    public static void Store16(ArrayView<T> view, int index, TSixteen value, int count)
    {
        if (count > 0)
        {
            var last = count - 1;
            StoreFour(view, index, 12, last, value.Four3);
            StoreFour(view, index, 8, last, value.Four2);
            StoreFour(view, index, 4, last, value.Four1);
            StoreFirstFour(view, index, last, value.Four0);
        }
    }

    private static TFour FirstFour(ArrayView<T> view, int index, int last) =>
        TFour.Of(TMemory.Load(view, index), Lane(view, index, 1, last), Lane(view, index, 2, last), Lane(view, index, 3, last));

    private static TFour Four(ArrayView<T> view, int index, int lane, int last) => TFour.Of(
        Lane(view, index, lane, last), Lane(view, index, lane + 1, last), Lane(view, index, lane + 2, last), Lane(view, index, lane + 3, last));

    // Lanes past the count read the last element within it: that costs less than a branch each.
    private static TLane Lane(ArrayView<T> view, int index, int lane, int last) =>
        Utilities.Select(last < lane, default, TMemory.Load(view, index + Math.Min(last, lane)));

    // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
    private static void StoreFour(ArrayView<T> view, int index, int lane, int last, TFour value)
    {
        TMemory.Store(view, index + Math.Min(last, lane + 3), value.Lane3);
        TMemory.Store(view, index + Math.Min(last, lane + 2), value.Lane2);
        TMemory.Store(view, index + Math.Min(last, lane + 1), value.Lane1);
        TMemory.Store(view, index + Math.Min(last, lane), value.Lane0);
    }

    private static void StoreFirstFour(ArrayView<T> view, int index, int last, TFour value)
    {
        TMemory.Store(view, index + Math.Min(last, 3), value.Lane3);
        TMemory.Store(view, index + Math.Min(last, 2), value.Lane2);
        TMemory.Store(view, index + Math.Min(last, 1), value.Lane1);
        TMemory.Store(view, index, value.Lane0);
    }
}
