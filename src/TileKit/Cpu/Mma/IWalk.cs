namespace TileKit.Cpu;

/// <summary>How the broadcast operand of a product lies: which of its two strides is 1, known to the compiler, which then puts offsets into instructions.</summary>
internal interface IWalk
{
    /// <summary>The stride from row to row.</summary>
    /// <param name="stride">The stride that is not 1.</param>
    static abstract nint Row(nint stride);

    /// <summary>The stride along the contraction.</summary>
    /// <param name="stride">The stride that is not 1.</param>
    static abstract nint Step(nint stride);
}

/// <summary>The contraction is adjacent.</summary>
internal readonly struct AlongRows : IWalk
{
    public static nint Row(nint stride) => stride;

    public static nint Step(nint stride) => 1;
}

/// <summary>The rows are adjacent.</summary>
internal readonly struct AcrossRows : IWalk
{
    public static nint Row(nint stride) => 1;

    public static nint Step(nint stride) => stride;
}
