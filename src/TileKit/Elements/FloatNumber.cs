namespace TileKit;

/// <summary>IEEE arithmetic; sums and products of many values are taken in double and rounded once.</summary>
internal sealed class FloatNumber : Number<float>
{
    public override float Add(float a, float b) => a + b;

    public override float Subtract(float a, float b) => a - b;

    public override float Multiply(float a, float b) => a * b;

    public override float Divide(float a, float b) => a / b;

    public override float Negate(float a) => -a;

    public override float Abs(float a) => MathF.Abs(a);

    public override float Relu(float a) => MathF.Max(a, 0f);

    public override float Max(float a, float b) => MathF.Max(a, b);

    public override float Min(float a, float b) => MathF.Min(a, b);

    public override bool Less(float a, float b) => a < b;

    public override bool LessOrEqual(float a, float b) => a <= b;

    public override bool Equal(float a, float b) => a == b;

    public override float Sum(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return (float)sum;
    }

    public override float Product(ReadOnlySpan<float> values)
    {
        var product = 1.0;
        foreach (var value in values)
        {
            product *= value;
        }

        return (float)product;
    }

    public override float Maximum(ReadOnlySpan<float> values)
    {
        var maximum = float.NegativeInfinity;
        foreach (var value in values)
        {
            maximum = MathF.Max(maximum, value);
        }

        return maximum;
    }

    public override float Minimum(ReadOnlySpan<float> values)
    {
        var minimum = float.PositiveInfinity;
        foreach (var value in values)
        {
            minimum = MathF.Min(minimum, value);
        }

        return minimum;
    }
}
