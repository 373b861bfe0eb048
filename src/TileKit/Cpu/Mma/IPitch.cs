namespace TileKit.Cpu;

/// <summary>How far apart the steps of the vector operand lie, where the compiler knows it.</summary>
internal interface IPitch
{
    /// <summary>The elements from step to step.</summary>
    /// <param name="yk">The same, at run time.</param>
    /// <param name="bundle">The lanes of a bundle.</param>
    static abstract nint Step(nint yk, int bundle);
}

/// <summary>In a panel: one bundle.</summary>
internal readonly struct InPanels : IPitch
{
    public static nint Step(nint yk, int bundle) => bundle;
}

/// <summary>In memory: a row.</summary>
internal readonly struct InMemory : IPitch
{
    public static nint Step(nint yk, int bundle) => yk;
}
