using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Writes the shapes and places of the tensors that a program has between its grids.</summary>
internal static class TempEmitter
{
    public static void Write(Kernel kernel, IndentedWriter writer)
    {
        var temps = kernel.Tensors.Where(t => t.IsTemp).ToList();
        if (temps.Count == 0)
        {
            writer.Line("public readonly long PlaceTemps(Ptr<byte> memory) => 0;");
            writer.Line();
            return;
        }

        using (writer.Open("public long PlaceTemps(Ptr<byte> memory)"))
        {
            writer.Line("long used = 0;");
            foreach (var temp in temps)
            {
                writer.Line($"{temp.Name} = {temp.Name}.Placed(memory, ref used);");
            }

            writer.Line("return used;");
        }

        // shapes follow from the launch and the tile sizes; one may follow from another
        writer.Line();
        using (writer.Open("private void ShapeTemps()"))
        {
            var shapes = kernel.Body.Ops.OfType<TempOp>().ToList();
            var needed = LaunchScalars.Needed(kernel, shapes.SelectMany(s => s.Shape)).ToList();
            foreach (var op in kernel.Body.Ops)
            {
                switch (op)
                {
                    case TempOp temp:
                        writer.Line($"{kernel.Tensors[temp.Tensor].Name} = {kernel.Tensors[temp.Tensor].Name}.Shaped({string.Join(", ", temp.Shape.Select(v => $"s{v.Id}"))});");
                        break;
                    case ValueOp value when needed.Contains(value):
                        writer.Line(ScalarFunctions.Declare(value, kernel));
                        break;
                }
            }
        }

        writer.Line();
    }
}
