using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TileKit.Launching;

/// <summary>The tensors of one launch: checks each as it is told, and at the end that no output shares memory with another tensor.</summary>
/// <remarks>
/// Nothing is allocated unless a check fails. Tensor spans must stay pinned from the first call to the last: their addresses are
/// compared, and the garbage collector moves what is not pinned.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct LaunchArguments
{
    private const int MaxTensors = 32;

    private readonly string _kernel;
    private readonly Device _device;
    private Ranges _ranges;
    private int _count;

    /// <summary>Starts the checks of a launch.</summary>
    /// <param name="kernel">The launcher's name, which every message begins with.</param>
    /// <param name="device">The device to launch on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="device"/> is null.</exception>
    /// <exception cref="ObjectDisposedException"><paramref name="device"/> is disposed.</exception>
    public LaunchArguments(string kernel, Device device)
    {
        if (device is null)
        {
            throw new ArgumentNullException(nameof(device), $"{kernel}: the device is null.");
        }

        if (device.IsDisposed)
        {
            throw new ObjectDisposedException(device.Name, $"{kernel}: the device {device.Name} is disposed.");
        }

        _kernel = kernel;
        _device = device;
    }

    /// <summary>Checks a tensor that the launch reads.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <param name="name">The launcher's parameter.</param>
    /// <exception cref="ArgumentNullException">The tensor is null.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    /// <exception cref="ArgumentException">The tensor lives on another device.</exception>
    public void Input<T>(DeviceTensor<T> tensor, string name)
        where T : unmanaged
    {
        Add(tensor, name, isOutput: false);
        if (tensor.IsPacked)
        {
            throw new ArgumentException($"{_kernel}: {name} is packed, but the kernel reads it other than as the second factor of products: give it one that is not.", name);
        }
    }

    /// <summary>Adds a tensor that the kernel only multiplies by: it may be packed.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The argument.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="transposed">Whether the kernel multiplies by its transpose.</param>
    public void Factor<T>(DeviceTensor<T> tensor, string name, bool transposed)
        where T : unmanaged
    {
        Add(tensor, name, isOutput: false);
        if (tensor.IsPacked && tensor.Panels.Transposed != transposed)
        {
            var (given, expected) = transposed ? (nameof(Device.Pack), nameof(Device.PackTransposed)) : (nameof(Device.PackTransposed), nameof(Device.Pack));
            throw new ArgumentException(
                $"{_kernel}: {name} was packed by {given}, but the kernel multiplies by {(transposed ? "its transpose" : "it as it is")}: use {expected}.", name);
        }
    }

    /// <summary>Checks a tensor that the launch writes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <param name="name">The launcher's parameter.</param>
    /// <exception cref="ArgumentNullException">The tensor is null.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    /// <exception cref="ArgumentException">The tensor lives on another device.</exception>
    public void Output<T>(DeviceTensor<T> tensor, string name)
        where T : unmanaged
    {
        Add(tensor, name, isOutput: true);
        if (tensor.IsPacked)
        {
            throw new ArgumentException($"{_kernel}: {name} is packed, and nothing is stored to a packed tensor.", name);
        }
    }

    /// <summary>Checks a tensor span that the launch reads.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The span.</param>
    /// <param name="name">The launcher's parameter.</param>
    /// <exception cref="ArgumentException">
    /// The rank is not 1 to 4, a dimension is greater than <see cref="int.MaxValue"/>, or the last one is not contiguous.
    /// </exception>
    public void Input<T>(in ReadOnlyTensorSpan<T> tensor, string name)
        where T : unmanaged
        => Add(tensor, name, isOutput: false);

    /// <summary>Checks a tensor span that the launch writes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The span.</param>
    /// <param name="name">The launcher's parameter.</param>
    /// <exception cref="ArgumentException">
    /// The rank is not 1 to 4, a dimension is greater than <see cref="int.MaxValue"/>, the last one is not contiguous, or two indices
    /// may mean the same element.
    /// </exception>
    public void Output<T>(in TensorSpan<T> tensor, string name)
        where T : unmanaged
        => Add((ReadOnlyTensorSpan<T>)tensor, name, isOutput: true);

    /// <summary>Checks that no output shares memory with another tensor.</summary>
    /// <exception cref="ArgumentException">One does; it is the exception's parameter.</exception>
    public readonly void CheckAliasing()
    {
        for (var i = 0; i < _count; i++)
        {
            for (var j = 0; j < _count; j++)
            {
                if (i != j && _ranges[i].IsOutput && _ranges[i].Overlaps(_ranges[j]))
                {
                    var (output, other) = (_ranges[i].Name, _ranges[j].Name);
                    throw new ArgumentException($"{_kernel}: '{output}' overlaps '{other}': an output needs memory of its own.", output);
                }
            }
        }
    }

    private unsafe void Add<T>(DeviceTensor<T> tensor, string name, bool isOutput)
        where T : unmanaged
    {
        if (tensor is null)
        {
            throw new ArgumentNullException(name, $"{_kernel}: the tensor is null.");
        }

        if (tensor.IsDisposed)
        {
            throw new ObjectDisposedException(name, $"{_kernel}: the tensor {name}, of shape {TensorShape.Text(tensor.Shape)}, is disposed.");
        }

        if (!ReferenceEquals(tensor.Device, _device))
        {
            throw new ArgumentException($"{_kernel}: expected {name} on {_device.Name}, but it lives on {tensor.Device.Name}.", name);
        }

        var address = (nint)tensor.Pointer;
        var bytes = tensor.IsPacked ? tensor.Buffer.Bytes : tensor.Length * sizeof(T);
        Add(new MemoryRange(name, isOutput, address == 0 ? tensor.Buffer : null, address, bytes, 0, bytes));
    }

    private unsafe void Add<T>(in ReadOnlyTensorSpan<T> tensor, string name, bool isOutput)
        where T : unmanaged
    {
        var lengths = tensor.Lengths;
        var strides = tensor.Strides;
        SpanLayout.Require(_kernel, name, lengths, strides, isOutput);
        var address = (nint)Unsafe.AsPointer(ref Unsafe.AsRef(in tensor.GetPinnableReference()));
        var bytes = tensor.IsEmpty ? 0 : SpanLayout.Elements(lengths, strides) * sizeof(T);
        Add(new MemoryRange(
            name, isOutput, null, address, bytes, SpanLayout.Pitch(lengths, strides) * sizeof(T), (long)lengths[^1] * sizeof(T)));
    }

    private void Add(in MemoryRange range)
    {
        if (_count == MaxTensors)
        {
            throw new ArgumentException($"{_kernel}: a launch takes at most {MaxTensors} tensors.", range.Name);
        }

        _ranges[_count++] = range;
    }

    [InlineArray(MaxTensors)]
    private struct Ranges
    {
        private MemoryRange _first;
    }
}
