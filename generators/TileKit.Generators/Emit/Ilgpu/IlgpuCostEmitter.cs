using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>Writes what a launch does with given sizes, for the choice of a variant; the model of the device is in the run time.</summary>
internal sealed class IlgpuCostEmitter
{
    private readonly Kernel kernel;
    private readonly Averages averages;
    private readonly IndentedWriter writer;
    private readonly HashSet<int> storedTensors;
    private readonly ILookup<int, Op> readers;
    private readonly Dictionary<int, LoadOp> loads;
    private readonly Forms forms;
    private int loops;

    private IlgpuCostEmitter(Kernel kernel, GridOp grid, IndentedWriter writer)
    {
        this.kernel = kernel;
        averages = new Averages(kernel, grid);
        this.writer = writer;
        storedTensors = grid.Body.StoredTensors();
        readers = grid.Body.Descendants().SelectMany(o => o.Operands().Select(v => (v.Id, Op: o))).ToLookup(p => p.Id, p => p.Op);
        loads = grid.Body.Descendants().OfType<LoadOp>().ToDictionary(l => l.Result.Id);
        forms = new Forms(grid.Body);
    }

    /// <summary>The statements that tell it of one grid.</summary>
    public static void Write(Kernel kernel, GridOp grid, IndentedWriter writer)
    {
        var emitter = new IlgpuCostEmitter(kernel, grid, writer);
        writer.Line($"double t0 = {emitter.averages.Instances};");
        writer.Line("cost.Instances(t0);");
        emitter.Write(grid.Body, "t0");
    }

    private void Write(Region region, string times)
    {
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case ForOp loop:
                    var name = $"t{++loops}";
                    writer.Line($"double {name} = {times} * {averages.Iterations(loop)};");
                    Write(loop.Body, name);
                    break;
                case IfOp branch:
                    Write(branch.Then, times);
                    Write(branch.Else, times);
                    break;
                case MmaOp { A.Type: TileType a, Result.Type: TileType tile } mma:
                    writer.Line($"cost.Mma({times}, {tile.Rows}, {tile.Cols}, {(mma.TransposeA ? a.Rows : a.Cols)}, {Bytes(mma.B.Type.Element)}{(Bytes(mma.A.Type.Element) > Bytes(mma.B.Type.Element) ? $", instructions: {TensorCores.Instructions(mma)}" : "")});");
                    foreach (var operand in new[] { mma.A, mma.B }.Where(v => !IsStaged(v)))
                    {
                        Exchange(operand.Type, times, "Operand");
                    }

                    break;
                case LoadOp load when IsStaged(load.Result):
                    writer.Line($"cost.Stage({times}, {load.Window.Rows}, {load.Window.Cols}, {Bytes(kernel.Tensors[load.Window.Matrix.Tensor].Element)}, pipelined: {(times == "t0" ? "false" : "true")});");
                    break;
                case LoadOp load:
                    Memory(load.Result.Type, load.Window.Matrix.Tensor, times);
                    break;
                case GatherOp gather:
                    Memory(gather.Result.Type, gather.Matrix.Tensor, times);
                    break;
                case WriteOp write:
                    Memory(write.Stored.Type, write.Tensor, times);
                    break;
                case MapOp { Result.Type: TileType tile } map when forms[map.Result] == Form.Both:
                    writer.Line($"cost.Map({times}, {tile.Rows}, {tile.Cols}, {Weight(map.Function)});");
                    break;
                case ReduceOp { Argument.Type: TileType tile } reduce:
                    writer.Line($"cost.Map({times}, {tile.Rows}, {tile.Cols}, 1);");
                    writer.Line($"cost.Reduce({times}, {(reduce.Scope == ReduceScope.Row ? tile.Rows : tile.Cols)});");
                    break;
                case ReduceOp:
                    writer.Line($"cost.Reduce({times}, 1);");
                    break;
                case TransposeOp or SubtileOp:
                    Exchange(((ValueOp)op).Result.Type, times);
                    break;
            }
        }
    }

    private void Memory(IrType type, int tensor, string times)
    {
        if (type is TileType tile)
        {
            writer.Line($"cost.Memory({times}, {tile.Rows}, {tile.Cols}, {Bytes(kernel.Tensors[tensor].Element)});");
        }
    }

    private void Exchange(IrType type, string times, string method = "Exchange")
    {
        if (type is TileType tile)
        {
            writer.Line($"cost.{method}({times}, {tile.Rows}, {tile.Cols});");
        }
    }

    private static int Bytes(ElementType element) => element switch
    {
        ElementType.SByte => 1,
        ElementType.Half or ElementType.BFloat16 => 2,
        _ => 4,
    };

    private bool IsStaged(Value value) =>
        loads.TryGetValue(value.Id, out var load) && BuildIlgpuSteps.IsStaged(load, readers[value.Id], storedTensors);

    // instructions an element takes, roughly
    private static int Weight(Function function) => function switch
    {
        Function.Exp or Function.Exp2 => 12,
        Function.Gelu or Function.Silu or Function.Sigmoid or Function.Tanh or Function.Log or Function.Log2 => 25,
        Function.Divide or Function.Sqrt or Function.Rsqrt => 8,
        _ => 1,
    };
}
