using System.Collections.Generic;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>One step of a program instance.</summary>
internal abstract class Step
{
    /// <summary>Its place in the order, for lifetimes.</summary>
    public int Position { get; set; }
}

/// <summary>A scalar computation.</summary>
internal sealed class ScalarStep(Op op) : Step
{
    public Op Op => op;
}

/// <summary>Finds the group and the tile of an instance of a ragged grid, and ends the instance where there is none.</summary>
internal sealed class GroupsStep(GroupsOp op) : Step
{
    public GroupsOp Op => op;
}

/// <summary>Declares the local of a real extent.</summary>
internal sealed class ExtentStep(string name, string expression) : Step
{
    public string Name => name;

    public string Expression => expression;
}

/// <summary>Gives the locals of carried extents their next values.</summary>
internal sealed class AssignStep(IReadOnlyList<string> names, IReadOnlyList<string> expressions) : Step
{
    public IReadOnlyList<string> Names => names;

    public IReadOnlyList<string> Expressions => expressions;
}

internal class ForStep(ForOp op, IReadOnlyList<Step> body) : Step
{
    public ForOp Op => op;

    public IReadOnlyList<Step> Body => body;

    public int End { get; set; }
}

internal sealed class IfStep(IfOp op, IReadOnlyList<Step> then, IReadOnlyList<Step> otherwise) : Step
{
    public IfOp Op => op;

    public IReadOnlyList<Step> Then => then;

    public IReadOnlyList<Step> Else => otherwise;

    public int End { get; set; }
}
