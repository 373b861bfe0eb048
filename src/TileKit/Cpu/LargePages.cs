using System.Runtime.InteropServices;

namespace TileKit.Cpu;

/// <summary>
/// Native memory, in large pages where the system gives them on request. Small ones cost an address translation each 4 KB, and lie so that a cache
/// indexed by physical addresses holds about half of its size.
/// </summary>
internal static unsafe partial class LargePages
{
    /// <summary>The size of a large page.</summary>
    public const int Size = 2 << 20;

    private const nuint Line = 64; // a cache line, and the widest vector
    private const int HugePage = 14; // MADV_HUGEPAGE

    /// <summary>Allocates memory, aligned to 64 bytes at least; to be freed by <see cref="NativeMemory.AlignedFree"/>.</summary>
    /// <param name="bytes">Its size.</param>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    public static void* Alloc(nuint bytes)
    {
        if (bytes < Size || !OperatingSystem.IsLinux())
        {
            return NativeMemory.AlignedAlloc(bytes, Line);
        }

        var memory = NativeMemory.AlignedAlloc(bytes, Size);
        _ = Advise(memory, bytes / Size * Size, HugePage); // a system that refuses gives small pages
        return memory;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(void* memory, nuint bytes, int advice);
}
