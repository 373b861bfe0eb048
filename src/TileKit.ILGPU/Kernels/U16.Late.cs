using ILGPU;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <content>Accesses at edges.</content>
public static partial class U16
{
    internal static class Late
    {
        public static Bits4 Load4(ArrayView<ushort> view, int index, int count)
        {
            var value = new Bits4();
            if (count > 0)
            {
                // Lanes past the count read the last element within it: that costs less than a branch each.
                var last = count - 1;
                value.V0 = view[index];
                value.V1 = Utilities.Select(last < 1, (ushort)0, view[index + Math.Min(last, 1)]);
                value.V2 = Utilities.Select(last < 2, (ushort)0, view[index + Math.Min(last, 2)]);
                value.V3 = Utilities.Select(last < 3, (ushort)0, view[index + Math.Min(last, 3)]);
            }

            return value;
        }

        public static Bits16 Load16(ArrayView<ushort> view, int index, int count)
        {
            var value = new Bits16();
            if (count > 0)
            {
                // Lanes past the count read the last element within it: that costs less than a branch each.
                var last = count - 1;
                value.V0 = view[index];
                value.V1 = Utilities.Select(last < 1, (ushort)0, view[index + Math.Min(last, 1)]);
                value.V2 = Utilities.Select(last < 2, (ushort)0, view[index + Math.Min(last, 2)]);
                value.V3 = Utilities.Select(last < 3, (ushort)0, view[index + Math.Min(last, 3)]);
                value.V4 = Utilities.Select(last < 4, (ushort)0, view[index + Math.Min(last, 4)]);
                value.V5 = Utilities.Select(last < 5, (ushort)0, view[index + Math.Min(last, 5)]);
                value.V6 = Utilities.Select(last < 6, (ushort)0, view[index + Math.Min(last, 6)]);
                value.V7 = Utilities.Select(last < 7, (ushort)0, view[index + Math.Min(last, 7)]);
                value.V8 = Utilities.Select(last < 8, (ushort)0, view[index + Math.Min(last, 8)]);
                value.V9 = Utilities.Select(last < 9, (ushort)0, view[index + Math.Min(last, 9)]);
                value.V10 = Utilities.Select(last < 10, (ushort)0, view[index + Math.Min(last, 10)]);
                value.V11 = Utilities.Select(last < 11, (ushort)0, view[index + Math.Min(last, 11)]);
                value.V12 = Utilities.Select(last < 12, (ushort)0, view[index + Math.Min(last, 12)]);
                value.V13 = Utilities.Select(last < 13, (ushort)0, view[index + Math.Min(last, 13)]);
                value.V14 = Utilities.Select(last < 14, (ushort)0, view[index + Math.Min(last, 14)]);
                value.V15 = Utilities.Select(last < 15, (ushort)0, view[index + Math.Min(last, 15)]);
            }

            return value;
        }

        public static void Store4(ArrayView<ushort> view, int index, Bits4 value, int count)
        {
            if (count > 0)
            {
                // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
                var last = count - 1;
                view[index + Math.Min(last, 3)] = value.V3;
                view[index + Math.Min(last, 2)] = value.V2;
                view[index + Math.Min(last, 1)] = value.V1;
                view[index] = value.V0;
            }
        }

        public static void Store16(ArrayView<ushort> view, int index, Bits16 value, int count)
        {
            if (count > 0)
            {
                // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
                var last = count - 1;
                view[index + Math.Min(last, 15)] = value.V15;
                view[index + Math.Min(last, 14)] = value.V14;
                view[index + Math.Min(last, 13)] = value.V13;
                view[index + Math.Min(last, 12)] = value.V12;
                view[index + Math.Min(last, 11)] = value.V11;
                view[index + Math.Min(last, 10)] = value.V10;
                view[index + Math.Min(last, 9)] = value.V9;
                view[index + Math.Min(last, 8)] = value.V8;
                view[index + Math.Min(last, 7)] = value.V7;
                view[index + Math.Min(last, 6)] = value.V6;
                view[index + Math.Min(last, 5)] = value.V5;
                view[index + Math.Min(last, 4)] = value.V4;
                view[index + Math.Min(last, 3)] = value.V3;
                view[index + Math.Min(last, 2)] = value.V2;
                view[index + Math.Min(last, 1)] = value.V1;
                view[index] = value.V0;
            }
        }
    }
}
