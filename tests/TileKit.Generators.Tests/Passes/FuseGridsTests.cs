using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>Neighbouring grids that meet tile on tile become one.</summary>
public class FuseGridsTests
{
    private const string Temp = "Require(x.Rows == y.Rows && x.Cols == y.Cols); var t = Temp<float>(x.Rows, x.Cols); var T = t.Tiles(BM, BN);";
    private const string First = Temp + " foreach (var (i, j) in Grid(X)) T[i, j] = X[i, j] * s;";

    [Fact]
    public void TheTemporary_Disappears() => Golden.Verify(PassText.Of(Programs.Program(First + " foreach (var (i, j) in Grid(Y)) Y[i, j] = Exp(T[i, j]);"), FuseGrids.Run));

    [Fact]
    public void WhatALaterGridReads_IsStillStored() => Golden.Verify(PassText.Of(
        Programs.Program(First + " foreach (var (i, j) in Grid(X)) Y[i, j] = T[i, j]; foreach (var i in Grid(1)) y[0, 1].Tiles(BM, BN)[i, 0] = T[i, 1];"), FuseGrids.Run));

    [Theory]
    [InlineData(1, First + " foreach (var (i, j) in Grid(CeilDiv(t.Rows, BM), Y.Cols)) for (var k = 0; k < n; k++) Y[i, j] = T[i, j] * k;")]
    [InlineData(2, First + " foreach (var (i, j) in Grid(Y)) Y[i, j] = T[i, j]; var u = Temp<int>(1, 1); foreach (var (i, j) in Grid(Y)) u.Tiles(BM, BN)[i, j] = Zeros<int>(BM, BN);")]
    [InlineData(2, First + " foreach (var (i, j) in Grid(Y)) Y[i, j] = T[i, j + 1];")]
    [InlineData(2, First + " foreach (var (i, j) in Grid(Y)) Y[i, j] = RowSum(t.Tiles(BM, 2 * BN)[i, j]) + Zeros<float>(BM, BN);")]
    [InlineData(2, First + " foreach (var (j, i) in Grid(Y)) Y[i, j] = T[i, j];")]
    [InlineData(2, First + " foreach (var (i, j) in Grid(Y.Rows + 1, Y.Cols)) Y[i, j] = T[i, j];")]
    [InlineData(2, First + " foreach (var (i, j) in Grid(Y)) Y[i, j] = T[i, j] * t.At(0, j);")]
    [InlineData(2, Temp + " foreach (var (i, j) in Grid(X)) T[i, j] = X[i, j]; foreach (var (i, j) in Grid(Y)) Y[i, j] = X[i, j];")]
    [InlineData(2, Temp + " foreach (var (i, j) in Grid(X)) { if (n > 0) T[i, j] = X[i, j]; } foreach (var (i, j) in Grid(Y)) Y[i, j] = T[i, j];")]
    [InlineData(2, Temp + " foreach (var (i, j) in Grid(X)) T[i, j] = Y[i, j]; foreach (var (i, j) in Grid(Y)) Y[i, j] = T[i, j];")]
    public void Grids_AreAsManyAsNeeded(int grids, string program)
    {
        var kernel = PassText.Lower(Programs.Program(program));
        var context = new PassContext(kernel.ValueCount, CancellationToken.None);
        kernel = ResolveShapes.Run(kernel, context);
        kernel = VerifyMemory.Run(kernel, context);
        Assert.Empty(context.Diagnostics);
        Assert.Equal(grids, FuseGrids.Run(kernel, context).Body.Ops.OfType<GridOp>().Count());
    }
}
