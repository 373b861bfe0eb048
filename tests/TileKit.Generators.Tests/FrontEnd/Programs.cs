namespace TileKit.Generators.Tests.FrontEnd;

/// <summary>Sources around the lines that a test is about.</summary>
internal static class Programs
{
    /// <summary>The members of a class with launcher <c>Run(device, x, y, s, n)</c>; the test writes <c>Program</c>.</summary>
    public static string Members(string members) =>
        $$"""
        public static partial class Kernels
        {
            [TileKernel("Program")]
            public static partial void Run(Device device, DeviceTensor<float> x, DeviceTensor<float> y, float s, int n);

        {{members}}
        }
        """;

    /// <summary>The body of the program: views X and Y of tiles BM x BN are there, and so is the grid when the test writes it.</summary>
    public static string Program(string body, string members = "") => Members(
        $$"""
            static void Program(Global<float> x, Global<float> y, float s, int n, [Tune] int BM, [Tune] int BN)
            {
                var X = x.Tiles(BM, BN);
                var Y = y.Tiles(BM, BN);
        {{body}}
            }

        {{members}}
        """);

    /// <summary>The body of the grid over Y with indices i and j.</summary>
    public static string Body(string body, string members = "") => Program(
        $$"""
                foreach (var (i, j) in Grid(Y))
                {
        {{body}}
                }
        """,
        members);
}
