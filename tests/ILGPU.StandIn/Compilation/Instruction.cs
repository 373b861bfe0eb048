using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Sanitizer;

/// <summary>An instruction of IL, in its long form.</summary>
/// <param name="code">The operation.</param>
/// <param name="operand">
/// Its operand: a number, a member, a <see cref="Local"/>, the index of an argument, an <see cref="Instruction"/> to branch to, or several.
/// </param>
/// <param name="site">Where it is written; see <see cref="Sites"/>.</param>
internal sealed class Instruction(OpCode code, object? operand, int site)
{
    public OpCode Code { get; set; } = code;

    public object? Operand { get; set; } = operand;

    public int Site { get; set; } = site;

    public bool IsSuspension => Operand is MethodBase called && KernelMethods.IsSuspension(called);

    public bool IsMeeting => Operand is MethodBase called && KernelMethods.IsMeeting(called);

    public Instruction[] Targets => Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}

/// <summary>A local variable of what is compiled.</summary>
/// <param name="type">Its type.</param>
internal sealed class Local(Type type)
{
    public Type Type => type;
}
