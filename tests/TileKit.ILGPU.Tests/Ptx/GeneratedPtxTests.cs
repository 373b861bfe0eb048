#if ILGPU_PACKAGE
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime.Cuda;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;
using TileKit.Ilgpu.Tests.Generated;

namespace TileKit.Ilgpu.Tests.Ptx;

/// <summary>
/// What ILGPU makes of generated kernels for CUDA, with neither a GPU nor a driver: the instructions that matter, counted, and the whole
/// text of the smallest.
/// </summary>
public partial class GeneratedPtxTests
{
    private static readonly string[] Counted =
    [
        "ld.global.v4", "ld.global.f32", "st.global.v4", "st.global.f32", "ld.shared.v4", "ld.shared.f32", "st.shared.v4", "st.shared.f32",
        "bar.sync", "fma.rn.f32", "mul.f32", "add.f32", "bra",
    ];

    // of variants for tensor cores
    private static readonly string[] OfWarps =
    [
        "mma.sync.aligned.m16n8k16", "mma.sync.aligned.m16n8k32", "mma.sync.aligned.m16n8k8", "ldmatrix.sync.aligned.m8n8.x4", "cvt.rna.tf32.f32", "cp.async.cg", "cp.async.wait_all", "shfl.sync",
    ];

    [Fact]
    public void Gemm() => Golden.Verify(Summary(GpuSources.Sized(KernelSources.LinearGelu, "64", "64").Replace("[Tune(64)] int BK", "[Tune(16)] int BK", StringComparison.Ordinal)));

    [Fact]
    public void GemmOfBFloat16() => Golden.Verify(Summary(GpuSources.Sized(GpuSources.OfBFloat16(KernelSources.LinearGelu), "64", "64").Replace("[Tune(64)] int BK", "[Tune(32)] int BK", StringComparison.Ordinal)));

    [Fact]
    public void GemmOfSByte() => Golden.Verify(Summary(GpuSources.Sized(GpuSources.OfSByte(KernelSources.Gemm("AB")), "64", "64")));

    [Fact]
    public void AttentionOfBFloat16() => Golden.Verify(Summary(GpuSources.Sized(GpuSources.OfBFloat16(KernelSources.Attention), "32", "32")));

    [Fact]
    public void Attention() => Golden.Verify(Summary(GpuSources.Sized(KernelSources.Attention, "32", "32")));

    [Fact]
    public void Softmax() => Golden.Verify(Summary(GpuSources.Sized(KernelSources.Softmax, "4", "256")));

    [Fact]
    public void Smallest() => Golden.Verify(Whole(GpuSources.Small(Programs.Body("Y[i, j] = X[i, j] * s;"))));

    /// <summary>Each variant: its sizes as the generator describes them, then the counts.</summary>
    private static string Summary(string source)
    {
        var text = new StringBuilder();
        Compile(source, (description, ptx) =>
        {
            text.Append(description).Append('\n');
            foreach (var instruction in Counted)
            {
                Line(instruction, Count(instruction));
            }

            foreach (var instruction in OfWarps.Where(i => Count(i) > 0))
            {
                Line(instruction, Count(instruction));
            }

            int Count(string instruction) => Regex.Count(ptx, $@"^\s*(@!?%p\d+ )?{Regex.Escape(instruction)}\b", RegexOptions.Multiline);

            Line("calls", Regex.Count(ptx, @"\bcall\b"));
            Line(".local", Regex.Count(ptx, @"\.local\b"));
            Line("bytes of .shared", SharedBytes().Matches(ptx).Sum(m => int.Parse(m.Groups["bytes"].ValueSpan, CultureInfo.InvariantCulture)));

            // what intrinsics are declared with comes before the kernel, and is never called
            foreach (Match registers in Registers().Matches(ptx[ptx.IndexOf(".entry", StringComparison.Ordinal)..]))
            {
                Line($"registers {registers.Groups["type"].Value}", int.Parse(registers.Groups["count"].ValueSpan, CultureInfo.InvariantCulture));
            }

            text.Append('\n');
        });
        return text.ToString();

        void Line(string what, int count) => text.Append(CultureInfo.InvariantCulture, $"  {what,-18} {count}\n");
    }

    private static string Whole(string source)
    {
        var shortest = "";
        Compile(source, (_, ptx) => shortest = shortest.Length == 0 || ptx.Length < shortest.Length ? ptx : shortest);
        return Named(shortest);
    }

    // ILGPU numbers labels and parameters by all it ever compiled
    private static string Named(string ptx)
    {
        var names = new Dictionary<string, int>();
        return Numbered().Replace(ptx, name =>
        {
            names.TryAdd(name.Value, names.Count);
            return $"{name.Groups["name"].Value}_{names[name.Value]}";
        });
    }

    private static void Compile(string source, Action<string, string> result)
    {
        var kernel = GeneratedKernel.Of(source);
        using var consumer = kernel.Load();
        var descriptions = Description().Matches(kernel.Text);
        var variants = GeneratedKernel.VariantsOf(consumer.Assembly);
        Assert.Equal(variants.Count, descriptions.Count);
        for (var i = 0; i < variants.Count; i++)
        {
            result(descriptions[i].Groups["text"].Value, Ptx(variants[i]));
        }
    }

    private static string Ptx(MethodInfo kernel)
    {
        using var context = Context.Create(builder =>
        {
            builder.Optimize(OptimizationLevel.O2);
            KernelIntrinsics.Register(builder);
        });
        var capabilities = new CudaCapabilityContext(CudaArchitecture.SM_80);
        using var backend = new PTXBackend(context, capabilities, CudaArchitecture.SM_80, CudaInstructionSet.ISA_80, null!);
        return ((PTXCompiledKernel)backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(kernel), default)).PTXAssembly;
    }

    [GeneratedRegex(@"^ +// (?<text>.*\d+ x \d+ threads.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Description();

    [GeneratedRegex(@"\b(?<name>L|_arguments)_\d+\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\.shared .*\[(?<bytes>\d+)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex SharedBytes();

    [GeneratedRegex(@"\.reg (?<type>\.\w+)\s+%\w+<(?<count>\d+)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Registers();
}
#endif
