namespace TileKit.Kernels.Tests.Harness;

/// <summary>An input in float64, already rounded to the element type that the kernel reads.</summary>
internal sealed record TestTensor(int[] Shape, double[] Values)
{
    public int Cols => Shape[^1];

    public int Rows => Shape.Length > 1 ? Shape[^2] : 1;

    public int Depth => Shape.Length > 2 ? Shape[^3] : 1;

    public int Batch => Shape.Length > 3 ? Shape[0] : 1;

    public double this[int b, int d, int row, int col] => Values[(((((b * Depth) + d) * Rows) + row) * Cols) + col];

    /// <summary>Random numbers of unit scale.</summary>
    public static TestTensor Draw<T>(Random random, params int[] shape)
        where T : unmanaged
    {
        var values = new double[Length(shape)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Element.Draw<T>(random);
        }

        return new TestTensor(shape, values);
    }

    public static int Length(int[] shape) => shape.Aggregate(1, (length, dimension) => length * dimension);

    public DeviceTensor<T> On<T>(Device device)
        where T : unmanaged => device.Upload<T>(ToArray<T>(), Shape);

    public Global<T> Eager<T>()
        where T : unmanaged => Global.Of(ToArray<T>(), Shape);

    public T[] ToArray<T>()
        where T : unmanaged => Array.ConvertAll(Values, Element.Of<T>);

    public override string ToString() => $"[{string.Join(", ", Shape)}]";
}
