using System.Globalization;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Half = System.Half;

namespace TileKit.Ilgpu.Tests.Kernels;

public sealed class MemoryTests : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.Optimize(OptimizationLevel.O2));
    private readonly Accelerator _accelerator;

    public MemoryTests() => _accelerator = new CPUDevice(4, 1, 1).CreateCPUAccelerator(_context);

    public void Dispose()
    {
        _accelerator.Dispose();
        _context.Dispose();
    }

    [Fact]
    public void Floats_are_loaded_and_stored()
    {
        var view = View([.. Enumerable.Range(0, 40).Select(i => i + 0.25f)]);
        Assert.Equal(5.25f, F32.Load(view, 5));
        Assert.Equal([6.25f, 7.25f], Values(F32.Load2(view, 6)));
        Assert.Equal([8.25f, 9.25f], Values(F32.Load2(view.SubView(2), 6)));
        Assert.Equal([6.25f, 7.25f], Values(F32.Load2(F32.Pairs(view), 3)));
        Assert.Equal([8.25f, 9.25f, 10.25f, 11.25f], Values(F32.Load4(view, 8)));
        Assert.Equal(Range(4, 16, 0.25f), Values(F32.Load16(view, 4)));

        F32.Store4(view, 0, F32.Load4(view, 36));
        F32.Store16(view, 20, F32.Load16(view, 4));
        F32.Store2(view, 6, F32.Load2(view, 36));
        F32.Store(view, 39, -1f);
        Assert.Equal(
            [.. Range(36, 4, 0.25f), 4.25f, 5.25f, 36.25f, 37.25f, .. Range(8, 12, 0.25f), .. Range(4, 16, 0.25f), .. Range(36, 3, 0.25f), -1f],
            Content(view));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(11)]
    [InlineData(16)]
    [InlineData(20)]
    public void A_guarded_access_touches_only_what_is_counted(int count)
    {
        // The view ends where the count does: ILGPU and the stand-in stop at an access past it.
        var real = Math.Clamp(count, 0, 16);
        var view = View(Range(1, Math.Max(count, 0), 0));
        Assert.Equal([.. Range(1, real, 0), .. new float[16 - real]], Values(F32.Load16(view, 0, count)));

        var (two, four) = (Math.Min(real, 2), Math.Min(real, 4));
        Assert.Equal([.. Range(1, four, 0), .. new float[4 - four]], Values(F32.Load4(view, 0, count)));
        Assert.Equal([.. Range(1, two, 0), .. new float[2 - two]], Values(F32.Load2(view, 0, count)));

        var bits = View(Enumerable.Range(1, Math.Max(count, 0)).Select(i => (ushort)i).ToArray());
        Assert.Equal([.. Range(1, real, 0), .. new float[16 - real]], Values(U16.Load16(bits, 0, count)));
        Assert.Equal([.. Range(1, four, 0), .. new float[4 - four]], Values(U16.Load4(bits, 0, count)));
        Assert.Equal([.. Range(1, two, 0), .. new float[2 - two]], Values(U16.Load2(bits, 0, count)));
        U16.Store16(bits, 0, U16.Load16(bits, 0, count), count);
        U16.Store4(bits, 0, new() { V0 = 60, V1 = 60, V2 = 60, V3 = 60 }, count);
        U16.Store2(bits, 0, new() { V0 = 70, V1 = 70 }, count);
        Assert.Equal(
            [
                .. Enumerable.Repeat((ushort)70, two), .. Enumerable.Repeat((ushort)60, four - two),
                .. Enumerable.Range(1, bits.IntLength).Skip(four).Select(i => (ushort)i),
            ],
            Content(bits));

        F32.Store16(view, 0, Float16.All(50f), count);
        F32.Store4(view, 0, Float4.All(60f), count);
        F32.Store2(view, 0, Float2.All(70f), count);
        Assert.Equal(
            [
                .. Enumerable.Repeat(70f, two), .. Enumerable.Repeat(60f, four - two), .. Enumerable.Repeat(50f, real - four),
                .. Range(17, view.IntLength - real, 0),
            ],
            Content(view));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(11)]
    [InlineData(16)]
    [InlineData(20)]
    public void A_guarded_access_touches_only_the_whole_numbers_that_are_counted(int count)
    {
        var length = Math.Max(count, 0);
        var (real, two, four) = (Math.Min(length, 16), Math.Min(length, 2), Math.Min(length, 4));
        int[] negatives = [.. Enumerable.Range(-length, length)];

        var ints = View(negatives);
        Assert.Equal([.. Range(-length, real, 0), .. new float[16 - real]], Values(I32.Load16(ints, 0, count)));
        Assert.Equal([.. Range(-length, four, 0), .. new float[4 - four]], Values(I32.Load4(ints, 0, count)));
        Assert.Equal([.. Range(-length, two, 0), .. new float[2 - two]], Values(I32.Load2(ints, 0, count)));
        I32.Store16(ints, 0, Int16.From(50), count);
        I32.Store4(ints, 0, Int4.From(-70), count);
        I32.Store2(ints, 0, Int2.From(-90), count);
        Assert.Equal(
            [.. Enumerable.Range(-90, two), .. Enumerable.Range(-70 + two, four - two), .. Enumerable.Range(50 + four, real - four), .. negatives[real..]],
            Content(ints));

        var bytes = View(Array.ConvertAll(negatives, i => (sbyte)i));
        Assert.Equal([.. Range(-length, real, 0), .. new float[16 - real]], Values(I8.Load16(bytes, 0, count)));
        Assert.Equal([.. Range(-length, four, 0), .. new float[4 - four]], Values(I8.Load4(bytes, 0, count)));
        Assert.Equal([.. Range(-length, two, 0), .. new float[2 - two]], Values(I8.Load2(bytes, 0, count)));
        I8.Store16(bytes, 0, Int16.From(50), count);
        I8.Store4(bytes, 0, Int4.From(-70), count);
        I8.Store2(bytes, 0, Int2.From(-90), count);
        Assert.Equal(Content(ints), Content(bytes).Select(i => (int)i));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(11)]
    [InlineData(16)]
    [InlineData(20)]
    public void An_addition_touches_only_what_is_counted(int count)
    {
        var length = Math.Max(count, 0);
        int[] sums = [.. Enumerable.Range(0, length).Select(i => i + (i < 2 ? 10 + i : 0) + (i < 4 ? 100 + i : 0) + (i < 16 ? 1000 + i : 0))];

        var ints = View([.. Enumerable.Range(0, length)]);
        Atomics.Add2(ints, 0, Int2.From(10), count);
        Atomics.Add4(ints, 0, Int4.From(100), count);
        Atomics.Add16(ints, 0, Int16.From(1000), count);
        Assert.Equal(sums, Content(ints));

        var floats = View(Range(0, length, 0));
        Atomics.Add2(floats, 0, Lanes.ToFloat(Int2.From(10)), count);
        Atomics.Add4(floats, 0, Lanes.ToFloat(Int4.From(100)), count);
        Atomics.Add16(floats, 0, Lanes.ToFloat(Int16.From(1000)), count);
        Assert.Equal(sums.Select(i => (float)i), Content(floats));
    }

    [Fact]
    public void A_guarded_store_leaves_its_neighbours_alone()
    {
        var view = View(new float[24]);
        F32.Store16(view.SubView(3), 0, new() { V0 = 1f, V1 = 2f, V2 = 3f, V3 = 4f, V4 = 5f, V15 = 6f }, 5);
        Assert.Equal([0f, 0f, 0f, 1f, 2f, 3f, 4f, 5f, .. new float[16]], Content(view));
    }

    [Fact]
    public void Ints_are_loaded_and_stored()
    {
        var view = View([.. Enumerable.Range(-16, 32)]);
        I32.Store16(view, 0, I32.Load16(view, 16));
        I32.Store4(view, 28, I32.Load4(view, 0, 3));
        I32.Store4(view, 16, Int4.All(int.MinValue), 1);
        I32.Store2(view, 18, I32.Load2(view, 14));
        I32.Store2(view, 20, I32.Load2(I32.Pairs(view), 1));
        Assert.Equal([.. Enumerable.Range(0, 16), int.MinValue, 1, 14, 15, 2, 3, .. Enumerable.Range(6, 6), 0, 1, 2, 0], Content(view));
    }

    [Fact]
    public void Bytes_keep_their_sign()
    {
        var view = View([.. Enumerable.Range(-128, 256).Select(i => (sbyte)i)]);
        Assert.Equal(Int16.From(-128), I8.Load16(view, 0));
        Assert.Equal(Int4.From(0), I8.Load4(view, 128));
        Assert.Equal(-3, I8.Load(view, 125));
        I8.Store16(view, 0, Int16.From(-8));
        I8.Store4(view, 16, Int4.All(-1), 2);
        I8.Store2(view, 18, I8.Load2(view, 6));
        Assert.Equal([.. Enumerable.Range(-8, 16).Select(i => (sbyte)i), -1, -1, -2, -1, -108], Content(view)[..21]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(31)]
    public void Sbytes_are_turned_four_by_four(int first)
    {
        const int Stride = 12, Pitch = 20;
        var view = View([.. Enumerable.Range(-50, 100).Select(i => (sbyte)i)]);
        var turned = View(new sbyte[100]);
        U8.StoreTurned(turned, 8, Pitch, first, U8.Load4x4(view, 16, Stride));
        Assert.Equal(Turned(4, 4), Content(turned));

        U8.StoreTurned(turned, 8, Pitch, first, U8.Load4x4(view, 16, Stride, rows: 3, cols: 2));
        Assert.Equal(Turned(3, 2), Content(turned));
        U8.StoreTurned(turned, 8, Pitch, first, U8.Load4x4(view, 16, Stride, rows: -1, cols: 9));
        Assert.Equal(new sbyte[100], Content(turned));

        U8.Store4(turned, 4, U8.Load4(view, 20));
        U8.Store4(turned, 8, U8.Load4(view, 96, 3));
        Assert.Equal([0, -30, -29, -28, -27, 46, 47, 48, 0], Content(turned)[3..12]);

        sbyte[] Turned(int rows, int cols)
        {
            var result = new sbyte[100];
            for (var i = 0; i < rows * cols; i++)
            {
                var (row, col) = (i / cols, i % cols);
                result[8 + (col * Pitch) + row] = (sbyte)(16 + (row * Stride) + col - 50);
            }

            return result;
        }
    }

    [Fact]
    public void Halves_and_BFloat16s_are_rounded_on_the_way_to_memory()
    {
        var values = new Float4 { V0 = 0.1f, V1 = -65519.9f, V2 = 1e-7f, V3 = 3f };
        float[] plain = [0.1f, -65519.9f, 1e-7f, 3f];

        var halves = View(new ushort[32]);
        U16.Store4(halves, 4, F16.Narrow(values));
        U16.Store4(halves, 8, F16.Narrow(values), 2);
        Assert.Equal(plain.Select(x => (float)(Half)x), Values(F16.Widen(U16.Load4(halves, 4))));
        Assert.Equal([(float)(Half)plain[0], (float)(Half)plain[1], 0f, 0f], Values(F16.Widen(U16.Load4(halves, 8))));
        Assert.Equal([0f, 0f, 0f, 0f, .. plain.Select(x => (float)(Half)x), (float)(Half)0.1f], Values(F16.Widen(U16.Load16(halves, 0)))[..9]);

        var pair = new Float2 { V0 = 0.1f, V1 = -65519.9f };
        U16.Store2(halves, 14, F16.Narrow(pair));
        Assert.Equal([(float)(Half)0.1f, (float)(Half)(-65519.9f)], Values(F16.Widen(U16.Load2(halves, 14))));
        Assert.Equal([0f, (float)(Half)0.1f], Values(F16.Widen(U16.Load4(halves, 12)))[1..3]);

        var bfloats = View(new ushort[32]);
        U16.Store4(bfloats, 4, BF16.Narrow(values));
        U16.Store16(bfloats, 16, U16.Load16(bfloats, 0), 7);
        Assert.Equal(plain.Select(x => (float)(BFloat16)x), Values(BF16.Widen(U16.Load4(bfloats, 4))));
        Assert.Equal([(float)(BFloat16)plain[0], (float)(BFloat16)plain[1], (float)(BFloat16)plain[2], 0f], Values(BF16.Widen(U16.Load4(bfloats, 20))));
        Assert.Equal((float)(BFloat16)0.1f, BF16.Load(bfloats, 20));
        U16.Store2(bfloats, 30, BF16.Narrow(pair));
        Assert.Equal([(float)(BFloat16)0.1f, (float)(BFloat16)(-65519.9f)], Values(BF16.Widen(U16.Load2(bfloats, 30))));
    }

    [Fact]
    public void A_view_knows_its_matrices_and_offsets()
    {
        var view = new View<float> { Data = View(Range(0, 2 * 3 * 4 * 5, 0)), Batch = 2, Depth = 3, Rows = 4, Cols = 5 };
        Assert.True(view.Has(0, 0) && view.Has(1, 2));
        Assert.False(view.Has(-1, 0) || view.Has(2, 0) || view.Has(0, -1) || view.Has(0, 3));
        Assert.Equal(1 * 60 + 2 * 20 + 3 * 5 + 4, view.Offset(1, 2, 3, 4));
        Assert.Equal(119f, view.At(view.Offset(1, 2, 3, 4))[0]);
        Assert.Equal(120, view.At(-1).Length);
        Assert.Equal(120, view.At(120).Length);
        Assert.Equal(120, view.At(long.MaxValue).Length);
        Assert.Equal(0, default(View<float>).At(7).Length);
    }

    private static float[] Range(int start, int count, float offset) => [.. Enumerable.Range(start, count).Select(i => i + offset)];

    private static float[] Values<T>(T lanes)
        where T : struct
        => [.. typeof(T).GetFields().Select(field => Convert.ToSingle(field.GetValue(lanes), CultureInfo.InvariantCulture))];

    private static T[] Content<T>(ArrayView<T> view)
        where T : unmanaged
    {
        var content = new T[view.Length];
        for (var i = 0; i < content.Length; i++)
        {
            content[i] = view[i];
        }

        return content;
    }

    private ArrayView<T> View<T>(T[] content)
        where T : unmanaged
    {
        var buffer = _accelerator.AllocateRaw(Math.Max(content.Length, 1), System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
        var view = new ArrayView<T>(buffer, 0, content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            view[i] = content[i];
        }

        return view;
    }
}
