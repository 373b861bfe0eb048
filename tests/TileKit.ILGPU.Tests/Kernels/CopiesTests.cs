#if !ILGPU_PACKAGE
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Sanitizer;
using Group = ILGPU.Group;

namespace TileKit.Ilgpu.Tests.Kernels;

/// <summary>Copies from global to shared memory as the stand-in has them: they touch what they may, and what goes wrong with them is reported.</summary>
public sealed class CopiesTests : IDisposable
{
    private const int Threads = 32;
    private const int Length = 8 * Threads;

    private readonly Context _context = Context.Create(static builder => builder.Optimize(OptimizationLevel.O2));
    private readonly Accelerator _accelerator;

    public CopiesTests() => _accelerator = new CPUDevice(Threads, 1, 1).CreateCPUAccelerator(_context);

    public void Dispose()
    {
        _accelerator.Dispose();
        _context.Dispose();
    }

    [Fact]
    public void Whole_pieces_arrive()
    {
        ushort[] values = [.. Enumerable.Range(1, Length).Select(i => (ushort)i)];
        var to = View(new ushort[Length]);
        Run(CopyWhole, new() { From = View(values), To = to });
        Assert.Equal(values, Content(to));
    }

    /// <summary>The tensor ends where the last thread's count does: the stand-in stops at an access past it.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void What_is_not_counted_becomes_zeros_and_is_not_read(int count)
    {
        var real = Math.Clamp(count, 0, 8);
        var to = View(new ushort[Length]);
        Run(CopyPart, new() { From = View([.. Enumerable.Range(1, Length - 8 + real).Select(i => (ushort)i)]), To = to, Count = count });
        Assert.Equal(Enumerable.Range(0, Length).Select(i => (ushort)(i % 8 < real ? i + 1 : 0)), Content(to));
    }

    /// <summary>Of floats four are copied at once.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void So_do_floats(int count)
    {
        var (real, last) = (Math.Clamp(count, 0, 4), (4 * Threads) - 4);
        var (from, to) = (Floats(last + real), Floats(4 * Threads));
        for (var i = 0; i < from.IntLength; i++)
        {
            from[i] = i + 1;
        }

        Run(count == 4 ? CopyWholeFloats : CopyPartOfFloats, new() { FromFloats = from, ToFloats = to, Count = count });
        Assert.Equal(Enumerable.Range(0, 4 * Threads).Select(i => i % 4 < real ? i + 1f : 0f), Enumerable.Range(0, 4 * Threads).Select(i => to[i]));

        ArrayView<float> Floats(int length) => new(_accelerator.AllocateRaw(length, sizeof(float)), 0, length);
    }

    [Fact]
    public void Who_does_not_wait_is_reported() =>
        Assert.Contains(FaultKind.Uninitialised, Faults(CopyWithoutWaiting, new() { From = View(new ushort[Length]), To = View(new ushort[Length]) }));

    [Fact]
    public void Who_waits_after_the_barrier_is_reported() =>
        Assert.Contains(FaultKind.Race, Faults(WaitAfterTheBarrier, new() { From = View(new ushort[Length]), To = View(new ushort[Length]) }));

    [Fact]
    public void A_copy_over_what_others_still_read_is_reported() =>
        Assert.Contains(FaultKind.Race, Faults(CopyTwice, new() { From = View(new ushort[Length]), To = View(new ushort[Length]) }));

    /// <summary>Four elements are enough for other accesses, not for copies.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    [InlineData(1)]
    public void Rows_that_are_not_aligned_are_reported(int shift) =>
        Assert.Equal([FaultKind.Misaligned], Faults(CopyPart, new() { From = View(new ushort[Length + 8]).SubView(shift), To = View(new ushort[Length]), Count = 8 }));

    [Fact]
    public void A_copy_past_the_end_is_reported() =>
        Assert.Equal([FaultKind.OutOfBounds], Faults(CopyPart, new() { From = View(new ushort[Length - 1]), To = View(new ushort[Length]), Count = 8 }));

    [Theory]
    [InlineData(0, 16, true)]
    [InlineData(8, 24, true)]
    [InlineData(4, 16, false)]
    [InlineData(0, 20, false)]
    [InlineData(8, 12, false)]
    public void A_slice_says_whether_its_rows_begin_at_multiples_of_eight(int start, int rowStride, bool aligned)
    {
        Slice<ushort> slice = new() { Data = View(new ushort[64]), Rows = 2, Cols = 16, RowStride = rowStride };
        Assert.Equal(aligned, slice.SliceCols(start, 8).IsAlignedToEight);
    }

    private static void CopyWhole(Buffers x)
    {
        var tile = Fragments.Tile(SharedMemory.Allocate<ushort>(Length));
        Copies.Start(tile, Group.IdxX * 8, x.From, Group.IdxX * 8);
        Copies.Wait();
        Group.Barrier();
        StoreOthers(x, tile);
    }

    private static void CopyPart(Buffers x)
    {
        var tile = Fragments.Tile(SharedMemory.Allocate<ushort>(Length));
        Copies.Start(tile, Group.IdxX * 8, x.From, Group.IdxX * 8, x.Count);
        Copies.Wait();
        Group.Barrier();
        StoreOthers(x, tile);
    }

    private static void CopyWholeFloats(Buffers x)
    {
        var tile = Fragments.Tile(SharedMemory.Allocate<float>(4 * Threads));
        Copies.Start(tile, Group.IdxX * 4, x.FromFloats, Group.IdxX * 4);
        StoreOthers(x, tile);
    }

    private static void CopyPartOfFloats(Buffers x)
    {
        var tile = Fragments.Tile(SharedMemory.Allocate<float>(4 * Threads));
        Copies.Start(tile, Group.IdxX * 4, x.FromFloats, Group.IdxX * 4, x.Count);
        StoreOthers(x, tile);
    }

    private static void StoreOthers(Buffers x, ArrayView<float> tile)
    {
        Copies.Wait();
        Group.Barrier();
        var first = (Group.IdxX + 1) % Threads * 4;
        F32.Store4(x.ToFloats, first, F32.Load4(tile, first));
    }

    private static void CopyWithoutWaiting(Buffers x)
    {
        var tile = Fragments.Tile(SharedMemory.Allocate<ushort>(Length));
        Copies.Start(tile, Group.IdxX * 8, x.From, Group.IdxX * 8);
        Group.Barrier();
        StoreOthers(x, tile);
    }

    private static void WaitAfterTheBarrier(Buffers x)
    {
        var tile = Fragments.Tile(SharedMemory.Allocate<ushort>(Length));
        Copies.Start(tile, Group.IdxX * 8, x.From, Group.IdxX * 8);
        Group.Barrier();
        Copies.Wait();
        StoreOthers(x, tile);
    }

    private static void CopyTwice(Buffers x)
    {
        var tile = Fragments.Tile(SharedMemory.Allocate<ushort>(Length));
        Copies.Start(tile, Group.IdxX * 8, x.From, Group.IdxX * 8);
        Copies.Wait();
        Group.Barrier();
        StoreOthers(x, tile);
        Copies.Start(tile, Group.IdxX * 8, x.From, Group.IdxX * 8);
        Copies.Wait();
    }

    // what the next thread has copied
    private static void StoreOthers(Buffers x, ArrayView<ushort> tile)
    {
        var first = (Group.IdxX + 1) % Threads * 8;
        U16.Store4(x.To, first, U16.Load4(tile, first));
        U16.Store4(x.To, first + 4, U16.Load4(tile, first + 4));
    }

    private void Run(Action<Buffers> kernel, Buffers buffers)
    {
        using var stream = _accelerator.CreateStream();
        _accelerator.LoadKernel(kernel)(stream, new KernelConfig(1, Threads), buffers);
        stream.Synchronize();
    }

    private IEnumerable<FaultKind> Faults(Action<Buffers> kernel, Buffers buffers) =>
        Assert.Throws<SanitizerException>(() => Run(kernel, buffers)).Reports.Select(static report => report.Kind).Distinct();

    private ArrayView<ushort> View(ushort[] content)
    {
        var view = new ArrayView<ushort>(_accelerator.AllocateRaw(content.Length, sizeof(ushort)), 0, content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            view[i] = content[i];
        }

        return view;
    }

    private static ushort[] Content(ArrayView<ushort> view) => [.. Enumerable.Range(0, view.IntLength).Select(i => view[i])];

    internal struct Buffers
    {
        public ArrayView<ushort> From, To;
        public ArrayView<float> FromFloats, ToFloats;
        public int Count;
    }
}
#endif
