using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>Gives every value its shape, from the loads and fills down, and reports the operations whose operands do not fit.</summary>
internal sealed class ResolveShapes
{
    private readonly PassContext context;
    private readonly Dictionary<int, Value> resolved = [];
    private readonly Dictionary<int, int> sites = [];

    private ResolveShapes(PassContext context) => this.context = context;

    public static Kernel Run(Kernel kernel, PassContext context) =>
        kernel with { Body = new ResolveShapes(context).Resolve(kernel.Body) };

    private Region Resolve(Region region)
    {
        var ops = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops)
        {
            context.Token.ThrowIfCancellationRequested();
            ops.Add(Resolve(op));
        }

        return new Region(ops.ToEquatableArray(), region.Yields.Select(Lookup).ToEquatableArray());
    }

    private Op Resolve(Op op)
    {
        switch (op)
        {
            case ForOp loop:
                // a carried value has the shape it enters with; the body must give it back in that shape
                for (var i = 0; i < loop.Inits.Count; i++)
                {
                    Define(loop.Carried[i], Lookup(loop.Inits[i]).Type, op.Site);
                    Define(loop.Results[i], Lookup(loop.Inits[i]).Type, op.Site);
                }

                Define(loop.Index, loop.Index.Type, op.Site);
                var rebuilt = (ForOp)op.Rebuild(Lookup, Resolve);
                CheckYields(rebuilt);
                return rebuilt;

            case IfOp branch:
                var then = Resolve(branch.Then);
                var otherwise = Resolve(branch.Else);
                for (var i = 0; i < branch.Results.Count; i++)
                {
                    var (a, b) = (then.Yields[i].Type, otherwise.Yields[i].Type);
                    if (!a.Equals(b) && Known(a) && Known(b))
                    {
                        context.Report(Descriptors.BranchShapesDiffer, SiteOf(then.Yields[i], op.Site), a.Describe(), b.Describe());
                    }

                    Define(branch.Results[i], a, op.Site);
                }

                return branch with
                {
                    Condition = Lookup(branch.Condition),
                    Then = then,
                    Else = otherwise,
                    Results = branch.Results.Select(Lookup).ToEquatableArray(),
                };

            case GridOp grid:
                foreach (var index in grid.Indices)
                {
                    Define(index, index.Type, op.Site);
                }

                return op.Rebuild(Lookup, Resolve);

            case ValueOp value:
                Define(value.Result, new ShapeRules(context, Lookup).TypeOf(value), op.Site);
                return op.Rebuild(Lookup, Resolve);

            case StoreOp store:
                CheckStored(store.Site, Lookup(store.Stored).Type, store.Window);
                return op.Rebuild(Lookup, Resolve);

            case AtomicAddOp add:
                CheckArithmetic(add);
                CheckStored(add.Site, Lookup(add.Stored).Type, add.Window);
                return op.Rebuild(Lookup, Resolve);

            case ScatterAddOp add:
                CheckArithmetic(add);
                CheckNumbers(add);
                return op.Rebuild(Lookup, Resolve);

            default:
                return op.Rebuild(Lookup, Resolve);
        }
    }

    private void CheckYields(ForOp loop)
    {
        for (var i = 0; i < loop.Carried.Count; i++)
        {
            var (enters, leaves) = (loop.Carried[i].Type, loop.Body.Yields[i].Type);
            if (!enters.Equals(leaves) && Known(enters) && Known(leaves))
            {
                context.Report(Descriptors.CarriedShapeChanges, SiteOf(loop.Body.Yields[i], loop.Site), leaves.Describe(), enters.Describe());
            }
        }
    }

    private void CheckStored(int site, IrType stored, Window window)
    {
        var place = ShapeRules.TypeOf(window, stored.Element);
        if (Known(stored) && !stored.Equals(place))
        {
            context.Report(Descriptors.StoreShapeDiffers, site, stored.Describe(), place.Describe());
        }
    }

    private void CheckArithmetic(WriteOp add)
    {
        var element = add.Stored.Type.Element;
        if (!element.HasArithmetic())
        {
            context.Report(Descriptors.StorageArithmetic, add.Site, "An atomic add", element.Describe());
        }
    }

    private void CheckNumbers(ScatterAddOp add)
    {
        var (numbers, stored) = (Lookup(add.Numbers).Type, Lookup(add.Stored).Type);
        var rows = stored is TileType tile ? tile.Rows : stored.Length();
        if (Known(numbers) && Known(stored) && !numbers.Length().Equals(rows))
        {
            context.Report(Descriptors.VectorLengthDiffers, add.Site, numbers.Describe(), stored.Describe());
        }
    }

    private static bool Known(IrType type) => ShapeRules.IsKnown(type);

    private int SiteOf(Value value, int otherwise) => sites.TryGetValue(value.Id, out var site) ? site : otherwise;

    private void Define(Value value, IrType type, int site)
    {
        resolved[value.Id] = value with { Type = type };
        sites[value.Id] = site;
    }

    private Value Lookup(Value value) => resolved.TryGetValue(value.Id, out var found) ? found : value;
}
