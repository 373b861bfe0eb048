using System.ComponentModel;

namespace TileKit.Cpu;

/// <summary>What a generated CPU kernel is to the launcher: a struct that holds its views and scalars.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICpuKernel
{
    /// <summary>How many grids run one after the other.</summary>
    int Grids { get; }

    /// <summary>Gives the temporaries between grids their places.</summary>
    /// <param name="memory">Where they go, aligned to 64 bytes; null only counts.</param>
    /// <returns>The bytes they take.</returns>
    long PlaceTemps(Ptr<byte> memory);

    /// <summary>Fixes what depends on the machine, once per grid of a launch and before any of its units runs.</summary>
    /// <param name="index">The grid that <see cref="Run"/> will run.</param>
    /// <param name="lanes">The lanes of the vectors that <see cref="Run"/> will get.</param>
    /// <param name="profile">The device.</param>
    /// <returns>How much there is to do.</returns>
    CpuWork Plan(int index, int lanes, CpuProfile profile);

    /// <summary>Runs one unit; several threads do so at once.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="unit">The unit's index, from 0.</param>
    /// <param name="scratch">
    /// This thread's scratch memory, aligned to 64 bytes and kept from unit to unit of one grid. Its first 64 bytes are zero when a
    /// thread begins a grid; the rest is undefined.
    /// </param>
    void Run<F, I>(long unit, Ptr<byte> scratch)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>;
}
