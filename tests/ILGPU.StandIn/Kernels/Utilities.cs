namespace ILGPU.Util;

/// <summary>What kernels need and C# has no word for.</summary>
public static class Utilities
{
    /// <summary>One of two values that are both computed.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="takeFirst">Whether it is the first.</param>
    /// <param name="first">The first value.</param>
    /// <param name="second">The second value.</param>
    public static T Select<T>(bool takeFirst, T first, T second) => takeFirst ? first : second;
}
