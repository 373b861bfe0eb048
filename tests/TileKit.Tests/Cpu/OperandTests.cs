using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

/// <summary>Which tiles are copied before a product reads them as broadcast scalars.</summary>
public class OperandTests
{
    [Theory]
    [InlineData(4096, 16, 2048, 4096, true)]     // rows a page apart and more
    [InlineData(4096, 16, 4096, 4096, true)]     // one after the other, in the same cache sets
    [InlineData(4096, 8, 4096, 4096, false)]     // no more of them than a set has room for
    [InlineData(4096, 1024, 4096, 4096, false)]  // many are read in blocks of six
    [InlineData(4112, 16, 4112, 4096, false)]    // in sets of their own
    [InlineData(4096, 16, 4096, 128, false)]     // hardly used
    [InlineData(4096, 1, 2048, 4096, false)]     // nothing apart from it
    public void RowsThatAreReadBadly_AreCopied(int distance, int rows, int cols, int lanes, bool expected) =>
        Assert.Equal(expected, Operand.IsCopied(distance, rows, cols, lanes, turned: false));
}
