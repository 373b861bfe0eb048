using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ILGPU.Sanitizer;

/// <summary>Finds lines in the portable PDB of an assembly: inside it or beside it.</summary>
internal static class SourceLines
{
    private static readonly ConcurrentDictionary<Assembly, MetadataReader?> Readers = new();

    /// <summary>File and line of an instruction, null where there is no PDB.</summary>
    /// <param name="method">The method.</param>
    /// <param name="offset">The instruction's offset in its IL.</param>
    public static string? Find(MethodBase method, int offset)
    {
        if (Readers.GetOrAdd(method.Module.Assembly, Open) is not { } reader)
            return null;

        var handle = MetadataTokens.MethodDefinitionHandle(method.MetadataToken & 0xFFFFFF).ToDebugInformationHandle();
        string? found = null;
        foreach (var point in reader.GetMethodDebugInformation(handle).GetSequencePoints())
        {
            if (point.Offset > offset)
                break;

            if (!point.IsHidden)
                found = $"{reader.GetString(reader.GetDocument(point.Document).Name)}:{point.StartLine}";
        }

        return found;
    }

    private static MetadataReader? Open(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.Location.Length == 0)
            return null;

        // Never disposed: it is read from for as long as the process runs.
        var image = new PEReader(File.OpenRead(assembly.Location));
        return image.TryOpenAssociatedPortablePdb(assembly.Location, static path => File.Exists(path) ? File.OpenRead(path) : null, out var pdb, out _)
            ? pdb!.GetMetadataReader()
            : null;
    }
}
