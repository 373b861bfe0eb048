namespace ILGPU.Sanitizer;

/// <summary>Where an element may lie.</summary>
internal static class Alignment
{
    /// <summary>The alignment a device wants for a whole load of an element: its size where that is a power of two, at most 16.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    public static unsafe int Of<T>()
        where T : unmanaged => Math.Min(16, sizeof(T) & -sizeof(T));
}
