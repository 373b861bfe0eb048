using System.Reflection;

namespace ILGPU.Sanitizer;

/// <summary>The places that compiled kernels name by a number.</summary>
internal static class Sites
{
    private static readonly List<(MethodBase Method, int Offset)> All = [];

    public static int Add(MethodBase method, int offset)
    {
        lock (All)
        {
            All.Add((method, offset));
            return All.Count - 1;
        }
    }

    /// <summary>File and line of a place; method and offset where they are not known.</summary>
    /// <param name="site">The place.</param>
    public static string Describe(int site)
    {
        (MethodBase Method, int Offset) place;
        lock (All)
            place = All[site];

        return SourceLines.Find(place.Method, place.Offset) ?? $"{Name(place.Method)}, IL offset {place.Offset}";
    }

    public static string Name(MethodBase method) => $"{method.DeclaringType?.Name}.{method.Name}";
}
