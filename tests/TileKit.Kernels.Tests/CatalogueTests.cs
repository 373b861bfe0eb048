using System.Reflection;
using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>The catalogue leaves nothing out.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void Has_every_launcher_that_takes_a_device()
    {
        var launchers = typeof(Gemm).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.GetParameters() is [var first, ..] && first.ParameterType == typeof(Device))
            .Where(method => !TestedElsewhere.Has(method))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name} {Element.Name(method.GetParameters()[1].ParameterType.GetGenericArguments()[0])}");

        Assert.Equal(
            launchers.Order(StringComparer.Ordinal),
            Kernel.All.Keys.Select(name => name.Replace("causal ", "", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
