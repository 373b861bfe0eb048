using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace TileKit.Tuning;

/// <summary>The processor's own name; the architecture where it tells none.</summary>
internal static class ProcessorName
{
    // the leaves of CPUID that hold the name, 16 characters each
    private const uint FirstLeaf = 0x8000_0002;
    private const uint LastLeaf = 0x8000_0004;

    public static string Text { get; } = Read();

    private static string Read()
    {
        var name = "";
        if (X86Base.IsSupported && (uint)X86Base.CpuId(unchecked((int)0x8000_0000), 0).Eax >= LastLeaf)
        {
            Span<byte> characters = stackalloc byte[16];
            for (var leaf = FirstLeaf; leaf <= LastLeaf; leaf++)
            {
                var (a, b, c, d) = X86Base.CpuId((int)leaf, 0);
                BinaryPrimitives.WriteInt32LittleEndian(characters, a);
                BinaryPrimitives.WriteInt32LittleEndian(characters[4..], b);
                BinaryPrimitives.WriteInt32LittleEndian(characters[8..], c);
                BinaryPrimitives.WriteInt32LittleEndian(characters[12..], d);
                name += Encoding.ASCII.GetString(characters);
            }
        }

        name = name.Trim('\0', ' ');
        return name.Length > 0 ? name : RuntimeInformation.ProcessArchitecture.ToString();
    }
}
