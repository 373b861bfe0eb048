using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Tests.Harness;

/// <summary>A compiled consumer in a load context of its own; TileKit itself is the one the test runs with.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Consumer", isCollectible: true);

    private LoadedAssembly(Stream image) => Assembly = _context.LoadFromStream(image);

    public Assembly Assembly { get; }

    public static LoadedAssembly Of(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new LoadedAssembly(image);
    }

    /// <summary>A static method, private ones included: the launcher or the program behind it.</summary>
    public MethodInfo Method(string type, string method) =>
        Assembly.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        ?? throw new MissingMethodException(type, method);

    /// <summary>A static method as a delegate: for launchers over tensor spans, which reflection cannot call.</summary>
    public TDelegate Delegate<TDelegate>(string type, string method)
        where TDelegate : Delegate =>
        Method(type, method).CreateDelegate<TDelegate>();

    /// <summary>Calls a static method; what it throws arrives as it was thrown.</summary>
    public object? Call(string type, string method, params object?[] arguments) =>
        Method(type, method).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    public void Dispose() => _context.Unload();
}
