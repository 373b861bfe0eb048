using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>Finds the tensors that a kernel reads as second factors of products and in no other way: they may come packed.</summary>
internal static class Factors
{
    /// <summary>The kernel with such tensors' roles; marks how they are packed in the plans.</summary>
    public static Kernel Run(Kernel kernel, IReadOnlyList<CpuPlan> plans)
    {
        // read once: a tile that also something else reads is read there as rows and columns
        var readOnce = new HashSet<int>(kernel.Body.Reads().GroupBy(v => v.Id).Where(g => g.Count() == 1).Select(g => g.Key));
        var packs = plans.Where(p => p.Lanes == LaneAxis.Cols).SelectMany(p => Packs(p.Steps))
            .Where(p => p.Product is not null && p.Window!.Matrix.Slice is null && readOnce.Contains(p.Source.Id)).GroupBy(p => p.Source.Id).ToDictionary(g => g.Key, g => g.First());
        var reads = kernel.Body.Descendants().Where(op => op.TensorRead() is not null).ToLookup(op => op.TensorRead()!.Value);
        var others = new HashSet<int>(kernel.Body.StoredTensors().Concat(kernel.Body.Descendants().OfType<SliceOp>().Select(s => s.Source.Tensor)));
        var tensors = kernel.Tensors.ToList();
        for (var tensor = 0; tensor < tensors.Count; tensor++)
        {
            var roles = reads[tensor].Select(op => op is LoadOp load && packs.TryGetValue(load.Result.Id, out var pack) ? pack.Transposed : (bool?)null).Distinct().ToList();
            if (tensors[tensor] is { Element: ElementType.Float, IsTemp: false } && !others.Contains(tensor) && roles is [{ } transposed])
            {
                tensors[tensor] = tensors[tensor] with { Factor = transposed ? FactorRole.Transposed : FactorRole.AsIs };
                foreach (var load in reads[tensor].OfType<LoadOp>())
                {
                    packs[load.Result.Id].MayBePacked = true;
                }
            }
        }

        return kernel with { Tensors = tensors.ToEquatableArray() };
    }

    private static IEnumerable<PackStep> Packs(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
    {
        PackStep pack => [pack],
        ForStep loop => Packs(loop.Body),
        IfStep branch => Packs(branch.Then.Concat(branch.Else)),
        _ => Enumerable.Empty<PackStep>(),
    });
}
