using System.Runtime.CompilerServices;
using ILGPU.Sanitizer;

namespace ILGPU;

/// <summary>Operations that no other thread interrupts: threads of the stand-in run one at a time.</summary>
public static unsafe class Atomic
{
    /// <summary>Adds to an element.</summary>
    /// <param name="target">The element.</param>
    /// <param name="value">What is added.</param>
    /// <returns>The value before.</returns>
    public static int Add(ref int target, int value)
    {
        Access.Atomic(Unsafe.AsPointer(ref target), sizeof(int));
        var before = target;
        target += value;
        return before;
    }

    /// <summary>Adds to an element.</summary>
    /// <param name="target">The element.</param>
    /// <param name="value">What is added.</param>
    /// <returns>The value before.</returns>
    public static float Add(ref float target, float value)
    {
        Access.Atomic(Unsafe.AsPointer(ref target), sizeof(float));
        var before = target;
        target += value;
        return before;
    }
}
