using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Generators.Tests.Passes.Cpu;

/// <summary>Which powers are known to have no positive exponent.</summary>
public class SignsTests
{
    [Theory]
    [InlineData("t - RowMax(t)")]
    [InlineData("t - Max(RowSum(t), RowMax(t))")]
    [InlineData("t - Max(RowMax(t), RowSum(t))")]
    [InlineData("t - Or(RowMax(t), RowMax(t), 0f)")]
    public void WhatIsLeft_WhenTheGreatestIsTakenOff(string difference) => Assert.True(IsNowherePositive(difference));

    [Theory]
    [InlineData("t")]
    [InlineData("RowMax(t) - t")]
    [InlineData("t - RowMin(t)")]
    [InlineData("t - Min(RowSum(t), RowMax(t))")]
    [InlineData("t - RowMax(2f * t)")]
    [InlineData("t - Or(RowMax(t), RowSum(t), 0f)")]             // what is −∞ is not what is taken off
    [InlineData("t - Or(RowSum(t), RowSum(t), 0f)")]
    [InlineData("t - Where(Equal(RowMax(t), 0f), RowSum(t), RowMax(t))")]
    [InlineData("t - Where(Equal(RowMax(t), float.NegativeInfinity), RowMax(t), RowSum(t))")]
    public void NothingElse(string difference) => Assert.False(IsNowherePositive(difference));

    private static bool IsNowherePositive(string difference)
    {
        var plan = PlanOf.Source(Programs.Body(
            $"var t = X[i, j]; Y[i, j] = Exp({difference});",
            "static ColVec<float> Or(ColVec<float> most, ColVec<float> tested, float other) => Where(Equal(tested, float.NegativeInfinity), other, most);"));
        var power = plan.Grid.Body.Descendants().OfType<MapOp>().Single(map => map.Function == Function.Exp);
        return Signs.IsNowherePositive(power.Arguments[0], plan);
    }
}
