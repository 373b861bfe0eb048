using System.Runtime.InteropServices;

namespace TileKit.Benchmarks.Peers;

/// <summary>
/// oneDNN's matrix product for one choice of shapes and addresses, [B,] M × K times [B,] K × N; with weights in the layout it likes
/// best, and with bias and GELU, where asked for.
/// </summary>
internal sealed unsafe class OneDnnMatmul : IDisposable
{
    // what dnnl_types.h of version 2 says
    private const int DescriptorBytes = 696;
    private const int MatmulBytes = 2800;
    private const int MostDimensions = 12;
    private const int Float = 3;
    private const int AnyLayout = 1;
    private const int Matrices = 3; // ab
    private const int Batches = 4; // abc
    private const int WeightsQuery = 131;
    private const int GeluTanh = 207;
    private const int Source = 1;
    private const int Destination = 17;
    private const int Weights = 33;
    private const int Bias = 41;

    private readonly OneDnn _library;
    private readonly delegate* unmanaged<nint, nint, int, Argument*, int> _execute;
    private readonly List<nint> _memories = [];
    private readonly List<nint> _blocks = [];
    private readonly Argument[] _arguments;
    private readonly nint _primitive;

    /// <summary>Makes the primitive, and packs the weights where that is asked for.</summary>
    /// <param name="library">The library.</param>
    /// <param name="batch">How many matrices; 1 for a plain product.</param>
    /// <param name="m">The rows of the result.</param>
    /// <param name="n">The columns of the result.</param>
    /// <param name="k">The columns of a and rows of b.</param>
    /// <param name="a">The first factor.</param>
    /// <param name="b">The second factor.</param>
    /// <param name="c">The result.</param>
    /// <param name="packed">Whether b is packed here, once.</param>
    /// <param name="bias">What is added to each row, before GELU; null for neither.</param>
    public OneDnnMatmul(OneDnn library, int batch, int m, int n, int k, float* a, float* b, float* c, bool packed, float* bias = null)
    {
        _library = library;
        _execute = (delegate* unmanaged<nint, nint, int, Argument*, int>)library.Export("dnnl_primitive_execute");
        var (source, plain, result) = (Describe(batch, m, k), Describe(batch, k, n), Describe(batch, m, n));
        var weights = packed ? Describe(batch, k, n, AnyLayout) : plain;
        var added = bias is null ? 0 : Describe(batch, 1, n);
        var matmul = Block(MatmulBytes);
        OneDnn.Check(
            ((delegate* unmanaged<nint, nint, nint, nint, nint, int>)library.Export("dnnl_matmul_desc_init"))(
                matmul, source, weights, added, result),
            "the description of a product");
        var descriptor = OneDnn.Create((out nint made) =>
            ((delegate* unmanaged<out nint, nint, nint, nint, nint, int>)library.Export("dnnl_primitive_desc_create"))(
                out made, matmul, bias is null ? 0 : GeluAfterwards(), library.Engine, 0));
        var liked = ((delegate* unmanaged<nint, int, int, nint>)library.Export("dnnl_primitive_desc_query_md"))(descriptor, WeightsQuery, 0);
        var second = Memory(plain, (nint)b);
        if (packed)
        {
            var bytes = ((delegate* unmanaged<nint, nuint>)library.Export("dnnl_memory_desc_get_size"))(liked);
            var room = Memory(liked, Aligned(bytes));
            Reorder(plain, second, liked, room);
            second = room;
        }

        // not earlier: the layout that it likes lies in the descriptor
        _primitive = Primitive(descriptor);
        _arguments = [new(Source, Memory(source, (nint)a)), new(Weights, second), new(Destination, Memory(result, (nint)c))];
        if (bias is not null)
        {
            _arguments = [.. _arguments, new(Bias, Memory(added, (nint)bias))];
        }
    }

    public void Run() => Execute(_primitive, _arguments);

    public void Dispose()
    {
        Destroy("dnnl_primitive_destroy", _primitive);
        _memories.ForEach(memory => Destroy("dnnl_memory_destroy", memory));
        _blocks.ForEach(static block => NativeMemory.AlignedFree((void*)block));
    }

    private void Execute(nint primitive, Argument[] arguments)
    {
        fixed (Argument* first = arguments)
        {
            OneDnn.Check(_execute(primitive, _library.Stream, arguments.Length, first), "a run");
        }

        OneDnn.Check(((delegate* unmanaged<nint, int>)_library.Export("dnnl_stream_wait"))(_library.Stream), "waiting");
    }

    private void Reorder(nint plain, nint from, nint liked, nint to)
    {
        var descriptor = OneDnn.Create((out nint made) =>
            ((delegate* unmanaged<out nint, nint, nint, nint, nint, nint, int>)_library.Export("dnnl_reorder_primitive_desc_create"))(
                out made, plain, _library.Engine, liked, _library.Engine, 0));
        var primitive = Primitive(descriptor);
        Execute(primitive, [new(Source, from), new(Destination, to)]);
        Destroy("dnnl_primitive_destroy", primitive);
    }

    // consumes the descriptor
    private nint Primitive(nint descriptor)
    {
        var primitive = OneDnn.Create((out nint made) =>
            ((delegate* unmanaged<out nint, nint, int>)_library.Export("dnnl_primitive_create"))(out made, descriptor));
        Destroy("dnnl_primitive_desc_destroy", descriptor);
        return primitive;
    }

    private nint GeluAfterwards()
    {
        var operations = OneDnn.Create((out nint made) =>
            ((delegate* unmanaged<out nint, int>)_library.Export("dnnl_post_ops_create"))(out made));
        OneDnn.Check(
            ((delegate* unmanaged<nint, float, int, float, float, int>)_library.Export("dnnl_post_ops_append_eltwise"))(
                operations, 1, GeluTanh, 0, 0),
            "adding GELU");
        var attributes = OneDnn.Create((out nint made) =>
            ((delegate* unmanaged<out nint, int>)_library.Export("dnnl_primitive_attr_create"))(out made));
        OneDnn.Check(
            ((delegate* unmanaged<nint, nint, int>)_library.Export("dnnl_primitive_attr_set_post_ops"))(attributes, operations),
            "setting GELU");
        return attributes;
    }

    private nint Describe(int batch, int rows, int cols, int layout = 0)
    {
        var descriptor = Block(DescriptorBytes);
        var sizes = stackalloc long[MostDimensions];
        var rank = batch == 1 ? 2 : 3;
        (sizes[0], sizes[rank - 2], sizes[rank - 1]) = (batch, rows, cols);
        OneDnn.Check(
            ((delegate* unmanaged<nint, int, long*, int, int, int>)_library.Export("dnnl_memory_desc_init_by_tag"))(
                descriptor, rank, sizes, Float, layout != 0 ? layout : batch == 1 ? Matrices : Batches),
            "the description of a matrix");
        return descriptor;
    }

    private nint Memory(nint descriptor, nint address)
    {
        var memory = OneDnn.Create((out nint made) =>
            ((delegate* unmanaged<out nint, nint, nint, nint, int>)_library.Export("dnnl_memory_create"))(
                out made, descriptor, _library.Engine, address));
        _memories.Add(memory);
        return memory;
    }

    private nint Block(nuint bytes)
    {
        var block = Aligned(bytes);
        NativeMemory.Clear((void*)block, bytes);
        return block;
    }

    private nint Aligned(nuint bytes)
    {
        var block = (nint)NativeMemory.AlignedAlloc(bytes, 64);
        _blocks.Add(block);
        return block;
    }

    private void Destroy(string function, nint what) => ((delegate* unmanaged<nint, int>)_library.Export(function))(what);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Argument(int place, nint memory)
    {
        public readonly int Place = place;
        public readonly nint Memory = memory;
    }
}
