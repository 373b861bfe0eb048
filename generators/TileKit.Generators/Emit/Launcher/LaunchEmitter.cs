using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit.Launcher;

/// <summary>Writes the kernel struct's launch: read the extents, check the requirements, then choose tile sizes and run.</summary>
internal static class LaunchEmitter
{
    public static void Write(Kernel kernel, IndentedWriter writer)
    {
        var name = Literals.Text(kernel.Launcher.Name.TrimStart('@'));
        writer.Line("public void Launch(Device device) => KernelLauncher.Run(device, Info, Check(), ref this);");
        writer.Line();
        using (writer.Open("private LaunchShape Check()"))
        {
            WriteExtents(kernel, name, writer);
            WriteRequires(kernel, name, writer);
            writer.Line("var shape = new LaunchShape();");
            foreach (var tensor in kernel.Tensors.Where(t => !t.IsTemp))
            {
                foreach (var axis in new[] { Axis.Batch, Axis.Depth, Axis.Rows, Axis.Cols })
                {
                    writer.Line($"shape.Add({tensor.Name}.{axis});");
                }
            }

            foreach (var tensor in kernel.Tensors.Where(t => t.Factor != FactorRole.None))
            {
                writer.Line($"shape.Add({tensor.Name}.IsPacked ? 1 : 0);");
            }

            foreach (var scalar in kernel.Scalars.Where(s => s.Element != ElementType.Float))
            {
                writer.Line($"shape.Add({scalar.Name});");
            }

            foreach (var extent in kernel.Extents)
            {
                writer.Line($"shape.AddExtent({extent.Name});");
            }

            writer.Line("return shape;");
        }
    }

    public static void WriteExtents(Kernel kernel, string name, IndentedWriter writer)
    {
        foreach (var extent in kernel.Extents)
        {
            var tensor = kernel.Tensors[extent.Tensor].Name;
            var values = string.Concat(extent.Values.Select(v => $", {v}"));
            writer.Line($"{extent.Name} = LaunchCheck.Padded({tensor}.{extent.Axis}, {name}, {Literals.Text(SafeNames.Original(tensor))}, Axis.{extent.Axis}{values});");
        }
    }

    private static void WriteRequires(Kernel kernel, string name, IndentedWriter writer)
    {
        var definitions = kernel.Body.Ops.OfType<ValueOp>().ToDictionary(o => o.Result.Id);
        var written = new HashSet<int>();
        foreach (var require in kernel.Body.Ops.OfType<RequireOp>())
        {
            var tensors = new List<int>();
            WriteScalars(require.Condition);
            var blamed = tensors.Count > 0 ? kernel.Tensors[tensors[tensors.Count - 1]].Name : kernel.Scalars.Count > 0 ? kernel.Scalars[0].Name : "";
            var notes = tensors.Distinct().Select(t => kernel.Tensors[t].Name)
                .Select(t => $", new ShapeNote({Literals.Text(SafeNames.Original(t))}, {t}.Batch, {t}.Depth, {t}.Rows, {t}.Cols, {t}.Rank)");
            using (writer.Open($"if (!s{require.Condition.Id})"))
            {
                writer.Line($"LaunchCheck.Fail({name}, {Literals.Text(SafeNames.Original(blamed))}, {Literals.Text(require.Text)}{string.Concat(notes)});");
            }

            // only what the conditions need, in order, each once
            void WriteScalars(Value value)
            {
                var op = definitions[value.Id];
                if (op is DimensionOp dimension)
                {
                    tensors.Add(dimension.Matrix.Tensor);
                }

                foreach (var operand in op.Operands())
                {
                    WriteScalars(operand);
                }

                if (written.Add(value.Id))
                {
                    writer.Line(ScalarFunctions.Declare(op, kernel));
                }
            }
        }
    }
}
