#if !ILGPU_PACKAGE
using System.Text.RegularExpressions;

namespace TileKit.Ilgpu.Tests.Mutants;

/// <summary>The mutants that the sanitizer cannot report, each kind with the reason. A kind that no mutant needs fails the test.</summary>
/// <param name="Program">The kernel; empty for all of them.</param>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Where">A pattern of the statement it was made in.</param>
/// <param name="Noticed">What must be noticed instead of a report: wrong numbers, or nothing.</param>
/// <param name="Reason">Why.</param>
internal sealed record Unreported(string Program, MutantKind Kind, string Where, string Noticed, string Reason)
{
    private const string Wrong = "wrong";
    private const string Nothing = "nothing";

    public static IReadOnlyList<Unreported> All { get; } =
    [
        new("", MutantKind.Column, @"= \w+\.Load\d*\(w", Wrong, "reads another element of the same tensor"),
        new("", MutantKind.Column, @"Copies\.Start\(", Wrong, "copies other elements of the same tensor"),
        new("", MutantKind.Pitch, @"= \w+\.Load\d*\(w", Wrong, "reads another element of the same tensor"),
        new("", MutantKind.Column, @"Lanes\.Fma\(F32\.Load\(m", Wrong, "reads the next element of a row that was written whole"),
        new("", MutantKind.Column, @"\w+ = F32\.Load\(m", Wrong, "begins with the result of the next thread of the line, which was written too"),
        new("", MutantKind.Pitch, @"\w+ = F32\.Load\(m", Wrong, "begins with the result of the next thread of the line, which was written too"),
        new("", MutantKind.Edge, @"^if [^{]* \{ v\w+ = (v\w+[; ]|Lanes\.(Maximum|Sum|Max)\()", Wrong, "a reduction takes padding for numbers: in registers, where nothing is accessed"),
        new("Attention", MutantKind.Edge, @"^if [^{]* \{ v\w+ = Lanes\.Maximum\(", Nothing, "a softmax is the same whatever finite number, not less than the scores, it subtracts; padding is zero"),
    ];

    public bool Allows(string program, Mutant mutant, string noticed) =>
        (Program.Length == 0 || Program == program) && Kind == mutant.Kind && Noticed == noticed && Regex.IsMatch(mutant.Where, Where);
}
#endif
