namespace TileKit.Generators.IR;

/// <summary>A tile program with the launcher it implements: all that the passes and the emitters know.</summary>
/// <param name="Launcher">The partial method to implement.</param>
/// <param name="Tensors">The program's <c>Global&lt;T&gt;</c> parameters, in its order, then its temporaries.</param>
/// <param name="Scalars">Its scalar parameters.</param>
/// <param name="Tunables">Its <c>[Tune]</c> parameters.</param>
/// <param name="Extents">Its <c>[Extent]</c> parameters.</param>
/// <param name="Body">Scalar ops, requires and grids.</param>
/// <param name="ValueCount">One more than the highest value id.</param>
/// <param name="HasIlgpu">Whether the compilation can run ILGPU kernels, so that this one is compiled for them too.</param>
internal sealed record Kernel(
    Launcher Launcher,
    EquatableArray<TensorParameter> Tensors,
    EquatableArray<ScalarParameter> Scalars,
    EquatableArray<Tunable> Tunables,
    EquatableArray<ExtentParameter> Extents,
    Region Body,
    int ValueCount,
    bool HasIlgpu = false);

/// <summary>A tensor that the program is given, or one that it has between its grids.</summary>
/// <param name="Name">The parameter's or variable's name.</param>
/// <param name="Element">The element type in memory.</param>
/// <param name="IsTemp">Whether it lives between the grids.</param>
/// <param name="Factor">Where the kernel does nothing but multiply by it, how; found when the CPU's kernel is planned.</param>
internal sealed record TensorParameter(string Name, ElementType Element, bool IsTemp = false, FactorRole Factor = FactorRole.None);

/// <summary>How a kernel multiplies by a tensor.</summary>
internal enum FactorRole
{
    /// <summary>It also does something else with it.</summary>
    None,

    /// <summary>By the tensor as it is.</summary>
    AsIs,

    /// <summary>By its transpose.</summary>
    Transposed,
}

internal sealed record ScalarParameter(string Name, ElementType Element);

/// <summary>A tile size to choose; <see cref="Values"/> are the user's, or empty for TileKit's own.</summary>
internal sealed record Tunable(string Name, EquatableArray<int> Values);

/// <summary>A tensor's dimension as a tile size, padded to the next of <see cref="Values"/>; exact when there are none (see ExtentAttribute for GPUs).</summary>
internal sealed record ExtentParameter(string Name, int Tensor, Axis Axis, EquatableArray<int> Values);

/// <summary>The partial method that the generator implements.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="ContainingTypes">From the outermost in, each as <c>static partial class Name</c> without its accessibility.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Modifiers">As declared: <c>public static partial</c>.</param>
/// <param name="Accessibility">As declared, for members that stand beside it: <c>public</c>.</param>
/// <param name="Overload">Tells it from the other kernel launchers of its name by its element types; empty for the only one.</param>
/// <param name="Parameters">In order, the device excepted.</param>
/// <param name="DeviceParameter">The name of the first parameter, or null for a launcher over tensor spans.</param>
/// <param name="Signature">The whole parameter list as it must be repeated, with fully qualified types, ref kinds and names.</param>
internal sealed record Launcher(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string Modifiers,
    string Accessibility,
    string Overload,
    EquatableArray<LauncherParameter> Parameters,
    string? DeviceParameter,
    string Signature);

/// <summary>A parameter of the launcher; it pairs with the program's parameter of the same name.</summary>
internal sealed record LauncherParameter(string Name, LauncherParameterKind Kind, ElementType Element);

internal enum LauncherParameterKind
{
    DeviceTensor,
    ReadOnlyTensorSpan,
    TensorSpan,
    Scalar,
}
