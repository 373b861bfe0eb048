using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit;

/// <summary>The FLOP and byte formulas of a kernel, as text and as a method: what it computes, and the tensors it must at least read and write.</summary>
internal static class WorkEmitter
{
    /// <summary>The FLOPs as text: how often each loop's body runs, then a sum of products.</summary>
    public static string Flops(Kernel kernel)
    {
        var (times, sum) = Formula(kernel);
        return string.Join("\n", times.Select(t => $"{t.Name} = {t.Value}").Append(sum));
    }

    public static string BytesRead(Kernel kernel) => Bytes(kernel, kernel.Body.Descendants().Select(o => o.TensorRead()).OfType<int>().Distinct());

    public static string BytesWritten(Kernel kernel) => Bytes(kernel, kernel.Body.StoredTensorsInOrder());

    public static void Write(Kernel kernel, IndentedWriter writer)
    {
        using (writer.Open("public readonly KernelWork Work()"))
        {
            var (times, sum) = Formula(kernel);
            foreach (var (name, value) in times)
            {
                writer.Line($"double {name} = {value};");
            }

            writer.Line($"double flops = {sum};");
            var temps = Bytes(kernel, Enumerable.Range(0, kernel.Tensors.Count).Where(t => kernel.Tensors[t].IsTemp));
            writer.Line($"return new KernelWork(flops, {BytesRead(kernel)}, {BytesWritten(kernel)}, {temps});");
        }
    }

    private static string Bytes(Kernel kernel, IEnumerable<int> tensors)
    {
        var terms = tensors.Select(t => $"{kernel.Tensors[t].Name}.Bytes").ToList();
        return terms.Count == 0 ? "0.0" : string.Join(" + ", terms);
    }

    private static (List<(string Name, string Value)> Times, string Sum) Formula(Kernel kernel)
    {
        var times = new List<(string Name, string Value)>();
        var terms = new List<string>();
        foreach (var grid in kernel.Body.Ops.OfType<GridOp>())
        {
            var averages = new Averages(kernel, grid);
            var runs = $"t{times.Count}";
            times.Add((runs, averages.Instances));
            AddTerms(grid.Body, averages, runs, times, terms);
        }

        return (times, terms.Count == 0 ? "0.0" : string.Join(" + ", terms));
    }

    private static void AddTerms(Region region, Averages averages, string runs, List<(string Name, string Value)> times, List<string> terms)
    {
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case MmaOp mma:
                    terms.Add($"2 * {runs} * {averages.Rows(mma.Result)} * {averages.Cols(mma.Result)} * {(mma.TransposeA ? averages.Rows(mma.A) : averages.Cols(mma.A))}");
                    break;
                case MapOp { Result.Type: not ScalarType, Function: not (Function.Cast or Function.Select) } map:
                    terms.Add($"{runs} * {averages.Rows(map.Result)} * {averages.Cols(map.Result)}");
                    break;
                case ReduceOp reduce:
                    terms.Add($"{runs} * {averages.Rows(reduce.Argument)} * {averages.Cols(reduce.Argument)}");
                    break;
            }

            var inner = runs;
            if (op is ForOp loop)
            {
                inner = $"t{times.Count}";
                times.Add((inner, $"{runs} * {averages.Iterations(loop)}"));
            }

            foreach (var nested in op.Regions())
            {
                AddTerms(nested, averages, inner, times, terms);
            }
        }
    }
}
