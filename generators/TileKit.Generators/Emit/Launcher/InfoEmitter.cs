using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit.Launcher;

/// <summary>Writes the kernel's <c>KernelInfo</c>.</summary>
internal static class InfoEmitter
{
    public static void Write(Kernel kernel, string source, IndentedWriter writer)
    {
        var name = Literals.Text(kernel.Launcher.Name.TrimStart('@'));
        var outputs = kernel.Body.StoredTensors().Select(t => kernel.Tensors[t].Name).ToList();
        var parameters = kernel.Launcher.Parameters.Select(p =>
            $"new KernelParameter({Literals.Text(p.Name.TrimStart('@'))}, typeof({p.Element.CSharp()}), {Bool(p.Kind != LauncherParameterKind.Scalar)}, {Bool(outputs.Contains(SafeNames.Of(p.Name)))})");
        var tunables = kernel.Tunables.Select(t => $"new Tunable({Literals.Text(SafeNames.Original(t.Name))}, [{string.Join(", ", t.Values)}])");

        writer.Line("public static readonly KernelInfo Info = new(");
        writer.Line($"    {name},");
        writer.Line($"    [{string.Join(", ", parameters)}],");
        writer.Line($"    [{string.Join(", ", tunables)}],");
        writer.Line($"    {kernel.Body.Ops.OfType<GridOp>().Count()},");
        writer.Line($"    {Literals.Text(WorkEmitter.Flops(kernel))},");
        writer.Line($"    {Literals.Text($"{WorkEmitter.BytesRead(kernel)} + {WorkEmitter.BytesWritten(kernel)}")},");
        writer.Line($"    {Literals.Text(IrPrinter.Print(kernel))},");
        writer.Line($"    {Literals.Text(source)},");
        writer.Line("    Count);");
        writer.Line();
        using (writer.Open("private static KernelWork Count(ReadOnlySpan<object> arguments)"))
        {
            using (writer.Open($"var kernel = new {KernelNames.Struct(kernel.Launcher)}", "};"))
            {
                for (var i = 0; i < kernel.Launcher.Parameters.Count; i++)
                {
                    var p = kernel.Launcher.Parameters[i];
                    var text = Literals.Text(p.Name.TrimStart('@'));
                    writer.Line(p.Kind == LauncherParameterKind.Scalar
                        ? $"{SafeNames.Of(p.Name)} = ({p.Element.CSharp()})arguments[{i}],"
                        : $"{SafeNames.Of(p.Name)} = CpuView.ShapeOf<{p.Element.CSharp()}>(arguments[{i}], {text}),");
                }
            }

            writer.Line("kernel.Prepare();");
            writer.Line("return kernel.Work();");
        }

        writer.Line();
        using (writer.Open("private void Prepare()"))
        {
            LaunchEmitter.WriteExtents(kernel, name, writer);
            writer.Line("KernelLauncher.ChooseTiles(Info, ref this);");
        }
    }

    private static string Bool(bool value) => value ? "true" : "false";
}
