using BenchmarkDotNet.Attributes;

namespace TileKit.Benchmarks.Generator;

/// <summary>
/// What typing costs: each call makes one edit and runs the warm generator. The time includes parsing the edited file and what the
/// compiler binds on the way, so it is more than the generator's own.
/// </summary>
/// <remarks>Budgets: a changed program 20 ms; an edit elsewhere 1 ms a kernel; a comment in a program no new output.</remarks>
[Config(typeof(GeneratorConfig))]
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private EditedCompilation _edited = null!;
    private bool _turn;

    /// <summary>The program of every kernel.</summary>
    [Params(TileProgram.LinearGelu, TileProgram.FlashAttention)]
    public TileProgram Program { get; set; }

    /// <summary>The number of kernels in the compilation, each in a file of its own.</summary>
    [Params(1, 20)]
    public int Kernels { get; set; }

    /// <summary>Compiles all kernels once, and checks that the edits do what they are meant to.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _edited = new EditedCompilation(Program, Kernels);
        ChangedProgram();
        var changed = _edited.FirstSource;
        ChangedProgram();
        Expect(_edited.FirstSource != changed, "a changed tile size changes the output");
        Comment();
        var original = _edited.FirstSource;
        Comment();
        Expect(_edited.FirstSource == original, "a comment changes no output");
        Elsewhere();
        Expect(_edited.FirstSource == original, "an edit elsewhere changes no output");
    }

    /// <summary>A tile size inside the first program changes to and fro, and its kernel is generated again.</summary>
    [Benchmark]
    public int ChangedProgram() => _edited.EditFirstKernel(TilePrograms.TileConstant, Turn() ? "= 96;" : "= 32;");

    /// <summary>A comment in the first program changes to and fro; its IR stays the same.</summary>
    [Benchmark]
    public int Comment() => _edited.EditFirstKernel(TilePrograms.CommentPlace, Turn() ? "// every tile" : "// each tile of the result");

    /// <summary>A method in a file without kernels changes to and fro.</summary>
    [Benchmark]
    public int Elsewhere() => _edited.EditElsewhere("=> 1;", Turn() ? "=> 2;" : "=> 3;");

    /// <summary>The edit of <see cref="Elsewhere"/> with a generator that has the compiler bind the programs and does no more: its floor.</summary>
    [Benchmark]
    public void ElsewhereBindingOnly() => _edited.BindAll("=> 1;", Turn() ? "=> 2;" : "=> 3;");

    private bool Turn() => _turn = !_turn;

    private static void Expect(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Expected that {rule}.");
        }
    }
}
