using ILGPU.IR.Intrinsics;

namespace TileKit.Ilgpu.Tests.Kernels;

public class LateFunctionsTests
{
    [Fact]
    public void Every_body_has_its_function_and_every_function_is_marked()
    {
        var functions = LateFunctions.All().ToList();
        Assert.Equal(33, functions.Count);
        foreach (var (function, body) in functions)
        {
            Assert.Equal((body.Name, body.ReturnType), (function.Name, function.ReturnType));
            Assert.True(function.IsDefined(typeof(IntrinsicImplementationAttribute), inherit: false), $"{function.DeclaringType!.Name}.{function.Name} is not marked");
        }
    }
}
