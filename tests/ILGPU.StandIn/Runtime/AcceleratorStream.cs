namespace ILGPU.Runtime;

/// <summary>Launches and copies in their order. Here each is over when the call returns.</summary>
public abstract class AcceleratorStream : AcceleratorObject
{
    private protected AcceleratorStream(Accelerator accelerator)
        : base(accelerator)
    {
    }

    /// <summary>Waits for all that was launched in the stream.</summary>
    public abstract void Synchronize();
}

internal sealed class PlainStream(Accelerator accelerator) : AcceleratorStream(accelerator)
{
    public override void Synchronize() => VerifyNotDisposed();

    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }
}
