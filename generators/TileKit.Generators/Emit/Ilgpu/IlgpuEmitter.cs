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
    public static void WriteDevice(Kernel kernel, IReadOnlyList<IReadOnlyList<IlgpuPlan>> variants, IndentedWriter writer)
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

            if (IsOfPrecision(variants))
            {
                writer.Line("public int exact;");
            }
        }

        writer.Line();
        using (writer.Open($"internal static class {IlgpuNames.Variants(kernel.Launcher)}"))
        {
            var isFirst = true;
            foreach (var (plan, name) in variants.SelectMany((plans, i) => plans.Select((plan, grid) => (plan, Entry(i, grid)))))
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                writer.Line($"// {Describe(kernel, plan)}");
                VariantEmitter.Write(plan, name, arguments, writer);
            }
        }
    }

    /// <summary>The part of the kernel's struct that chooses and launches a variant.</summary>
    public static void WriteHost(Kernel kernel, IReadOnlyList<IReadOnlyList<IlgpuPlan>> variants, IndentedWriter writer)
    {
        var grids = kernel.Body.Ops.OfType<GridOp>().ToList();
        var name = KernelNames.Struct(kernel.Launcher);
        var arguments = $"global::{IlgpuNames.Namespace}.{IlgpuNames.Arguments(kernel.Launcher)}";
        var sizes = Variant.Names(kernel).ToList();
        using var type = writer.Open($"file partial struct {name} : global::TileKit.Ilgpu.IIlgpuProgram<{arguments}>");
        writer.Line($"private static readonly global::TileKit.Ilgpu.IlgpuKernel<{arguments}> Ilgpu = new(");
        writer.Line("    Info,");
        writer.Line($"    [{string.Join(", ", sizes.Select(s => Literals.Text(SafeNames.Original(s))))}],");
        writer.Line($"    {kernel.Tunables.Count},");
        for (var i = 0; i < variants.Count; i++)
        {
            var plans = variants[i];
            writer.Line($"    new global::TileKit.Ilgpu.IlgpuVariant<{arguments}>(");
            writer.Line($"        [{string.Join(", ", plans[0].Variant.Sizes)}],");
            for (var grid = 0; grid < plans.Count; grid++)
            {
                var (threads, entry) = (plans[grid].Variant.Threads, $"global::{IlgpuNames.Namespace}.{IlgpuNames.Variants(kernel.Launcher)}.{Entry(i, grid)}");
                writer.Line(
                    $"        new global::TileKit.Ilgpu.IlgpuGrid<{arguments}>(threads: {threads.Threads}, lanes: {threads.Lanes}, sharedBytes: {plans[grid].SharedBytes}, registers: {plans[grid].Registers}, {entry}{(threads.OfFragments ? ", tensorCores: true" : "")})"
                    + (grid < plans.Count - 1 ? "," : i < variants.Count - 1 ? ")," : "));"));
            }
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

                if (IsOfPrecision(variants))
                {
                    writer.Line("exact = device.TensorCores == global::TileKit.TensorCores.Tf32 ? 0 : 1,");
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

            if (kernel.Tensors.Any(t => t.IsTemp))
            {
                writer.Line("ShapeTemps();");
            }
        }

        writer.Line();
        WriteTemps(kernel, arguments, writer);

        writer.Line();
        var extents = kernel.Extents.Select((e, i) => $"{i} => {e.Name}, ");
        writer.Line(kernel.Extents.Count > 0 ? $"public readonly int Extent(int index) => index switch {{ {string.Concat(extents)}_ => 0 }};" : "public readonly int Extent(int index) => 0;");
        var padded = Enumerable.Range(0, kernel.Extents.Count).Where(i => kernel.Extents[i].Values.Count > 0).ToList();
        writer.Line($"public readonly bool IsExact(int index) => {(padded.Count > 0 ? $"index is {string.Join(" or ", padded)}" : "false")};");
        writer.Line();
        using (writer.Open("public readonly long Instances(int grid)"))
        {
            ForEachGrid(grids, writer, grid =>
            {
                foreach (var op in LaunchScalars.Needed(kernel, grid.Counts))
                {
                    writer.Line(ScalarFunctions.Declare(op, kernel));
                }

                writer.Line($"return {string.Join(" * ", grid.Counts.Select(c => $"(long)s{c.Id}"))};");
            });
        }

        writer.Line();
        using (writer.Open("public readonly void Describe(int grid, ref global::TileKit.Ilgpu.IlgpuCost cost)"))
        {
            ForEachGrid(grids, writer, grid =>
            {
                IlgpuCostEmitter.Write(kernel, grid, writer);
                if (grids.Count > 1)
                {
                    writer.Line("return;");
                }
            });
        }
    }

    // whether a device's precision matters
    private static bool IsOfPrecision(IReadOnlyList<IReadOnlyList<IlgpuPlan>> variants) =>
        variants.SelectMany(plans => plans).Any(plan => plan.Variant.Threads.OfFragments && TensorCores.HasTF32(plan.Grid));

    private static string Entry(int variant, int grid) => grid == 0 ? $"Variant{variant}" : $"Variant{variant}Grid{grid + 1}";

    // the temporaries' places follow one another in one buffer
    private static void WriteTemps(Kernel kernel, string arguments, IndentedWriter writer)
    {
        var temps = kernel.Tensors.Where(t => t.IsTemp).ToList();
        if (temps.Count == 0)
        {
            writer.Line("public readonly long TempBytes() => 0;");
            writer.Line();
            writer.Line($"public readonly void SetTemps(ref {arguments} arguments, global::TileKit.Ilgpu.IlgpuTemps temps)");
            writer.Line("{");
            writer.Line("}");
            writer.Line();
            return;
        }

        writer.Line("public long TempBytes() => PlaceTemps(default);");
        writer.Line();
        using (writer.Open($"public readonly void SetTemps(ref {arguments} arguments, global::TileKit.Ilgpu.IlgpuTemps temps)"))
        {
            foreach (var temp in temps)
            {
                writer.Line($"arguments.{temp.Name} = temps.View<{temp.Element.CSharp()}, {temp.Element.Storage()}>({temp.Name});");
            }
        }

        writer.Line();
    }

    private static void ForEachGrid(IReadOnlyList<GridOp> grids, IndentedWriter writer, System.Action<GridOp> write)
    {
        if (grids.Count == 1)
        {
            write(grids[0]);
            return;
        }

        using var choice = writer.Open("switch (grid)");
        for (var i = 0; i < grids.Count; i++)
        {
            writer.Line(i < grids.Count - 1 ? $"case {i}:" : "default:");
            using (writer.Open())
            {
                write(grids[i]);
            }
        }
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
