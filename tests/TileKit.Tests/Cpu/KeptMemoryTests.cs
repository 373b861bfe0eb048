using TileKit.Cpu;
using Xunit;

namespace TileKit.Tests.Cpu;

public sealed unsafe class KeptMemoryTests
{
    // sizes that no other test asks for: blocks are the process's
    private static readonly nuint Large = KeptMemory.Most / 2 / LargePages.Size * LargePages.Size;

    [Fact]
    public void A_block_is_used_again_for_what_nearly_fills_it()
    {
        var size = Large - 1;
        var first = KeptMemory.Alloc(ref size);
        Assert.Equal(Large, size);
        KeptMemory.Free(first, size);

        var small = Large / 2;
        var other = KeptMemory.Alloc(ref small);
        Assert.True(other != first);
        KeptMemory.Free(other, small);

        var nearly = Large - (Large / 8);
        var again = KeptMemory.Alloc(ref nearly);
        Assert.True(again == first);
        Assert.Equal(Large, nearly);
        KeptMemory.Free(again, nearly);
    }

    [Fact]
    public void No_more_is_kept_than_may_be()
    {
        var sizes = new[] { Large, Large, Large, Large };
        var blocks = new nint[sizes.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = (nint)KeptMemory.Alloc(ref sizes[i]);
        }

        for (var i = 0; i < blocks.Length; i++)
        {
            KeptMemory.Free((void*)blocks[i], sizes[i]);
            Assert.InRange(KeptMemory.Kept, 0u, KeptMemory.Most);
        }

        // more than all that is kept goes back at once
        var most = KeptMemory.Most + LargePages.Size;
        var kept = KeptMemory.Kept;
        KeptMemory.Free(KeptMemory.Alloc(ref most), most);
        Assert.InRange(KeptMemory.Kept, 0u, KeptMemory.Most);
        Assert.True(kept > 0);
    }

    [Fact]
    public void Zeros_are_zeros_in_used_memory_and_unspecified_elements_need_not_be()
    {
        using var device = new CpuDevice(1);
        var rubbish = Enumerable.Repeat(-1, 3_000_000).ToArray();
        for (var i = 0; i < 5; i++)
        {
            using (var tensor = device.AllocateUninitialized<int>(3_000_000))
            {
                Assert.Equal([3_000_000], tensor.Shape);
                tensor.CopyFrom(rubbish);
            }

            using var zeros = device.Allocate<int>(2_999_999);
            Assert.Equal(-1, zeros.ToArray().AsSpan().IndexOfAnyExcept(0));
        }
    }
}
