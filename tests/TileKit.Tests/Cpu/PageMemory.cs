using System.Runtime.InteropServices;

namespace TileKit.Tests.Cpu;

/// <summary>The memory calls of Linux.</summary>
internal static unsafe class PageMemory
{
    [DllImport("libc")]
    public static extern void* mmap(void* address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc")]
    public static extern int mprotect(void* address, nuint length, int protection);

    [DllImport("libc")]
    public static extern int munmap(void* address, nuint length);
}
