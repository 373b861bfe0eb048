namespace TileKit.Cpu;

/// <summary>Processors that answer requests for memory in different ways, measured on one of each: see Decisions in docs/architecture.md.</summary>
internal enum ProcessorKind
{
    /// <summary>Several streams near by, no requests within products, and sums through scratch: measured on Intel's Ice Lake.</summary>
    Other,

    /// <summary>
    /// AMD's Zen 3, and what came before it: rows in one stream, what is read for few multiplications in several near by, what is read for one not at all.
    /// </summary>
    Zen3,

    /// <summary>AMD's Zen 4: one stream, far ahead, into the second-level cache.</summary>
    Zen4,

    /// <summary>
    /// AMD's Zen 5, and what comes after it: rows in one stream, what is read for few multiplications in several near by, what is read for one not at all, and
    /// everything into the nearest cache.
    /// </summary>
    Zen5,
}
