using System.Runtime.InteropServices;
using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

/// <summary>Elements that end where readable memory ends (on Linux; elsewhere ordinary memory), with known bytes before them.</summary>
internal sealed unsafe class GuardedMemory<T> : IDisposable
    where T : unmanaged
{
    private const int Page = 4096;
    private readonly byte* _base;
    private readonly nuint _size;

    public GuardedMemory(int length)
    {
        Length = length;
        var bytes = length * sizeof(T);
        var pages = (nuint)(((bytes + 64 + Page - 1) / Page) + 1) * Page;
        _size = pages;
        if (OperatingSystem.IsLinux())
        {
            _base = (byte*)PageMemory.mmap(null, pages, 3, 0x22, -1, 0);
            Assert.NotEqual(-1, (nint)_base);
            Assert.Equal(0, PageMemory.mprotect(_base + pages - Page, Page, 0));
        }
        else
        {
            _base = (byte*)NativeMemory.AlignedAlloc(pages, Page);
        }

        Pointer = new Ptr<T>((T*)(_base + pages - Page - bytes));
        NativeMemory.Fill(_base, pages - Page, 0xA5);
    }

    public int Length { get; }

    public Ptr<T> Pointer { get; }

    public Span<T> Span => new((void*)Address, Length);

    private nint Address => (nint)Pointer.Address;

    /// <summary>Fails if anything before the first element was written.</summary>
    public void AssertGuards()
    {
        for (var p = (byte*)Address - 64; p < (byte*)Address; p++)
        {
            Assert.Equal(0xA5, *p);
        }
    }

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = PageMemory.munmap(_base, _size);
        }
        else
        {
            NativeMemory.AlignedFree(_base);
        }
    }
}
