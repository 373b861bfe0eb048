using System.Runtime.CompilerServices;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>A reduction to a scalar goes over rows first.</summary>
public class LowerReductionsTests
{
    [Fact]
    public void Sum_OfATileIsOneOfItsRowSums() => Verify("Y[i, j] = X[i, j] / Sum(X[i, j]);");

    [Fact]
    public void Max_OfAVectorStays() => Verify("Y[i, j] = X[i, j] - Max(x.RowVecs(BN)[j]);");

    private static void Verify(string body, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(PassText.Of(Programs.Body(body), LowerReductions.Run), file: file, method: method);
}
