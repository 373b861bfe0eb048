using ILGPU;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <content>Accesses at edges.</content>
public static partial class F32
{
    internal static class Late
    {
        public static Float4 Load4(ArrayView<float> view, int index, int count)
        {
            var value = new Float4();
            if (count > 0)
            {
                // Lanes past the count read the last element within it: that costs less than a branch each.
                var last = count - 1;
                value.V0 = view[index];
                value.V1 = Utilities.Select(last < 1, 0f, Load(view, index + Math.Min(last, 1)));
                value.V2 = Utilities.Select(last < 2, 0f, Load(view, index + Math.Min(last, 2)));
                value.V3 = Utilities.Select(last < 3, 0f, Load(view, index + Math.Min(last, 3)));
            }

            return value;
        }

        public static Float16 Load16(ArrayView<float> view, int index, int count)
        {
            var value = new Float16();
            if (count > 0)
            {
                // Lanes past the count read the last element within it: that costs less than a branch each.
                var last = count - 1;
                value.V0 = view[index];
                value.V1 = Utilities.Select(last < 1, 0f, Load(view, index + Math.Min(last, 1)));
                value.V2 = Utilities.Select(last < 2, 0f, Load(view, index + Math.Min(last, 2)));
                value.V3 = Utilities.Select(last < 3, 0f, Load(view, index + Math.Min(last, 3)));
                value.V4 = Utilities.Select(last < 4, 0f, Load(view, index + Math.Min(last, 4)));
                value.V5 = Utilities.Select(last < 5, 0f, Load(view, index + Math.Min(last, 5)));
                value.V6 = Utilities.Select(last < 6, 0f, Load(view, index + Math.Min(last, 6)));
                value.V7 = Utilities.Select(last < 7, 0f, Load(view, index + Math.Min(last, 7)));
                value.V8 = Utilities.Select(last < 8, 0f, Load(view, index + Math.Min(last, 8)));
                value.V9 = Utilities.Select(last < 9, 0f, Load(view, index + Math.Min(last, 9)));
                value.V10 = Utilities.Select(last < 10, 0f, Load(view, index + Math.Min(last, 10)));
                value.V11 = Utilities.Select(last < 11, 0f, Load(view, index + Math.Min(last, 11)));
                value.V12 = Utilities.Select(last < 12, 0f, Load(view, index + Math.Min(last, 12)));
                value.V13 = Utilities.Select(last < 13, 0f, Load(view, index + Math.Min(last, 13)));
                value.V14 = Utilities.Select(last < 14, 0f, Load(view, index + Math.Min(last, 14)));
                value.V15 = Utilities.Select(last < 15, 0f, Load(view, index + Math.Min(last, 15)));
            }

            return value;
        }

        public static void Store4(ArrayView<float> view, int index, Float4 value, int count)
        {
            if (count > 0)
            {
                // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
                var last = count - 1;
                Store(view, index + Math.Min(last, 3), value.V3);
                Store(view, index + Math.Min(last, 2), value.V2);
                Store(view, index + Math.Min(last, 1), value.V1);
                Store(view, index, value.V0);
            }
        }

        public static void Store16(ArrayView<float> view, int index, Float16 value, int count)
        {
            if (count > 0)
            {
                // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
                var last = count - 1;
                Store(view, index + Math.Min(last, 15), value.V15);
                Store(view, index + Math.Min(last, 14), value.V14);
                Store(view, index + Math.Min(last, 13), value.V13);
                Store(view, index + Math.Min(last, 12), value.V12);
                Store(view, index + Math.Min(last, 11), value.V11);
                Store(view, index + Math.Min(last, 10), value.V10);
                Store(view, index + Math.Min(last, 9), value.V9);
                Store(view, index + Math.Min(last, 8), value.V8);
                Store(view, index + Math.Min(last, 7), value.V7);
                Store(view, index + Math.Min(last, 6), value.V6);
                Store(view, index + Math.Min(last, 5), value.V5);
                Store(view, index + Math.Min(last, 4), value.V4);
                Store(view, index + Math.Min(last, 3), value.V3);
                Store(view, index + Math.Min(last, 2), value.V2);
                Store(view, index + Math.Min(last, 1), value.V1);
                Store(view, index, value.V0);
            }
        }
    }
}
