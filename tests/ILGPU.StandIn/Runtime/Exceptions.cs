namespace ILGPU;

/// <summary>A kernel could not be compiled.</summary>
public sealed class InternalCompilerException : Exception
{
    public InternalCompilerException()
    {
    }

    public InternalCompilerException(string message)
        : base(message)
    {
    }

    public InternalCompilerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Something was done outside a kernel that only a kernel can do.</summary>
public sealed class InvalidKernelOperationException : InvalidOperationException
{
    public InvalidKernelOperationException()
    {
    }

    public InvalidKernelOperationException(string message)
        : base(message)
    {
    }

    public InvalidKernelOperationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
