using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public unsafe class RaggedGroupsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(24)]
    public void Every_tile_of_every_group_is_found_once(int size)
    {
        // an empty group, one of whole tiles, one with a rest, and one that ends before it begins
        int[] offsets = [3, 3, 3 + (2 * size), 4 + (3 * size), size, size + 5];
        var expected = Enumerable.Range(0, offsets.Length - 1)
            .SelectMany(group => Enumerable.Range(0, (Math.Max(offsets[group + 1] - offsets[group], 0) + size - 1) / size).Select(tile => (group, tile)))
            .ToList();

        fixed (int* data = offsets)
        {
            var view = new CpuView<int> { Data = new(data), Batch = 1, Depth = 1, Rows = 1, Cols = offsets.Length, RowStride = offsets.Length };
            for (var index = 0; index < expected.Count; index++)
            {
                Assert.Equal(expected[index], RaggedGroups.Find(view, size, index));
            }

            Assert.Equal((-1, 0), RaggedGroups.Find(view, size, expected.Count));
        }
    }

    [Fact]
    public void Without_offsets_there_are_no_groups() => Assert.Equal((-1, 0), RaggedGroups.Find(default, 16, 0));
}
