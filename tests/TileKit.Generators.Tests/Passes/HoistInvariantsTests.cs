using System.Runtime.CompilerServices;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>What a loop does not change leaves it.</summary>
public class HoistInvariantsTests
{
    [Fact]
    public void Loads_AndScalarsLeaveTheLoop() => Verify("var t = X[i, j]; for (var k = 0; k < n; k++) t = t + X[i, 0] * (s * 2f); Y[i, j] = t;");

    [Fact]
    public void Loads_LeaveAllLoopsThatDoNotChangeThem() => Verify("var t = X[i, j]; for (var k = 0; k < n; k++) for (var l = 0; l < k; l++) t = t + X[i, k]; Y[i, j] = t;");

    [Fact]
    public void Maps_OfTilesStay() => Verify("var t = X[i, j]; for (var k = 0; k < n; k++) t = t + Exp(X[i, 0]); Y[i, j] = t;");

    [Fact]
    public void LoadsOfTheOutput_Stay() => Verify("for (var k = 0; k < n; k++) Y[i, j] = Y[i, j] + s;");

    [Fact]
    public void IntegerDivision_LeavesTheLoopToo() => Verify("var t = X[i, j]; for (var k = 0; k < n; k++) t = t + (i / n); Y[i, j] = t;");

    private static void Verify(string body, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(PassText.Of(Programs.Body(body), HoistInvariants.Run), file: file, method: method);
}
