using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.Emit.Launcher;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>Writes a kernel for ILGPU: its arguments, its variants, and what the run time needs to choose and launch one.</summary>
internal static class IlgpuEmitter
{
    /// <summary>The methods that run on the device, in a namespace of their own: names there mean those of ILGPU and its library.</summary>
    public static void WriteDevice(Kernel kernel, IReadOnlyList<IlgpuPlan> plans, IndentedWriter writer)
    {
        var arguments = IlgpuNames.Arguments(kernel.Launcher);
        using var scope = writer.Open($"namespace {IlgpuNames.Namespace}");
        writer.Line("using global::ILGPU;");
        writer.Line("using global::TileKit.Ilgpu;");
        writer.Line("using Math = global::System.Math;");

        writer.Line();
        using (writer.Open($"internal struct {arguments}"))
        {
            foreach (var tensor in kernel.Tensors)
            {
                writer.Line($"public View<{tensor.Element.Storage()}> {tensor.Name};");
            }

            foreach (var scalar in kernel.Scalars)
            {
                writer.Line($"public {ArgumentType(scalar.Element)} {scalar.Name};");
            }
        }

        writer.Line();
        using (writer.Open($"internal static class {IlgpuNames.Variants(kernel.Launcher)}"))
        {
            for (var i = 0; i < plans.Count; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                writer.Line($"// {Describe(kernel, plans[i])}");
                VariantEmitter.Write(plans[i], $"Variant{i}", arguments, writer);
            }
        }
    }

    /// <summary>The part of the kernel's struct that chooses and launches a variant.</summary>
    public static void WriteHost(Kernel kernel, GridOp grid, IReadOnlyList<IlgpuPlan> plans, IndentedWriter writer)
    {
        var name = KernelNames.Struct(kernel.Launcher);
        var arguments = $"global::{IlgpuNames.Namespace}.{IlgpuNames.Arguments(kernel.Launcher)}";
        var sizes = Variant.Names(kernel).ToList();
        using var type = writer.Open($"file partial struct {name} : global::TileKit.Ilgpu.IIlgpuProgram");
        writer.Line($"private static readonly global::TileKit.Ilgpu.IlgpuKernel<{arguments}> Ilgpu = new(");
        writer.Line("    Info,");
        writer.Line($"    [{string.Join(", ", sizes.Select(s => Literals.Text(SafeNames.Original(s))))}],");
        writer.Line($"    {kernel.Tunables.Count},");
        for (var i = 0; i < plans.Count; i++)
        {
            var (variant, entry) = (plans[i].Variant, $"global::{IlgpuNames.Namespace}.{IlgpuNames.Variants(kernel.Launcher)}.Variant{i}");
            writer.Line(
                $"    new global::TileKit.Ilgpu.IlgpuVariant<{arguments}>([{string.Join(", ", variant.Sizes)}], threads: {variant.Threads.Threads}, lanes: {variant.Threads.Lanes}, "
                + $"sharedBytes: {plans[i].SharedBytes}, registers: {plans[i].Registers}, {entry}){(i < plans.Count - 1 ? "," : ");")}");
        }

        writer.Line();
        var tensors = kernel.Launcher.Parameters.Where(p => p.Kind != LauncherParameterKind.Scalar).ToList();
        var parameters = string.Concat(tensors.Select((t, i) => $", DeviceTensor<{t.Element.CSharp()}> tensor{i}"));
        using (writer.Open($"public void Launch(global::TileKit.IlgpuDevice device{parameters})"))
        {
            writer.Line("var shape = Check();");
            using (writer.Open($"var arguments = new {arguments}", "};"))
            {
                for (var i = 0; i < tensors.Count; i++)
                {
                    writer.Line($"{SafeNames.Of(tensors[i].Name)} = global::TileKit.Ilgpu.IlgpuView.Of<{tensors[i].Element.CSharp()}, {tensors[i].Element.Storage()}>(tensor{i}),");
                }

                foreach (var scalar in kernel.Scalars)
                {
                    writer.Line($"{scalar.Name} = {(scalar.Element == ElementType.Bool ? $"{scalar.Name} ? 1 : 0" : $"({ArgumentType(scalar.Element)}){scalar.Name}")},");
                }
            }

            writer.Line("global::TileKit.Ilgpu.IlgpuLauncher.Run(device, Ilgpu, shape, ref this, arguments);");
        }

        writer.Line();
        using (writer.Open("public void SetSizes(ReadOnlySpan<int> sizes)"))
        {
            for (var i = 0; i < sizes.Count; i++)
            {
                writer.Line($"{sizes[i]} = sizes[{i}];");
            }
        }

        writer.Line();
        var extents = kernel.Extents.Select((e, i) => $"{i} => {e.Name}, ");
        writer.Line(kernel.Extents.Count > 0 ? $"public readonly int Extent(int index) => index switch {{ {string.Concat(extents)}_ => 0 }};" : "public readonly int Extent(int index) => 0;");
        writer.Line();
        using (writer.Open("public readonly long Instances()"))
        {
            foreach (var op in LaunchScalars.Needed(kernel, grid.Counts))
            {
                writer.Line($"{op.Result.Type.Element.CSharp()} s{op.Result.Id} = {ScalarFunctions.Of(op, kernel)};");
            }

            writer.Line($"return {string.Join(" * ", grid.Counts.Select(c => $"(long)s{c.Id}"))};");
        }

        writer.Line();
        IlgpuCostEmitter.Write(kernel, grid, writer);
    }

    // a bool has no fixed size between host and device
    private static string ArgumentType(ElementType element) => element == ElementType.Bool ? "int" : element.Scalar();

    private static string Describe(Kernel kernel, IlgpuPlan plan)
    {
        var sizes = Variant.Names(kernel).Zip(plan.Variant.Sizes, (name, size) => $"{name} = {size}");
        var threads = plan.Variant.Threads;
        return $"{string.Join(", ", sizes)}: {threads.Rows} x {threads.Cols} threads with {threads.Lanes} adjacent columns each, {plan.SharedBytes} bytes of shared memory";
    }
}
