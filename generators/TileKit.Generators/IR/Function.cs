namespace TileKit.Generators.IR;

/// <summary>The elementwise functions, on scalars, vectors and tiles alike.</summary>
internal enum Function
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Negate,
    Min,
    Max,
    Fma,
    Abs,
    Exp,
    Exp2,
    Log,
    Log2,
    Sqrt,
    Rsqrt,
    Tanh,
    Sigmoid,
    Silu,
    Gelu,
    Relu,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,

    /// <summary>Of truth values, or of the bits of ints; so is <see cref="Or"/>.</summary>
    And,
    Or,
    Not,

    /// <summary>Of ints; the second argument, how far, is a scalar whose lowest five bits count.</summary>
    ShiftLeft,

    /// <summary>Of ints, copying the sign; the second argument as for <see cref="ShiftLeft"/>.</summary>
    ShiftRight,

    /// <summary>The sum of four products of bytes of two ints: the first's without a sign, the second's with one.</summary>
    Dot4,

    /// <summary>Three arguments: the condition, the value where it holds, the value where it does not.</summary>
    Select,

    /// <summary>Conversion to the element type of the result.</summary>
    Cast,

    /// <summary>Integer division rounding up; scalars only.</summary>
    CeilDivide,
}
