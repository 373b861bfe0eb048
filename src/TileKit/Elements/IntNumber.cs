namespace TileKit;

/// <summary>Two's complement arithmetic that wraps around; it has no division.</summary>
internal sealed class IntNumber : Number<int>
{
    public override int Add(int a, int b) => unchecked(a + b);

    public override int Subtract(int a, int b) => unchecked(a - b);

    public override int Multiply(int a, int b) => unchecked(a * b);

    public override int Divide(int a, int b) => throw new NotSupportedException();

    public override int Negate(int a) => unchecked(-a);

    public override int Abs(int a) => a < 0 ? unchecked(-a) : a; // int.MinValue wraps; Math.Abs would throw

    public override int Relu(int a) => Math.Max(a, 0);

    public override int Max(int a, int b) => Math.Max(a, b);

    public override int Min(int a, int b) => Math.Min(a, b);

    public override bool Less(int a, int b) => a < b;

    public override bool LessOrEqual(int a, int b) => a <= b;

    public override bool Equal(int a, int b) => a == b;

    public override int Sum(ReadOnlySpan<int> values)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum = unchecked(sum + value);
        }

        return sum;
    }

    public override int Product(ReadOnlySpan<int> values)
    {
        var product = 1;
        foreach (var value in values)
        {
            product = unchecked(product * value);
        }

        return product;
    }

    public override int Maximum(ReadOnlySpan<int> values)
    {
        var maximum = int.MinValue;
        foreach (var value in values)
        {
            maximum = Math.Max(maximum, value);
        }

        return maximum;
    }

    public override int Minimum(ReadOnlySpan<int> values)
    {
        var minimum = int.MaxValue;
        foreach (var value in values)
        {
            minimum = Math.Min(minimum, value);
        }

        return minimum;
    }
}
