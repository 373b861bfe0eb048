using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit;

/// <summary>The FLOP and byte formulas of a kernel, as text and as a method: what it computes, and the tensors it must at least read and write.</summary>
internal static class WorkEmitter
{
    /// <summary>The FLOPs as a sum of products.</summary>
    public static string Flops(Kernel kernel, GridOp grid)
    {
        var averages = new Averages(kernel, grid);
        var terms = Terms(grid.Body, averages, averages.Instances).ToList();
        return terms.Count == 0 ? "0.0" : string.Join(" + ", terms);
    }

    public static string BytesRead(Kernel kernel, GridOp grid) =>
        Bytes(kernel, grid.Body.Descendants().Select(o => o.TensorRead()).OfType<int>().Distinct());

    public static string BytesWritten(Kernel kernel, GridOp grid) => Bytes(kernel, grid.Body.StoredTensorsInOrder());

    public static void Write(Kernel kernel, GridOp grid, IndentedWriter writer)
    {
        using (writer.Open("public readonly KernelWork Work()"))
        {
            writer.Line($"double flops = {Flops(kernel, grid)};");
            writer.Line($"return new KernelWork(flops, {BytesRead(kernel, grid)}, {BytesWritten(kernel, grid)});");
        }
    }

    private static string Bytes(Kernel kernel, IEnumerable<int> tensors)
    {
        var terms = tensors.Select(t => $"{kernel.Tensors[t].Name}.Bytes").ToList();
        return terms.Count == 0 ? "0.0" : string.Join(" + ", terms);
    }

    private static IEnumerable<string> Terms(Region region, Averages averages, string times)
    {
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case MmaOp mma:
                    yield return $"2 * {times} * {averages.Rows(mma.Result)} * {averages.Cols(mma.Result)} * {(mma.TransposeA ? averages.Rows(mma.A) : averages.Cols(mma.A))}";
                    break;
                case MapOp { Result.Type: not ScalarType, Function: not (Function.Cast or Function.Select) } map:
                    yield return $"{times} * {averages.Rows(map.Result)} * {averages.Cols(map.Result)}";
                    break;
                case ReduceOp reduce:
                    yield return $"{times} * {averages.Rows(reduce.Argument)} * {averages.Cols(reduce.Argument)}";
                    break;
            }

            foreach (var nested in op.Regions().SelectMany(r => Terms(r, averages, op is ForOp loop ? $"{times} * {averages.Iterations(loop)}" : times)))
            {
                yield return nested;
            }
        }
    }
}
