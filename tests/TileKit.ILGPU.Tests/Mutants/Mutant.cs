#if !ILGPU_PACKAGE
namespace TileKit.Ilgpu.Tests.Mutants;

/// <summary>A kernel with one fault.</summary>
/// <param name="Kind">What kind of fault.</param>
/// <param name="Where">The statement it was made in, as it was.</param>
/// <param name="Body">The kernel's method with the fault, under the name it has in <paramref name="Name"/>.</param>
/// <param name="Name">The method's name.</param>
internal sealed record Mutant(MutantKind Kind, string Where, string Body, string Name)
{
    public override string ToString() => $"{Kind}: {Where}";
}

internal enum MutantKind
{
    /// <summary>A barrier removed.</summary>
    Barrier,

    /// <summary>Copies not waited for.</summary>
    Wait,

    /// <summary>One element further on; where elements move in quads, one quad.</summary>
    Column,

    /// <summary>Rows one element further apart than they are; where elements move in quads, one quad.</summary>
    Pitch,

    /// <summary>What may end early taken whole, or a thread that has no part in a step takes part in it.</summary>
    Edge,
}
#endif
