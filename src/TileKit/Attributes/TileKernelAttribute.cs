namespace TileKit;

/// <summary>
/// Marks a <see langword="static"/> <see langword="partial"/> <see langword="void"/> method as the launcher of a tile program. The
/// generator writes its body: the launch checks and the fused kernel.
/// </summary>
/// <remarks>
/// A launcher takes a <see cref="Device"/> first and then <see cref="DeviceTensor{T}"/> and scalar parameters, or no device and
/// <c>ReadOnlyTensorSpan&lt;T&gt;</c>/<c>TensorSpan&lt;T&gt;</c> (the CPU, in place). Its parameters pair with the program's by name.
/// </remarks>
/// <param name="program">The name of the static method, in the same type, that is the program.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class TileKernelAttribute(string program) : Attribute
{
    /// <summary>The name of the program's method.</summary>
    public string Program { get; } = program;
}
