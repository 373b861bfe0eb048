using ILGPU.Util;

namespace ILGPU.Runtime;

/// <summary>What belongs to an accelerator and goes with it.</summary>
public abstract class AcceleratorObject : DisposeBase
{
    protected AcceleratorObject(Accelerator accelerator)
    {
        Accelerator = accelerator;
        accelerator.Add(this);
    }

    /// <summary>The accelerator.</summary>
    public Accelerator Accelerator { get; }

    protected override void Dispose(bool disposing)
    {
        Accelerator.Remove(this);
        DisposeAcceleratorObject(disposing);
        base.Dispose(disposing);
    }

    /// <summary>Lets go of what the object holds.</summary>
    /// <param name="disposing">Whether it is called by Dispose.</param>
    protected abstract void DisposeAcceleratorObject(bool disposing);
}
