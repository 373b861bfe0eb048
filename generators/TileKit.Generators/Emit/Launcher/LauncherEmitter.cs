using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit.Launcher;

/// <summary>Writes the launcher's body: check the tensors, make the kernel, launch.</summary>
internal static class LauncherEmitter
{
    private const string Generated = "global::TileKit.Generated";

    public static void Write(Kernel kernel, string structName, bool hasGpu, IndentedWriter writer)
    {
        var launcher = kernel.Launcher;
        var blocks = new Stack<IndentedWriter.Block>();
        if (launcher.Namespace.Length > 0)
        {
            blocks.Push(writer.Open($"namespace {launcher.Namespace}"));
        }

        foreach (var type in launcher.ContainingTypes)
        {
            blocks.Push(writer.Open(type));
        }

        writer.Line($"/// <summary>What TileKit knows of the kernel <c>{launcher.Name.TrimStart('@')}</c>: its tile sizes, its work, its IR and its source.</summary>");
        writer.Line($"{launcher.Accessibility} static global::TileKit.KernelInfo {KernelNames.Info(launcher)} => {Generated}.{structName}.Info;".TrimStart());
        writer.Line();
        using (writer.Open($"{launcher.Modifiers} void {launcher.Name}({launcher.Signature})"))
        {
            if (launcher.DeviceParameter is { } device)
            {
                WriteTensors(kernel, structName, device, hasGpu, writer);
            }
            else
            {
                var arguments = launcher.Parameters.Select(p => p.Name);
                var launch = Local(launcher, "__launch");
                writer.Line($"var {launch} = new {Generated}.{SpanLaunchEmitter.Name(structName)}({string.Join(", ", arguments)});");
                writer.Line($"global::TileKit.Cpu.CpuLauncher.PinAll(ref {launch});");
            }
        }

        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }
    }

    private static void WriteTensors(Kernel kernel, string structName, string device, bool hasGpu, IndentedWriter writer)
    {
        var launcher = kernel.Launcher;
        var tensors = launcher.Parameters.Where(p => p.Kind != LauncherParameterKind.Scalar).ToList();
        var (arguments, made) = (Local(launcher, "__arguments"), Local(launcher, "__kernel"));
        writer.Line($"var {arguments} = new global::TileKit.Launching.LaunchArguments({Literals.Text(launcher.Name.TrimStart('@'))}, {device});");
        WriteChecks(kernel, arguments, p => p.Name, writer);
        using (writer.Open($"var {made} = new {Generated}.{structName}", "};"))
        {
            foreach (var parameter in launcher.Parameters)
            {
                var value = parameter.Kind == LauncherParameterKind.Scalar ? parameter.Name : $"global::TileKit.Cpu.CpuView.Of({parameter.Name})";
                writer.Line($"{SafeNames.Of(parameter.Name)} = {value},");
            }
        }

        if (hasGpu)
        {
            var gpu = Local(launcher, "__gpu");
            using (writer.Open($"if ({device} is global::TileKit.IlgpuDevice {gpu})"))
            {
                writer.Line($"{made}.Launch({gpu}{string.Concat(tensors.Select(t => $", {t.Name}"))});");
            }

            using (writer.Open("else"))
            {
                writer.Line($"{made}.Launch({device});");
            }
        }
        else
        {
            writer.Line($"{made}.Launch({device});");
        }

        foreach (var tensor in tensors)
        {
            writer.Line($"global::System.GC.KeepAlive({tensor.Name});");
        }
    }

    // a local of the launcher's body, beside its parameters
    private static string Local(IR.Launcher launcher, string name) =>
        launcher.DeviceParameter == name || launcher.Parameters.Any(p => p.Name == name) ? Local(launcher, name + "_") : name;

    /// <summary>Tells each tensor to the checks of the launch.</summary>
    public static void WriteChecks(Kernel kernel, string arguments, Func<LauncherParameter, string> tensor, IndentedWriter writer)
    {
        var outputs = new HashSet<string>(kernel.Body.StoredTensors().Select(t => kernel.Tensors[t].Name));
        foreach (var parameter in kernel.Launcher.Parameters.Where(p => p.Kind != LauncherParameterKind.Scalar))
        {
            var name = SafeNames.Of(parameter.Name);
            var role = outputs.Contains(name) ? "Output" : "Input";
            var more = "";
            if (kernel.Launcher.DeviceParameter is not null && kernel.Tensors.First(t => t.Name == name).Factor is not FactorRole.None and var factor)
            {
                (role, more) = ("Factor", $", transposed: {(factor == FactorRole.Transposed ? "true" : "false")}");
            }

            writer.Line($"{arguments}.{role}({tensor(parameter)}, {Literals.Text(parameter.Name.TrimStart('@'))}{more});");
        }

        writer.Line($"{arguments}.CheckAliasing();");
    }
}
