using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Generators.Tests.Passes.Ilgpu;

/// <summary>What is the same for a row, a column or a whole tile is kept once.</summary>
public class FormsTests
{
    [Fact]
    public void Fills_AreOneNumber() => Assert.Equal(Form.Uniform, OfStored("Y[i, j] = Zeros<float>(BM, BN);"));

    [Fact]
    public void MapsOfFills_AreOneNumber() => Assert.Equal(Form.Uniform, OfStored("Y[i, j] = Exp(Ones<float>(BM, BN)) * s;"));

    [Fact]
    public void Loads_DifferEverywhere() => Assert.Equal(Form.Both, OfStored("Y[i, j] = X[i, j] + Zeros<float>(BM, BN);"));

    [Fact]
    public void VectorsOverATile_DifferAlongTheirSide()
    {
        Assert.Equal(Form.Rows, OfStored("Y[i, j] = Zeros<float>(BM, BN) + Exp(RowSum(X[i, j]));"));
        Assert.Equal(Form.Cols, OfStored("Y[i, j] = Zeros<float>(BM, BN) + Exp(ColSum(X[i, j]));"));
        Assert.Equal(Form.Both, OfStored("Y[i, j] = Zeros<float>(BM, BN) + RowSum(X[i, j]) + ColSum(X[i, j]);"));
    }

    /// <summary>Masks compare indices: those of rows and columns, and what follows from one of them alone.</summary>
    [Fact]
    public void Indices_DifferAlongTheirAxis()
    {
        var (grid, forms) = IlgpuPlans.FormsOf(Programs.Body("Y[i, j] = RightFill(Tril(X[i, j], n), n, s);"));
        var ops = grid.Body.Descendants().ToList();
        Assert.All(ops.OfType<IndexOp>(), index => Assert.Equal(index.Axis == TileAxis.Row ? Form.Rows : Form.Cols, forms[index.Result]));
        Assert.Equal(
            [Form.Cols, Form.Both],
            ops.OfType<MapOp>().Where(m => m.Function is Function.Less or Function.LessEqual && m.Result.Type is TileType).Select(m => forms[m.Result]).Distinct().Order());
    }

    /// <summary>An accumulator begins as one number, and is none after an iteration.</summary>
    [Fact]
    public void WhatALoopCarries_DiffersEverywhere()
    {
        var (grid, forms) = IlgpuPlans.FormsOf(KernelSources.Attention);
        var loop = Assert.Single(grid.Body.Descendants().OfType<ForOp>());
        Assert.All(loop.Carried.Concat(loop.Results), v => Assert.Equal(v.Type is TileType ? Form.Both : Form.Rows, forms[v]));
    }

    private static Form OfStored(string body)
    {
        var (grid, forms) = IlgpuPlans.FormsOf(Programs.Body(body));
        return forms[Assert.Single(grid.Body.Descendants().OfType<StoreOp>()).Stored];
    }
}
