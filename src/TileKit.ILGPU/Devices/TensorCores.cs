namespace TileKit;

/// <summary>Which matrix products a device computes on tensor cores, where it has them (CUDA, compute capability 8.0 and later).</summary>
public enum TensorCores
{
    /// <summary>None.</summary>
    Off,

    /// <summary>
    /// Those that lose nothing by it: of Halves, BFloat16s and sbytes, whose products are exact. A float is the sum of two TF32s, which keep 22 of its 24 bits,
    /// and its product with a float three of theirs.
    /// </summary>
    On,

    /// <summary>The same, but of floats the nearest TF32s alone are multiplied: 11 bits of each, three decimal digits, for a third of the work. Sums stay floats.</summary>
    Tf32,
}
