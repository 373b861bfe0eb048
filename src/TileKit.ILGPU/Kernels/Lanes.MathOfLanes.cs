namespace TileKit.Ilgpu;

/// <content>The elementary functions, lane by lane.</content>
public static partial class Lanes
{
    /// <summary>eˣ.</summary>
    public static Float2 Exp(Float2 x) => new() { V0 = Exp(x.V0), V1 = Exp(x.V1) };

    /// <summary>eˣ.</summary>
    public static Float4 Exp(Float4 x) => new() { V0 = Exp(x.V0), V1 = Exp(x.V1), V2 = Exp(x.V2), V3 = Exp(x.V3) };

    /// <summary>eˣ.</summary>
    public static Float16 Exp(Float16 x) => new()
    {
        V0 = Exp(x.V0), V1 = Exp(x.V1), V2 = Exp(x.V2), V3 = Exp(x.V3),
        V4 = Exp(x.V4), V5 = Exp(x.V5), V6 = Exp(x.V6), V7 = Exp(x.V7),
        V8 = Exp(x.V8), V9 = Exp(x.V9), V10 = Exp(x.V10), V11 = Exp(x.V11),
        V12 = Exp(x.V12), V13 = Exp(x.V13), V14 = Exp(x.V14), V15 = Exp(x.V15),
    };

    /// <summary>2ˣ.</summary>
    public static Float2 Exp2(Float2 x) => new() { V0 = Exp2(x.V0), V1 = Exp2(x.V1) };

    /// <summary>2ˣ.</summary>
    public static Float4 Exp2(Float4 x) => new() { V0 = Exp2(x.V0), V1 = Exp2(x.V1), V2 = Exp2(x.V2), V3 = Exp2(x.V3) };

    /// <summary>2ˣ.</summary>
    public static Float16 Exp2(Float16 x) => new()
    {
        V0 = Exp2(x.V0), V1 = Exp2(x.V1), V2 = Exp2(x.V2), V3 = Exp2(x.V3),
        V4 = Exp2(x.V4), V5 = Exp2(x.V5), V6 = Exp2(x.V6), V7 = Exp2(x.V7),
        V8 = Exp2(x.V8), V9 = Exp2(x.V9), V10 = Exp2(x.V10), V11 = Exp2(x.V11),
        V12 = Exp2(x.V12), V13 = Exp2(x.V13), V14 = Exp2(x.V14), V15 = Exp2(x.V15),
    };

    /// <summary>The natural logarithm.</summary>
    public static Float2 Log(Float2 x) => new() { V0 = Log(x.V0), V1 = Log(x.V1) };

    /// <summary>The natural logarithm.</summary>
    public static Float4 Log(Float4 x) => new() { V0 = Log(x.V0), V1 = Log(x.V1), V2 = Log(x.V2), V3 = Log(x.V3) };

    /// <summary>The natural logarithm.</summary>
    public static Float16 Log(Float16 x) => new()
    {
        V0 = Log(x.V0), V1 = Log(x.V1), V2 = Log(x.V2), V3 = Log(x.V3),
        V4 = Log(x.V4), V5 = Log(x.V5), V6 = Log(x.V6), V7 = Log(x.V7),
        V8 = Log(x.V8), V9 = Log(x.V9), V10 = Log(x.V10), V11 = Log(x.V11),
        V12 = Log(x.V12), V13 = Log(x.V13), V14 = Log(x.V14), V15 = Log(x.V15),
    };

    /// <summary>The logarithm to base 2.</summary>
    public static Float2 Log2(Float2 x) => new() { V0 = Log2(x.V0), V1 = Log2(x.V1) };

    /// <summary>The logarithm to base 2.</summary>
    public static Float4 Log2(Float4 x) => new() { V0 = Log2(x.V0), V1 = Log2(x.V1), V2 = Log2(x.V2), V3 = Log2(x.V3) };

    /// <summary>The logarithm to base 2.</summary>
    public static Float16 Log2(Float16 x) => new()
    {
        V0 = Log2(x.V0), V1 = Log2(x.V1), V2 = Log2(x.V2), V3 = Log2(x.V3),
        V4 = Log2(x.V4), V5 = Log2(x.V5), V6 = Log2(x.V6), V7 = Log2(x.V7),
        V8 = Log2(x.V8), V9 = Log2(x.V9), V10 = Log2(x.V10), V11 = Log2(x.V11),
        V12 = Log2(x.V12), V13 = Log2(x.V13), V14 = Log2(x.V14), V15 = Log2(x.V15),
    };

    /// <summary>The square root.</summary>
    public static Float2 Sqrt(Float2 x) => new() { V0 = Sqrt(x.V0), V1 = Sqrt(x.V1) };

    /// <summary>The square root.</summary>
    public static Float4 Sqrt(Float4 x) => new() { V0 = Sqrt(x.V0), V1 = Sqrt(x.V1), V2 = Sqrt(x.V2), V3 = Sqrt(x.V3) };

    /// <summary>The square root.</summary>
    public static Float16 Sqrt(Float16 x) => new()
    {
        V0 = Sqrt(x.V0), V1 = Sqrt(x.V1), V2 = Sqrt(x.V2), V3 = Sqrt(x.V3),
        V4 = Sqrt(x.V4), V5 = Sqrt(x.V5), V6 = Sqrt(x.V6), V7 = Sqrt(x.V7),
        V8 = Sqrt(x.V8), V9 = Sqrt(x.V9), V10 = Sqrt(x.V10), V11 = Sqrt(x.V11),
        V12 = Sqrt(x.V12), V13 = Sqrt(x.V13), V14 = Sqrt(x.V14), V15 = Sqrt(x.V15),
    };

    /// <summary>1 / √x.</summary>
    public static Float2 Rsqrt(Float2 x) => new() { V0 = Rsqrt(x.V0), V1 = Rsqrt(x.V1) };

    /// <summary>1 / √x.</summary>
    public static Float4 Rsqrt(Float4 x) => new() { V0 = Rsqrt(x.V0), V1 = Rsqrt(x.V1), V2 = Rsqrt(x.V2), V3 = Rsqrt(x.V3) };

    /// <summary>1 / √x.</summary>
    public static Float16 Rsqrt(Float16 x) => new()
    {
        V0 = Rsqrt(x.V0), V1 = Rsqrt(x.V1), V2 = Rsqrt(x.V2), V3 = Rsqrt(x.V3),
        V4 = Rsqrt(x.V4), V5 = Rsqrt(x.V5), V6 = Rsqrt(x.V6), V7 = Rsqrt(x.V7),
        V8 = Rsqrt(x.V8), V9 = Rsqrt(x.V9), V10 = Rsqrt(x.V10), V11 = Rsqrt(x.V11),
        V12 = Rsqrt(x.V12), V13 = Rsqrt(x.V13), V14 = Rsqrt(x.V14), V15 = Rsqrt(x.V15),
    };

    /// <summary>The hyperbolic tangent.</summary>
    public static Float2 Tanh(Float2 x) => new() { V0 = Tanh(x.V0), V1 = Tanh(x.V1) };

    /// <summary>The hyperbolic tangent.</summary>
    public static Float4 Tanh(Float4 x) => new() { V0 = Tanh(x.V0), V1 = Tanh(x.V1), V2 = Tanh(x.V2), V3 = Tanh(x.V3) };

    /// <summary>The hyperbolic tangent.</summary>
    public static Float16 Tanh(Float16 x) => new()
    {
        V0 = Tanh(x.V0), V1 = Tanh(x.V1), V2 = Tanh(x.V2), V3 = Tanh(x.V3),
        V4 = Tanh(x.V4), V5 = Tanh(x.V5), V6 = Tanh(x.V6), V7 = Tanh(x.V7),
        V8 = Tanh(x.V8), V9 = Tanh(x.V9), V10 = Tanh(x.V10), V11 = Tanh(x.V11),
        V12 = Tanh(x.V12), V13 = Tanh(x.V13), V14 = Tanh(x.V14), V15 = Tanh(x.V15),
    };

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Float2 Sigmoid(Float2 x) => new() { V0 = Sigmoid(x.V0), V1 = Sigmoid(x.V1) };

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Float4 Sigmoid(Float4 x) => new() { V0 = Sigmoid(x.V0), V1 = Sigmoid(x.V1), V2 = Sigmoid(x.V2), V3 = Sigmoid(x.V3) };

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Float16 Sigmoid(Float16 x) => new()
    {
        V0 = Sigmoid(x.V0), V1 = Sigmoid(x.V1), V2 = Sigmoid(x.V2), V3 = Sigmoid(x.V3),
        V4 = Sigmoid(x.V4), V5 = Sigmoid(x.V5), V6 = Sigmoid(x.V6), V7 = Sigmoid(x.V7),
        V8 = Sigmoid(x.V8), V9 = Sigmoid(x.V9), V10 = Sigmoid(x.V10), V11 = Sigmoid(x.V11),
        V12 = Sigmoid(x.V12), V13 = Sigmoid(x.V13), V14 = Sigmoid(x.V14), V15 = Sigmoid(x.V15),
    };

    /// <summary>x · sigmoid(x).</summary>
    public static Float2 Silu(Float2 x) => new() { V0 = Silu(x.V0), V1 = Silu(x.V1) };

    /// <summary>x · sigmoid(x).</summary>
    public static Float4 Silu(Float4 x) => new() { V0 = Silu(x.V0), V1 = Silu(x.V1), V2 = Silu(x.V2), V3 = Silu(x.V3) };

    /// <summary>x · sigmoid(x).</summary>
    public static Float16 Silu(Float16 x) => new()
    {
        V0 = Silu(x.V0), V1 = Silu(x.V1), V2 = Silu(x.V2), V3 = Silu(x.V3),
        V4 = Silu(x.V4), V5 = Silu(x.V5), V6 = Silu(x.V6), V7 = Silu(x.V7),
        V8 = Silu(x.V8), V9 = Silu(x.V9), V10 = Silu(x.V10), V11 = Silu(x.V11),
        V12 = Silu(x.V12), V13 = Silu(x.V13), V14 = Silu(x.V14), V15 = Silu(x.V15),
    };

    /// <summary>GELU in its tanh form.</summary>
    public static Float2 Gelu(Float2 x) => new() { V0 = Gelu(x.V0), V1 = Gelu(x.V1) };

    /// <summary>GELU in its tanh form.</summary>
    public static Float4 Gelu(Float4 x) => new() { V0 = Gelu(x.V0), V1 = Gelu(x.V1), V2 = Gelu(x.V2), V3 = Gelu(x.V3) };

    /// <summary>GELU in its tanh form.</summary>
    public static Float16 Gelu(Float16 x) => new()
    {
        V0 = Gelu(x.V0), V1 = Gelu(x.V1), V2 = Gelu(x.V2), V3 = Gelu(x.V3),
        V4 = Gelu(x.V4), V5 = Gelu(x.V5), V6 = Gelu(x.V6), V7 = Gelu(x.V7),
        V8 = Gelu(x.V8), V9 = Gelu(x.V9), V10 = Gelu(x.V10), V11 = Gelu(x.V11),
        V12 = Gelu(x.V12), V13 = Gelu(x.V13), V14 = Gelu(x.V14), V15 = Gelu(x.V15),
    };
}
