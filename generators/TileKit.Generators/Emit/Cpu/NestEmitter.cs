using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Writes a nest as a method.</summary>
internal sealed class NestEmitter
{
    private const int ShortLoop = 6;

    private readonly CpuPlan plan;
    private readonly Nest nest;
    private readonly NestArguments arguments;
    private readonly IndentedWriter body = new();
    private readonly List<string> prologue = [];
    private readonly NestSums sums;
    private readonly NestFetches fetches;
    private readonly NestLoops loops;

    private NestEmitter(CpuPlan plan, Nest nest)
    {
        this.plan = plan;
        this.nest = nest;
        arguments = new NestArguments(plan, nest);
        fetches = new NestFetches(plan, nest, arguments, body);
        loops = new NestLoops(plan, nest, arguments, body);
        sums = new NestSums(plan, nest);
    }

    private ReduceOp? ScalarResult => nest.Ops.OfType<ReduceOp>().SingleOrDefault(r => r.Scope == ReduceScope.All);

    /// <summary>Writes the method; returns the statement that calls it.</summary>
    public static string Emit(CpuPlan plan, Nest nest, string name, IndentedWriter writer)
    {
        var emitter = new NestEmitter(plan, nest);
        emitter.Write();
        var scalar = emitter.ScalarResult;
        var type = scalar?.Result.Type.Element.CSharp();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        writer.Line($"private static {type ?? "void"} {name}<F, I>({emitter.arguments.Parameters})");
        writer.Line("    where F : struct, IFloatVec<F, I>");
        using (writer.Open("    where I : struct, IIntVec<I, F>"))
        {
            emitter.prologue.ForEach(writer.Line);
            writer.Lines(emitter.body.ToString());
            if (scalar is not null)
            {
                writer.Line($"return {VectorFunctions.AcrossLanes(scalar.Reduction, scalar.Argument.Type.Element, $"a{scalar.Result.Id}")};");
            }
        }

        return $"{(scalar is null ? "" : $"{type} s{scalar.Result.Id} = ")}{name}<F, I>({emitter.arguments.Values});";
    }

    private void Write()
    {
        if (ScalarResult is { } scalar)
        {
            Accumulator(scalar, 0);
        }

        var side = nest.IsVectorOnly ? Side.Lane : nest.Outside!.Value;
        Loop(side, nest.Items, null, 1, outside =>
        {
            WriteStarts();
            foreach (var item in nest.Items)
            {
                if (item is LoopItem loop)
                {
                    WriteInner(loop, outside);
                }
                else
                {
                    item.Ops.ForEach(op => Write(op, outside));
                }
            }
        });
    }

    // where the rows and panels begin that this turn of the outside loop passes along
    private void WriteStarts()
    {
        var windows = nest.Outside == Side.Outer ? nest.Items.SelectMany(fetches.TileWindows).Select(arguments.StartOf) : [];
        var values = nest.Ops.SelectMany(o => o.Definitions().Concat(o.Operands(plan).Where(v => !nest.Defines(v)))).Where(v => v.Type is TileType);
        var buffers = values.Where(v => plan.Places.ContainsKey(v.Id)).Select(v => arguments.StartOf(plan.Places[v.Id])).OfType<string>();
        foreach (var line in windows.Concat(buffers).Distinct())
        {
            body.Line(line);
        }
    }

    private void WriteInner(LoopItem loop, NestScope outside)
    {
        // what the inner loop does not change is read once per outside iteration
        foreach (var operand in loop.Ops.SelectMany(o => o.Operands(plan)).Where(RunsOutside))
        {
            Operand(operand, outside);
        }

        // a short loop waits for its own last sum or maximum: two of them take turns
        var reductions = loop.Ops.OfType<ReduceOp>().ToList();
        var turns = reductions.Count > 0 && loop.Ops.Count <= ShortLoop && loop.Ops.All(IsShort) ? 2 : 1;
        for (var turn = 0; turn < turns; turn++)
        {
            reductions.ForEach(reduce => Accumulator(reduce, turn));
        }

        var inner = nest.Outside == Side.Outer ? Side.Lane : Side.Outer;
        Loop(inner, [loop], outside, turns, scope =>
        {
            fetches.Write(loop, scope);
            loop.Ops.ForEach(op => Write(op, scope));
        });
        foreach (var reduce in reductions)
        {
            var element = reduce.Argument.Type.Element;
            var accumulator = AccumulatorOf(reduce, 0);
            if (turns > 1)
            {
                body.Line($"{accumulator} = {VectorFunctions.Step(reduce.Reduction, element, accumulator, AccumulatorOf(reduce, 1))};");
            }

            if (sums.IsOfBytes(reduce))
            {
                body.Line($"{accumulator} = I.EndDot4({accumulator});");
            }

            Define(
                reduce.Result,
                inner == Side.Lane ? $"{element.VectorOf()}.Broadcast({VectorFunctions.AcrossLanes(reduce.Reduction, element, accumulator)})" : accumulator,
                outside);
        }
    }

    /// <summary>A loop, at the end of whose body the vectors are stored that it made.</summary>
    private void Loop(Side side, IReadOnlyList<NestItem> items, NestScope? parent, int turns, Action<NestScope> write) =>
        loops.Write(side, items, parent, turns, scope =>
        {
            write(scope);
            scope.Pending.ForEach(StoreVector);
        });

    // what takes fewer cycles than the sum or maximum that follows it
    private static bool IsShort(Op op) => op is not MapOp { Function: not (Function.Add or Function.Subtract or Function.Multiply or Function.Cast or Function.Fma) };

    private void Write(Op op, NestScope scope)
    {
        switch (op)
        {
            case MapOp map:
                if (!sums.Takes(map))
                {
                    Define(map.Result, Expression(map, scope), scope);
                }

                break;
            case TrimOp trim:
                Define(trim.Result, Operand(trim.Argument, scope), scope);
                break;
            case LoadOp load:
                Define(load.Result, Load(load, scope), scope);
                break;
            case ReduceOp reduce:
                Accumulate(reduce, scope);
                break;
            case StoreOp store:
                Store(store, scope);
                break;
        }
    }

    private string Expression(MapOp map, NestScope scope) => map.Function switch
    {
        // a count is one for all lanes
        Function.ShiftLeft or Function.ShiftRight => VectorFunctions.Of(map, [Operand(map.Arguments[0], scope), Scalar(map.Arguments[1])]),
        Function.Dot4 when NestSums.MostOfBytes(map.Arguments[0], plan) is not null => $"I.Dot4Of7Bits({Operand(map.Arguments[0], scope)}, {Operand(map.Arguments[1], scope)})",
        Function.Exp or Function.Exp2 when Signs.IsNowherePositive(map.Arguments[0], plan) => $"VecMath.{map.Function}OfNegative<F, I>({Operand(map.Arguments[0], scope)})",
        _ => VectorFunctions.Of(map, [.. map.Arguments.Select(a => Operand(a, scope))]),
    };

    private static string AccumulatorOf(ReduceOp reduce, int turn) => $"{(turn == 0 ? "a" : "c")}{reduce.Result.Id}";

    private void Accumulator(ReduceOp reduce, int turn) =>
        body.Line($"var {AccumulatorOf(reduce, turn)} = {VectorFunctions.Identity(reduce.Reduction, reduce.Argument.Type.Element)};");

    private void Accumulate(ReduceOp reduce, NestScope scope)
    {
        var element = reduce.Argument.Type.Element;
        var accumulator = AccumulatorOf(reduce, scope.Turn);
        foreach (var product in sums.ProductsOf(reduce))
        {
            var (left, right) = (Operand(product.Arguments[0], scope), Operand(product.Arguments[1], scope));
            var sum = product.Function == Function.Dot4 ? $"I.AddDot4({accumulator}, {left}, {right})" : $"F.MultiplyAdd({left}, {right}, {accumulator})";
            body.Line($"{accumulator} = {Guarded(sum, accumulator)};");
        }

        if (sums.ProductsOf(reduce).Count > 0)
        {
            return;
        }

        var value = Guarded(Operand(reduce.Argument, scope), VectorFunctions.Identity(reduce.Reduction, element));
        body.Line($"{accumulator} = {VectorFunctions.Step(reduce.Reduction, element, accumulator, value)};");

        string Guarded(string real, string other)
        {
            var acrossLanes = reduce.Scope == ReduceScope.All || plan.Lanes.ReducedBy(reduce.Scope) == Side.Lane;
            return !(acrossLanes ? scope.GuardsLane : scope.GuardsOuter) ? real
                : acrossLanes ? $"{element.VectorOf()}.Select(F.FirstLanes((int)({ExtentOf(reduce.Argument, Side.Lane)} - v)), {real}, {other})"
                : $"(r < {ExtentOf(reduce.Argument, Side.Outer)} ? {real} : {other})";
        }
    }

    private void Store(StoreOp store, NestScope scope)
    {
        var value = Operand(store.Stored, scope);
        var target = plan.StoreTargets[store];
        var address = arguments.Window(store.Window);
        var element = plan.Kernel.Tensors[store.Window.Matrix.Tensor].Element;
        if (IsOuterVector(store.Stored))
        {
            var scalar = $"{element.VectorOf()}.First({value})";
            var converted = element == ElementType.SByte ? $"(sbyte)Math.Clamp({scalar}, -128, 127)" : $"({element.CSharp()}){scalar}";
            body.Line($"{Guarded(scope.GuardsOuter, target)}{address}[r] = {converted};");
            return;
        }

        (address, var offset) = store.Stored.Type is TileType ? arguments.Element(store.Window) : (address, "v");
        var guard = Guarded(store.Stored.Type is TileType && scope.GuardsOuter, target);
        if (scope.GuardsLane)
        {
            body.Line($"{guard}{value}.StorePart({address}, {offset}, (int)({ExtentOf(target, Side.Lane)} - v));");
        }
        else if (fetches.CanStream(store))
        {
            // an output that no cache can hold is written past them
            using (body.Open($"{guard}if ({arguments.Streams(store.Window)})"))
            {
                body.Line($"{value}.Stream({address}, {offset});");
            }

            using (body.Open("else"))
            {
                body.Line($"{value}.Store({address}, {offset});");
            }
        }
        else
        {
            body.Line($"{guard}{value}.Store({address}, {offset});");
        }

        string Guarded(bool guarded, Value value) => guarded ? $"if (r < {ExtentOf(value, Side.Outer)}) " : "";
    }

    /// <summary>The local that holds a value as a vector; reads it into one where it has none yet.</summary>
    private string Operand(Value value, NestScope scope)
    {
        if (value.Type is ScalarType)
        {
            return Broadcast(value);
        }

        if (scope.Knows(value))
        {
            return $"v{value.Id}";
        }

        switch (plan.Definition(value))
        {
            case FillOp fill when plan.IsLazy(value):
                return Broadcast(fill.Scalar);
            case IndexOp index when plan.IsLazy(value):
                return Read(plan.Lanes.SideOf(index.Axis) == Side.Lane ? "I.Iota + I.Broadcast((int)v)" : "I.Broadcast((int)r)");
            case LoadOp load when plan.IsLazy(value):
                return Read(Load(load, scope));
            default:
                return Read(FromBuffer(value));
        }

        string Read(string expression)
        {
            body.Line($"var v{value.Id} = {expression};");
            scope.Add(value);
            return $"v{value.Id}";
        }
    }

    private string Broadcast(Value scalar)
    {
        var element = scalar.Type.Element;
        var source = Scalar(scalar);
        var line = element == ElementType.Bool
            ? $"var b{scalar.Id} = F.Equal(F.Broadcast({source} ? 1f : 0f), F.Broadcast(1f));"
            : $"var b{scalar.Id} = {element.VectorOf()}.Broadcast({(element is ElementType.Half or ElementType.BFloat16 ? $"(float){source}" : source)});";
        if (!prologue.Contains(line))
        {
            prologue.Add(line);
        }

        return $"b{scalar.Id}";
    }

    private string Scalar(Value scalar) => plan.Definition(scalar) switch
    {
        ConstantOp constant => Literals.Of(constant),
        DimOp { Dim.ConstantValue: { } size } => size.ToString(CultureInfo.InvariantCulture),
        _ => arguments.Scalar(scalar),
    };

    private string Load(LoadOp load, NestScope scope)
    {
        var vector = load.Result.Type.Element.VectorOf();
        var address = arguments.Window(load.Window);
        var zero = $"{vector}.Broadcast({(vector == "I" ? "0" : "0f")})";
        if (IsOuterVector(load.Result))
        {
            var scalar = $"{vector}.Broadcast({(vector == "I" ? "" : "(float)")}{address}[r])";
            return scope.GuardsOuter ? $"r < {ExtentOf(load.Result, Side.Outer)} ? {scalar} : {zero}" : scalar;
        }

        var isTile = load.Result.Type is TileType;
        (address, var offset) = isTile ? arguments.Element(load.Window) : (address, "v");
        var value = scope.GuardsLane
            ? $"{vector}.LoadPart({address}, {offset}, (int)({ExtentOf(load.Result, Side.Lane)} - v))"
            : $"{vector}.Load({address}, {offset})";
        return isTile && scope.GuardsOuter ? $"r < {ExtentOf(load.Result, Side.Outer)} ? {value} : {zero}" : value;
    }

    private string FromBuffer(Value value)
    {
        var vector = value.Type.Element.VectorOf();
        var buffer = plan.Places[value.Id];
        if (value.Type is TileType)
        {
            var (address, offset) = arguments.Element(buffer);
            return $"{vector}.Load({address}, {offset})";
        }

        var name = arguments.Buffer(buffer);
        return IsOuterVector(value) ? $"{vector}.Broadcast({name}[r])" : $"{vector}.Load({name}, v)";
    }

    private void Define(Value value, string expression, NestScope scope)
    {
        body.Line($"var v{value.Id} = {expression};");
        scope.Add(value);
        if (!plan.Places.TryGetValue(value.Id, out var buffer))
        {
            return;
        }

        if (value.Type is TileType)
        {
            var (address, offset) = arguments.Element(buffer);
            body.Line($"v{value.Id}.Store({address}, {offset});");
        }
        else
        {
            scope.Pending.Add(value);
        }
    }

    private void StoreVector(Value vector)
    {
        var name = arguments.Buffer(plan.Places[vector.Id]);
        body.Line(IsOuterVector(vector) ? $"{name}[r] = {vector.Type.Element.VectorOf()}.First(v{vector.Id});" : $"v{vector.Id}.Store({name}, v);");
    }

    /// <summary>Whether a vector is read one element at a time, as r moves; in a nest of vectors alone none is.</summary>
    private bool IsOuterVector(Value value) => !nest.IsVectorOnly && value.Type.IsVector() && plan.Lanes.SideOf(value.Type) == Side.Outer;

    private bool RunsOutside(Value value) => value.Type.IsVector()
        ? plan.Lanes.SideOf(value.Type) == nest.Outside
        : plan.Definition(value) is IndexOp index && plan.Lanes.SideOf(index.Axis) == nest.Outside;

    private string ExtentOf(Value value, Side side) => arguments.Extent(
        value.Type is TileType ? plan.Extents.Of(value, side, plan.Lanes) : plan.Extents.Length(value));
}
