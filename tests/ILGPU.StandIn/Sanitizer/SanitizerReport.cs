namespace ILGPU.Sanitizer;

/// <summary>What can be wrong with a kernel.</summary>
public enum FaultKind
{
    /// <summary>An access outside a view, or a view outside another.</summary>
    OutOfBounds,

    /// <summary>A read of shared memory that nothing wrote since the group began.</summary>
    Uninitialised,

    /// <summary>Two threads, no barrier between them, at one element, and one of them writes.</summary>
    Race,

    /// <summary>Threads of a group wait at different barriers, or some ended while others wait; or where a warp meets.</summary>
    DivergentBarrier,

    /// <summary>A view taken as aligned starts at an address that is not.</summary>
    Misaligned,

    /// <summary>A group takes more shared memory than the device has.</summary>
    SharedMemory,

    /// <summary>A division by zero, or another operation that has a result on a device, but none that is defined; a shuffle from no lane.</summary>
    Undefined,
}

/// <summary>A fault of a kernel.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">What was done.</param>
/// <param name="Kernel">The kernel's method.</param>
/// <param name="Group">The index of the group.</param>
/// <param name="Thread">The thread's index in its group.</param>
/// <param name="Where">File and line of the kernel's own text.</param>
public sealed record SanitizerReport(FaultKind Kind, string Message, string Kernel, int Group, int Thread, string Where)
{
    public override string ToString() => $"{Kind}: {Message}; kernel {Kernel}, group {Group}, thread {Thread}, {Where}";
}

/// <summary>A launch did what no device would let pass, or what every device may do differently.</summary>
/// <param name="reports">What was found, in the order it was found; a place is reported once.</param>
public sealed class SanitizerException(IReadOnlyList<SanitizerReport> reports)
    : Exception(string.Join(Environment.NewLine, reports))
{
    /// <summary>What was found, in the order it was found; a place is reported once.</summary>
    public IReadOnlyList<SanitizerReport> Reports { get; } = reports;
}
