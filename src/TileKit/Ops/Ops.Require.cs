using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TileKit;

/// <content>What a program asks of its arguments.</content>
public static partial class Ops
{
    /// <summary>States what must hold of the arguments. A launch checks it before anything is written.</summary>
    /// <param name="condition">The condition, over the shapes and scalars of the program's parameters.</param>
    /// <param name="text">The condition's source text; the compiler fills it in.</param>
    /// <exception cref="ArgumentException"><paramref name="condition"/> is false.</exception>
    public static void Require(
        [DoesNotReturnIf(false)] bool condition, [CallerArgumentExpression(nameof(condition))] string? text = null)
    {
        if (!condition)
        {
            throw new ArgumentException($"The program requires {text}.", paramName: null);
        }
    }
}
