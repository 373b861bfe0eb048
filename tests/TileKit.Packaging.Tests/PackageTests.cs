namespace TileKit.Packaging.Tests;

public class PackageTests(PackedTileKit packed) : IClassFixture<PackedTileKit>
{
    [Fact]
    public async Task Package_HasLibraryAndGeneratorAndReadme()
    {
        var contents = await packed.ContentsAsync();

        Assert.Contains("lib/net10.0/TileKit.dll", contents);
        Assert.Contains("lib/net10.0/TileKit.xml", contents);
        Assert.Contains("analyzers/dotnet/cs/TileKit.Generators.dll", contents);
        Assert.Contains("README.md", contents);
    }

    [Fact]
    public async Task Package_HasNoOtherAssembly()
    {
        var assemblies = (await packed.ContentsAsync()).Where(static path => path.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Equal(["TileKit.Generators.dll", "TileKit.dll"], assemblies.Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>A project outside the repository, strict about warnings, with one PackageReference and the Quickstart's code.</summary>
    [Fact]
    public async Task Consumer_BuildsAndRunsTheQuickstart()
    {
        var folder = packed.NewFolder("consumer");
        await File.WriteAllTextAsync(Path.Combine(folder, "Consumer.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), NuGetConfig);
        foreach (var file in Directory.GetFiles(PackedTileKit.RepositoryPath("samples", "Quickstart"), "*.cs"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await DotNet.RunAsync(folder, "build", "-c", "Release", "-o", "out", "-p:UseSharedCompilation=false");
        var printed = await DotNet.RunAsync(folder, Path.Combine("out", "Consumer.dll"));

        QuickstartOutput.AssertRight(printed);
    }

    private string Project =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AllowUnsafeBlocks>false</AllowUnsafeBlocks>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TileKit" Version="[{packed.Version}]" />
          </ItemGroup>
        </Project>
        """;

    // The feed joins the user's own sources; packages land in a folder of this test's own, so that nothing stale is used.
    private string NuGetConfig =>
        $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="packages" />
          </config>
          <packageSources>
            <add key="tilekit-test" value="{packed.Feed}" />
          </packageSources>
        </configuration>
        """;
}
