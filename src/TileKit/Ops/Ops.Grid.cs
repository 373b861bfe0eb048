namespace TileKit;

/// <content>Grids of program instances. Eagerly they run one after the other, the last index fastest; a kernel may run them in any order.</content>
public static partial class Ops
{
    /// <summary>The indices 0 to <paramref name="count"/> − 1.</summary>
    /// <param name="count">How many there are; none if it is 0 or less.</param>
    public static IEnumerable<int> Grid(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i;
        }
    }

    /// <summary>All pairs of indices below the counts.</summary>
    /// <param name="first">How many first indices there are; none if it is 0 or less.</param>
    /// <param name="second">How many second indices there are.</param>
    public static IEnumerable<(int First, int Second)> Grid(int first, int second)
    {
        foreach (var i in Grid(first))
        {
            foreach (var j in Grid(second))
            {
                yield return (i, j);
            }
        }
    }

    /// <summary>All triples of indices below the counts.</summary>
    /// <param name="first">How many first indices there are; none if it is 0 or less.</param>
    /// <param name="second">How many second indices there are.</param>
    /// <param name="third">How many third indices there are.</param>
    public static IEnumerable<(int First, int Second, int Third)> Grid(int first, int second, int third)
    {
        foreach (var (i, j) in Grid(first, second))
        {
            foreach (var k in Grid(third))
            {
                yield return (i, j, k);
            }
        }
    }

    /// <summary>All quadruples of indices below the counts.</summary>
    /// <param name="first">How many first indices there are; none if it is 0 or less.</param>
    /// <param name="second">How many second indices there are.</param>
    /// <param name="third">How many third indices there are.</param>
    /// <param name="fourth">How many fourth indices there are.</param>
    public static IEnumerable<(int First, int Second, int Third, int Fourth)> Grid(int first, int second, int third, int fourth)
    {
        foreach (var (i, j, k) in Grid(first, second, third))
        {
            foreach (var l in Grid(fourth))
            {
                yield return (i, j, k, l);
            }
        }
    }

    /// <summary>The row and column index of each tile of a view.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tiles">The view, usually of the output.</param>
    public static IEnumerable<(int Row, int Col)> Grid<T>(TileView<T> tiles)
        where T : unmanaged
    {
        foreach (var (row, col) in Grid(tiles.Rows, tiles.Cols))
        {
            yield return (row, col);
        }
    }
}
