using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TileKit.Generators.Tests.Harness;

/// <summary>What a run tests: a generator, the names of its tracked steps, and the analyzers that look at the same source.</summary>
/// <param name="Create">Makes a fresh generator.</param>
/// <param name="Steps">The tracked steps whose outputs must be cacheable.</param>
/// <param name="Analyzers">The analyzers that report beside the generator.</param>
internal sealed record GeneratorSubject(
    Func<IIncrementalGenerator> Create, ImmutableArray<string> Steps, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>TileKit itself. Steps and analyzers are found by reflection, so that a new one is covered at once.</summary>
    public static GeneratorSubject TileKit { get; } = new(
        static () => new TileKernelGenerator(), ConstantsOf(typeof(TrackingNames)), AnalyzersOf(typeof(TileKernelGenerator).Assembly));

    private static ImmutableArray<string> ConstantsOf(Type names) =>
    [
        .. names.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(static field => field.FieldType == typeof(string))
            .Select(static field => (string)field.GetValue(null)!),
    ];

    private static ImmutableArray<DiagnosticAnalyzer> AnalyzersOf(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
