using System.Runtime.CompilerServices;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>Branches that only map become choices.</summary>
public class ConvertBranchesTests
{
    [Fact]
    public void Maps_RunOnBothSidesAndAreChosen() => Verify("var t = X[i, j]; if (n > 0) t = t * s; Y[i, j] = t;");

    [Fact]
    public void Else_IsTheOtherChoice() => Verify("var t = X[i, j]; if (n > 0) t = t * s; else t = -t; Y[i, j] = t;");

    [Fact]
    public void NestedBranches_AreOneChoiceOnBothConditions() => Verify("var t = X[i, j]; if (n > 0) { if (s > 1f) t = -t; } Y[i, j] = t;");

    [Fact]
    public void Reductions_KeepTheBranch() => Verify("var t = X[i, j]; if (n > 0) t = t - RowMax(t); Y[i, j] = t;");

    [Fact]
    public void IntegerDivision_MayRunOnBothSides() => Verify("var t = X[i, j]; if (n > 0) t = t * (i / n); Y[i, j] = t;");

    [Fact]
    public void Scalars_KeepTheBranch() => Verify("var c = 1; if (n > 0) c = 2; Y[i, j] = X[i, j] * c;");

    private static void Verify(string body, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(PassText.Of(Programs.Body(body), ConvertBranches.Run), file: file, method: method);
}
