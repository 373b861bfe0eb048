using ILGPU.Runtime;
using ILGPU.Util;

namespace ILGPU;

/// <summary>What accelerators are made in.</summary>
public sealed class Context : DisposeBase
{
    private readonly List<Accelerator> accelerators = [];

    private Context()
    {
    }

    /// <summary>Set when a kernel did not compile: like ILGPU's, this context then compiles no other.</summary>
    internal bool Poisoned { get; set; }

    /// <summary>Makes a context.</summary>
    /// <param name="buildingCallback">Chooses its properties.</param>
    public static Context Create(Action<Builder> buildingCallback)
    {
        buildingCallback(new());
        return new();
    }

    internal void Add(Accelerator accelerator)
    {
        VerifyNotDisposed();
        lock (accelerators)
            accelerators.Add(accelerator);
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var accelerator in accelerators)
            accelerator.Dispose();

        base.Dispose(disposing);
    }

    /// <summary>Chooses a context's properties.</summary>
    public sealed class Builder
    {
        internal Builder()
        {
        }

        /// <summary>Chooses how much kernels are optimised. Here that changes nothing.</summary>
        /// <param name="level">The level.</param>
        public Builder Optimize(OptimizationLevel level) => this;
    }
}
