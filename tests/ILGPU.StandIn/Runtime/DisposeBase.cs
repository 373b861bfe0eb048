namespace ILGPU.Util;

/// <summary>What is disposed once.</summary>
public abstract class DisposeBase : IDisposable
{
    private int disposed;

    public bool IsDisposed => Volatile.Read(ref disposed) != 0;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;

        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the object holds.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    protected void VerifyNotDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
