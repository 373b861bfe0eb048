using System.Reflection;

namespace ILGPU.StandIn.Tests;

/// <summary>
/// The stand-in has the members of tests/ILGPU.StandIn/members.txt, and ILGPU has them too: the first is tested in a build with the stand-in
/// (TILEKIT_ACCEPT=1 writes the list), the second in one with the package.
/// </summary>
public class MemberListTests
{
    private static readonly string File = Path.Combine(
        typeof(MemberListTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!,
        "tests/ILGPU.StandIn/members.txt");

#if ILGPU_PACKAGE
    /// <summary>The sanitizer's own members of ILGPU's types.</summary>
    private static readonly string[] Own =
        ["ILGPU.Warp: static System.Void Put<T>(T)", "ILGPU.Warp: static System.Void Meet()", "ILGPU.Warp: static T Get<T>(System.Int32)"];

    [Fact]
    public void TheListIsOfMembersOfIlgpu()
    {
        var members = Members.Visible(typeof(Context).Assembly).ToHashSet();

        // The sanitizer's own namespace is the only one that ILGPU does not have.
        var listed = System.IO.File.ReadLines(File).Where(static line => !line.StartsWith("ILGPU.Sanitizer.", StringComparison.Ordinal));
        Assert.All(listed.Except(Own), line => Assert.Contains(line, members));
    }
#else
    [Fact]
    public void TheListIsOfMembersOfTheStandIn()
    {
        var members = string.Concat(Members.Declared(typeof(Context).Assembly).Select(static line => line + "\n"));
        if (Environment.GetEnvironmentVariable("TILEKIT_ACCEPT") == "1")
            System.IO.File.WriteAllText(File, members);

        Assert.Equal(System.IO.File.ReadAllText(File), members);
    }
#endif
}
