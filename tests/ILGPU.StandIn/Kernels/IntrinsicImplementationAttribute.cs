namespace ILGPU.IR.Intrinsics;

/// <summary>Marks a method that a back end may have an instruction for. Here it runs as it is written.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IntrinsicImplementationAttribute : Attribute;
