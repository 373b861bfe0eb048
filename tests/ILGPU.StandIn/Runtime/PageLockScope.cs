namespace ILGPU.Runtime;

/// <summary>Keeps memory of the host locked in place. Here that changes nothing.</summary>
/// <typeparam name="T">The element type.</typeparam>
public abstract class PageLockScope<T> : AcceleratorObject
    where T : unmanaged
{
    private protected PageLockScope(Accelerator accelerator)
        : base(accelerator)
    {
    }
}

internal sealed class PlainPageLockScope<T>(Accelerator accelerator) : PageLockScope<T>(accelerator)
    where T : unmanaged
{
    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }
}
