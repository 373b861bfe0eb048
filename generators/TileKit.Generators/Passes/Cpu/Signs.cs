using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>What is known of a value's sign, whatever the launch.</summary>
internal static class Signs
{
    private const int MinusInfinity = unchecked((int)0xFF800000);

    /// <summary>Whether a value is zero, negative or NaN everywhere: what is left of another when its greatest is taken off, or more than that.</summary>
    public static bool IsNowherePositive(Value value, CpuPlan plan) =>
        plan.Definition(value) is MapOp { Function: Function.Subtract } less && IsAtLeast(less.Arguments[1], less.Arguments[0], plan);

    private static bool IsAtLeast(Value bound, Value value, CpuPlan plan) => bound.Id == value.Id || plan.Definition(bound) switch
    {
        ReduceOp { Reduction: Reduction.Max } most => most.Argument.Id == value.Id,
        MapOp { Function: Function.Max } greater => IsAtLeast(greater.Arguments[0], value, plan) || IsAtLeast(greater.Arguments[1], value, plan),

        // the way of online softmax around −∞ − (−∞): where nothing is greater than −∞, another number is taken off
        MapOp { Function: Function.Select } choice => plan.Definition(choice.Arguments[0]) is MapOp { Function: Function.Equal } equal
            && equal.Arguments[0].Id == choice.Arguments[2].Id && IsMinusInfinity(equal.Arguments[1], plan) && IsAtLeast(choice.Arguments[2], value, plan),
        _ => false,
    };

    private static bool IsMinusInfinity(Value value, CpuPlan plan) => plan.Definition(value) switch
    {
        FillOp fill => IsMinusInfinity(fill.Scalar, plan),
        ConstantOp constant => constant.Bits == MinusInfinity,
        _ => false,
    };
}
