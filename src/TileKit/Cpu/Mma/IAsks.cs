using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>Whether a micro-kernel asks for memory that is read later, known to the compiler.</summary>
internal interface IAsks
{
    static abstract bool Asks { get; }
}

/// <summary>It asks, where there is an instruction for it.</summary>
internal readonly struct Asking : IAsks
{
    public static bool Asks => Sse.IsSupported;
}

/// <summary>It does not.</summary>
internal readonly struct Computing : IAsks
{
    public static bool Asks => false;
}
