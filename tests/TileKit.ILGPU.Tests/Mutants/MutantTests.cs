#if !ILGPU_PACKAGE
using System.Reflection;
using System.Text;
using ILGPU.Sanitizer;
using Microsoft.CodeAnalysis;
using TileKit.Ilgpu.Tests.Generated;

namespace TileKit.Ilgpu.Tests.Mutants;

/// <summary>
/// Every kernel is clean and right, and no fault made in its text goes unnoticed: the sanitizer reports it, or, where it only makes
/// numbers wrong, the numbers are. See <see cref="Unreported"/> for those, and for the few that are no faults. With TILEKIT_MUTANTS a
/// folder, what became of every mutant is written there.
/// </summary>
public class MutantTests
{
    private const float Tolerance = 1e-4f;

    public static TheoryData<string> Names => [.. MutantProgram.All.Select(static p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryMutant_IsNoticed(string name)
    {
        var program = MutantProgram.All.Single(p => p.Name == name);
        var kernel = GeneratedKernel.Of(program.Source);
        var shortest = kernel.Variants.Where(v => program.TensorCores == v.ToString().Contains("Fragments.", StringComparison.Ordinal)).MinBy(static v => v.Span.Length)!;
        var mutants = MutantSource.Of(shortest);
        using var consumer = kernel.Load(MutantSource.Add(kernel, shortest, mutants), OptimizationLevel.Debug);
        var launcher = consumer.Method("Kernels", "Run");

        using var cpu = new CpuDevice(1);
        var expected = program.Shapes.Select(shape => program.Launch(launcher, cpu, shape)).ToList();
        var selector = new MutantSelector();
        using var device = IlgpuDevice.Create(IlgpuBackend.Debugger, selector, tensorCores: TensorCores.On);
        for (selector.Variant = 0; selector.Variant < kernel.Variants.Count; selector.Variant++)
        {
            Assert.Equal("nothing", Notice(program, launcher, device, expected));
        }

        Assert.Contains(mutants, static m => m.Kind == MutantKind.Column);
        var report = new StringBuilder();
        var missed = new List<string>();
        var used = new HashSet<Unreported>();
        foreach (var mutant in mutants)
        {
            var noticed = Notice(program, launcher, device, expected);
            report.Append(noticed).Append(" | ").AppendLine(mutant.ToString());
            var allowed = Unreported.All.Where(e => e.Allows(name, mutant, noticed)).ToList();
            used.UnionWith(allowed);
            if (noticed is "wrong" or "nothing" && allowed.Count == 0)
            {
                missed.Add($"{noticed} | {mutant}");
            }

            selector.Variant++;
        }

        if (Environment.GetEnvironmentVariable("TILEKIT_MUTANTS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.txt"), report.ToString());
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {mutants.Count} mutants are not reported:\n{string.Join("\n", missed)}");
        Assert.All(Unreported.All.Where(e => e.Program == name), e => Assert.Contains(e, used));
    }

    // what tells the mutant apart: the first report, or wrong numbers, or nothing
    private static string Notice(MutantProgram program, MethodInfo launcher, Device device, IReadOnlyList<float[]> expected)
    {
        var isWrong = false;
        for (var i = 0; i < expected.Count; i++)
        {
            try
            {
                isWrong |= !IsRight(expected[i], program.Launch(launcher, device, program.Shapes[i]));
            }
            catch (SanitizerException exception)
            {
                return exception.Reports[0].Kind.ToString();
            }
        }

        return isWrong ? "wrong" : "nothing";
    }

    private static bool IsRight(float[] expected, float[] actual) =>
        expected.Zip(actual).All(static pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= Tolerance * (1 + Math.Abs(pair.First)));
}
#endif
