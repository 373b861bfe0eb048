using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Launcher;

/// <summary>Writes the ref struct that holds a launch over tensor spans while their memory is pinned.</summary>
internal static class SpanLaunchEmitter
{
    public static string Name(string structName) => structName + "Launch";

    public static void Write(Kernel kernel, string structName, IndentedWriter writer)
    {
        var launcher = kernel.Launcher;
        var tensors = launcher.Parameters.Where(p => p.Kind != LauncherParameterKind.Scalar).ToList();
        var parameters = launcher.Parameters.Select(p => $"{TypeOf(p)} {p.Name}");
        using (writer.Open($"file ref struct {Name(structName)}({string.Join(", ", parameters)}) : ITensorSpanLaunch"))
        {
            foreach (var parameter in launcher.Parameters)
            {
                writer.Line($"private readonly {TypeOf(parameter)} _{SafeNames.Of(parameter.Name)} = {parameter.Name};");
            }

            for (var i = 0; i < tensors.Count; i++)
            {
                writer.Line($"private nint _address{i};");
            }

            writer.Line();
            writer.Line($"public readonly int TensorCount => {tensors.Count};");
            writer.Line();
            using (writer.Open("public readonly ref byte Tensor(int index)"))
            {
                using (writer.Open("switch (index)"))
                {
                    for (var i = 0; i < tensors.Count; i++)
                    {
                        writer.Line(i < tensors.Count - 1 ? $"case {i}:" : "default:");
                        writer.Line($"    return ref Unsafe.As<{tensors[i].Element.CSharp()}, byte>(ref Unsafe.AsRef(in _{SafeNames.Of(tensors[i].Name)}.GetPinnableReference()));");
                    }
                }
            }

            writer.Line();
            using (writer.Open("public void SetAddress(int index, nint address)"))
            {
                using (writer.Open("switch (index)"))
                {
                    for (var i = 0; i < tensors.Count; i++)
                    {
                        writer.Line(i < tensors.Count - 1 ? $"case {i}:" : "default:");
                        writer.Line($"    _address{i} = address;");
                        writer.Line("    break;");
                    }
                }
            }

            writer.Line();
            using (writer.Open("public readonly void Run()"))
            {
                writer.Line($"var arguments = new LaunchArguments({Literals.Text(launcher.Name.TrimStart('@'))}, Device.Default);");
                LauncherEmitter.WriteChecks(kernel, "arguments", p => "_" + SafeNames.Of(p.Name), writer);
                using (writer.Open($"var kernel = new {structName}", "};"))
                {
                    foreach (var parameter in launcher.Parameters)
                    {
                        var index = tensors.IndexOf(parameter);
                        var field = "_" + SafeNames.Of(parameter.Name);
                        writer.Line($"{SafeNames.Of(parameter.Name)} = {(index < 0 ? field : $"CpuView.Of<{parameter.Element.CSharp()}>({field}, _address{index})")},");
                    }
                }

                writer.Line("kernel.Launch(Device.Default);");
            }
        }
    }

    private static string TypeOf(LauncherParameter parameter) => parameter.Kind switch
    {
        LauncherParameterKind.TensorSpan => $"global::System.Numerics.Tensors.TensorSpan<{parameter.Element.CSharp()}>",
        LauncherParameterKind.ReadOnlyTensorSpan => $"global::System.Numerics.Tensors.ReadOnlyTensorSpan<{parameter.Element.CSharp()}>",
        _ => parameter.Element.CSharp(),
    };
}
