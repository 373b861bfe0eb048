using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;
using static TileKit.Generators.Emit.Cpu.BufferText;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Writes the steps of a program instance; the nests become methods of their own.</summary>
internal sealed class StepEmitter
{
    private readonly CpuPlan plan;
    private readonly IndentedWriter writer;
    private readonly IndentedWriter methods;
    private readonly Stack<ForOp> loops = new();
    private readonly ProductEmitter products;
    private int nests;

    public StepEmitter(CpuPlan plan, IndentedWriter writer, IndentedWriter methods)
    {
        (this.plan, this.writer, this.methods) = (plan, writer, methods);
        products = new ProductEmitter(plan, writer, loops);
    }

    public void Write(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            Write(step);
        }
    }

    private void Write(Step step)
    {
        switch (step)
        {
            case ScalarStep scalar:
                WriteScalar(scalar.Op);
                break;
            case ExtentStep extent:
                writer.Line($"int {extent.Name} = {extent.Expression};");
                break;
            case AssignStep { Names.Count: 1 } assign:
                writer.Line($"{assign.Names[0]} = {assign.Expressions[0]};");
                break;
            case AssignStep assign:
                writer.Line($"({string.Join(", ", assign.Names)}) = ({string.Join(", ", assign.Expressions)});");
                break;
            case GroupsStep groups:
                WriteGroups(groups.Op);
                break;
            case GatherStep gather:
                WriteGather(gather);
                break;
            case AtomicStep add:
                WriteAtomic(add);
                break;
            case PackStep pack:
                products.Write(pack);
                break;
            case RowsStep rows:
                products.Write(rows);
                break;
            case MmaStep mma:
                products.Write(mma);
                break;
            case CopyStep copy:
                WriteCopy(copy);
                break;
            case RelayoutStep relayout:
                WriteRelayout(relayout);
                break;
            case StoreTransposedStep store:
                WriteStore(store.Op);
                break;
            case NestStep { UnlessStored: { } product } nest:
                using (writer.Open($"if (!{ProductEmitter.Target(product)}.Exists)"))
                {
                    WriteNest(nest.Nest, []);
                }

                break;
            case NestStep nest:
                WriteNest(nest.Nest, nest.Nest.Conditions.ToList());
                break;
            case ForStep loop:
                WriteFor(loop);
                break;
            case IfStep branch:
                WriteIf(branch);
                break;
        }
    }

    public void WriteScalar(Op op) => writer.Line(ScalarFunctions.Declare((ValueOp)op, plan.Kernel));

    private void WriteGroups(GroupsOp groups)
    {
        writer.Line($"var (s{groups.Group.Id}, s{groups.Tile.Id}) = RaggedGroups.Find({ScalarFunctions.View(groups.Offsets, plan.Kernel)}, s{groups.Size.Id}, s{groups.Index.Id});");
        using (writer.Open($"if (s{groups.Group.Id} < 0)"))
        {
            writer.Line("return;");
        }
    }

    private void WriteGather(GatherStep step)
    {
        var (gather, rows, numbers) = (step.Op, plan.Places[step.Result.Id], plan.Places[step.Numbers.Id]);
        var view = ScalarFunctions.View(gather.Matrix, plan.Kernel);
        var copy = $"Operand.Gather<F, I>({view}, (nint)s{gather.Col.Id} * {((TileType)gather.Result.Type).Cols.ToFactor()}, {numbers.Name}, "
            + $"{plan.Extents.Rows(step.Result)}, {plan.Extents.Cols(step.Result)}, {rows.Name}, {RowStride(rows)})";
        if (step.Strip is not { } strip)
        {
            writer.Line($"var x{step.Result.Id} = {copy};");
            return;
        }

        var (name, slot) = (CpuNames.Strip(strip.Id), ProductEmitter.Slot(strip));
        writer.Line($"var {rows.Name} = {name}.Tile<{Element(rows)}>(scratch, {slot});");
        using (writer.Open($"if ({name}.Claim(scratch, {slot}))"))
        {
            writer.Line($"{copy};");
        }

        writer.Line($"var x{step.Result.Id} = Operand.Of({rows.Name}, {RowStride(rows)});");
    }

    private void WriteAtomic(AtomicStep step)
    {
        var (from, view) = (plan.Places[step.Stored.Id], ScalarFunctions.View(Matrix(step.Op), plan.Kernel));
        var tile = from.Layout == BufferLayout.Vector ? from.Name : $"{from.Name}, {RowStride(from)}, {LaneStride(from)}";
        var turned = plan.Lanes == LaneAxis.Rows ? "true" : "false";
        writer.Line(step.Op switch
        {
            AtomicAddOp add => $"Atomics.Add<{Vector(from)}, {Element(from)}>({tile}, {step.Rows}, {step.Cols}, {turned}, {WindowEmitter.Address(add.Window, plan.Kernel)}, {ScalarFunctions.Whole(add.Window.Matrix, plan.Kernel)}.RowStride);",
            ScatterAddOp { Col: { } col } add => $"Atomics.Scatter<{Vector(from)}, {Element(from)}>({tile}, {step.Rows}, {step.Cols}, {turned}, {plan.Places[step.Numbers!.Id].Name}, {view}, (nint)s{col.Id} * {((TileType)add.Stored.Type).Cols.ToFactor()});",
            _ => $"Atomics.Scatter({tile}, {step.Rows}, {plan.Places[step.Numbers!.Id].Name}, {view});",
        });
    }

    private static Matrix Matrix(WriteOp op) => op is ScatterAddOp scatter ? scatter.Matrix : ((AtomicAddOp)op).Window.Matrix;

    /// <summary>A nest that chooses by scalars becomes one nest for each outcome.</summary>
    private void WriteNest(Nest nest, IReadOnlyList<Value> conditions)
    {
        if (conditions.Count == 0)
        {
            methods.Line();
            writer.Line(NestEmitter.Emit(plan, nest, CpuNames.Method(plan, $"Nest{nests++}"), methods));
            return;
        }

        var condition = conditions[0];
        var rest = conditions.Skip(1).ToList();
        using (writer.Open($"if (s{condition.Id})"))
        {
            WriteNest(nest.Assume(condition, true, plan.Places.ContainsKey), rest);
        }

        using (writer.Open("else"))
        {
            WriteNest(nest.Assume(condition, false, plan.Places.ContainsKey), rest);
        }
    }

    private void WriteCopy(CopyStep copy)
    {
        var to = plan.Places[copy.To.Id];
        if (plan.Definition(copy.From) is FillOp fill && plan.IsLazy(copy.From))
        {
            var value = plan.Definition(fill.Scalar) is ConstantOp constant ? Literals.Of(constant) : $"s{fill.Scalar.Id}";
            var element = fill.Scalar.Type.Element;
            var text = $"Scratch.Fill<{Vector(to)}, {Element(to)}>({to.Name}, {Size(to, "F.Count")}, {(element is ElementType.Half or ElementType.BFloat16 ? "(float)" : "")}{value});";
            if (copy.UnlessRuns is not { Op: var loop })
            {
                writer.Line(text);
                return;
            }

            using (writer.Open($"if (s{loop.Start.Id} >= s{loop.End.Id})"))
            {
                writer.Line(text);
            }

            return;
        }

        var from = plan.Places[copy.From.Id];
        if (from == to)
        {
            return;
        }

        writer.Line(from.Layout == to.Layout
            ? $"Scratch.Copy<{Vector(to)}, {Element(to)}>({from.Name}, {to.Name}, {Size(to, "F.Count")});"
            : $"Pack.Copy<{Vector(to)}, {Element(to)}>({from.Name}, {RowStride(from)}, {LaneStride(from)}, 0, 0, {to.Name}, {RowStride(to)}, {LaneStride(to)}, {to.Outer}, {to.Lane}, false);");
    }

    private void WriteRelayout(RelayoutStep step)
    {
        var (from, to) = (plan.Places[step.From.Id], plan.Places[step.To.Id]);
        var (row, col) = (step.Row is null ? "0" : $"s{step.Row.Id}", step.Col is null ? "0" : $"s{step.Col.Id}");
        var (outerStart, laneStart) = plan.Lanes == LaneAxis.Cols ? (row, col) : (col, row);
        writer.Line(
            $"Pack.Copy<{Vector(to)}, {Element(to)}>({from.Name}, {RowStride(from)}, {LaneStride(from)}, {outerStart}, {laneStart}, "
            + $"{to.Name}, {RowStride(to)}, {LaneStride(to)}, {plan.Extents.Of(step.To, Side.Outer, plan.Lanes)}, {plan.Extents.Of(step.To, Side.Lane, plan.Lanes)}, "
            + $"{(step.Transposed ? "true" : "false")});");
    }

    private void WriteStore(StoreOp store)
    {
        var from = plan.Places[store.Stored.Id];
        var target = plan.StoreTargets[store];
        writer.Line(
            $"Pack.StoreTransposed<F, I>({from.Name}, {RowStride(from)}, {LaneStride(from)}, {plan.Extents.Of(target, Side.Outer, plan.Lanes)}, {plan.Extents.Of(target, Side.Lane, plan.Lanes)}, "
            + $"{WindowEmitter.Address(store.Window, plan.Kernel)}, {ScalarFunctions.Whole(store.Window.Matrix, plan.Kernel)}.RowStride);");
    }

    private void WriteFor(ForStep step)
    {
        var loop = step.Op;
        var carried = Enumerable.Range(0, loop.Carried.Count).Where(i => loop.Carried[i].Type is ScalarType).ToList();
        foreach (var i in carried)
        {
            writer.Line($"{loop.Carried[i].Type.Element.CSharp()} s{loop.Carried[i].Id} = s{loop.Inits[i].Id};");
        }

        foreach (var product in step.Body.OfType<MmaStep>().Where(m => m.Target?.Loop == loop))
        {
            products.DeclareTarget(product);
        }

        using (writer.Open($"for (int s{loop.Index.Id} = s{loop.Start.Id}; s{loop.Index.Id} < s{loop.End.Id}; s{loop.Index.Id} += s{loop.Step.Id})"))
        {
            loops.Push(loop);
            Write(step.Body);
            loops.Pop();
            Assign([.. carried.Select(i => loop.Carried[i])], [.. carried.Select(i => loop.Body.Yields[i])]);
        }

        foreach (var i in carried)
        {
            writer.Line($"{loop.Results[i].Type.Element.CSharp()} s{loop.Results[i].Id} = s{loop.Carried[i].Id};");
        }
    }

    private void WriteIf(IfStep step)
    {
        var branch = step.Op;
        var scalars = Enumerable.Range(0, branch.Results.Count).Where(i => branch.Results[i].Type is ScalarType).ToList();
        foreach (var i in scalars)
        {
            writer.Line($"{branch.Results[i].Type.Element.CSharp()} s{branch.Results[i].Id};");
        }

        Arm($"if (s{branch.Condition.Id})", step.Then, branch.Then);
        if (step.Else.Count > 0 || scalars.Count > 0)
        {
            Arm("else", step.Else, branch.Else);
        }

        void Arm(string header, IReadOnlyList<Step> steps, Region region)
        {
            using (writer.Open(header))
            {
                Write(steps);
                Assign([.. scalars.Select(i => branch.Results[i])], [.. scalars.Select(i => region.Yields[i])]);
            }
        }
    }

    private void Assign(IReadOnlyList<Value> to, IReadOnlyList<Value> from)
    {
        var (names, values) = (string.Join(", ", to.Select(v => $"s{v.Id}")), string.Join(", ", from.Select(v => $"s{v.Id}")));
        if (to.Count > 0)
        {
            writer.Line(to.Count == 1 ? $"{names} = {values};" : $"({names}) = ({values});");
        }
    }
}
