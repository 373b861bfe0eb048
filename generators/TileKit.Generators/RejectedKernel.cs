using TileKit.Generators.IR;

namespace TileKit.Generators;

/// <summary>A kernel that cannot be compiled, with a launcher that can be implemented all the same.</summary>
/// <param name="Launcher">The partial method.</param>
/// <param name="ReturnType">What it returns; a launcher should be void, but whoever forgets that gets one error for it.</param>
/// <param name="Reason">The id of the first diagnostic; empty where the C# itself is wrong and the compiler tells.</param>
internal sealed record RejectedKernel(Launcher Launcher, string ReturnType, string Reason);
