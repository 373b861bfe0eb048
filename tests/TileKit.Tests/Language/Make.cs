namespace TileKit.Tests.Language;

/// <summary>Tiles and vectors with chosen elements, made as a program makes them: by loading from a tensor.</summary>
internal static class Make
{
    /// <summary>A tile that hangs over the edge of a matrix of <paramref name="realRows"/> × <paramref name="realCols"/> elements.</summary>
    public static Tile<T> Tile<T>(int rows, int cols, int realRows, int realCols, Func<int, int, T> element)
        where T : unmanaged
    {
        var data = new T[realRows * realCols];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = element(i / realCols, i % realCols);
        }

        return Global.Of(data, realRows, realCols).Tiles(rows, cols)[0, 0];
    }

    public static ColVec<T> ColVec<T>(int length, params T[] real)
        where T : unmanaged
        => Global.Of(real, real.Length).ColVecs(length)[0];

    public static RowVec<T> RowVec<T>(int length, params T[] real)
        where T : unmanaged
        => Global.Of(real, real.Length).RowVecs(length)[0];

    /// <summary>Numbers between −2 and 2 that differ from each other.</summary>
    public static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = (float)((random.NextDouble() * 4) - 2);
        }

        return numbers;
    }

    public static T[,] Elements<T>(this Tile<T> tile)
        where T : unmanaged
        => tile.Block.ToTable();

    public static T[] Elements<T>(this ColVec<T> vec)
        where T : unmanaged
        => vec.Block.Elements.ToArray();

    public static T[] Elements<T>(this RowVec<T> vec)
        where T : unmanaged
        => vec.Block.Elements.ToArray();
}
