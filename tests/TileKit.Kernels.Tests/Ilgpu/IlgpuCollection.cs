namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>The tests that share an ILGPU device, and with it the compiled kernels.</summary>
[CollectionDefinition(Name)]
public sealed class IlgpuCollection : ICollectionFixture<IlgpuTestDevice>
{
    public const string Name = "ILGPU";
}
