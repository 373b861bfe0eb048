namespace TileKit.Cpu;

/// <summary>Packs tensors once for all the products that read them.</summary>
internal static class WeightPacking
{
    /// <summary>The lanes of a panel on this machine.</summary>
    public static int Lanes => CpuMachine.Bits / 8 / sizeof(float) * 2;

    /// <summary>Copies all matrices of a tensor into panels.</summary>
    /// <param name="from">The tensor.</param>
    /// <param name="to">The memory of the panels.</param>
    /// <param name="panels">How they lie.</param>
    public static void Copy(CpuView<float> from, Ptr<float> to, PanelLayout panels)
    {
        switch (CpuMachine.Bits)
        {
            case 512:
                Copy<FloatPair512, IntPair512>(from, to, panels);
                break;
            case 256:
                Copy<FloatPair256, IntPair256>(from, to, panels);
                break;
            default:
                Copy<FloatPair128, IntPair128>(from, to, panels);
                break;
        }
    }

    private static void Copy<F, I>(CpuView<float> from, Ptr<float> to, PanelLayout panels)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var (k, lanes) = panels.Transposed ? (from.Cols, from.Rows) : (from.Rows, from.Cols);
        for (var matrix = 0; matrix < from.Batch * from.Depth; matrix++)
        {
            var source = from.At(matrix / from.Depth, matrix % from.Depth).Data;
            var target = to + (nint)(matrix * panels.MatrixStride);
            if (panels.Transposed)
            {
                Pack.PanelsTransposed<F, I>(source, from.RowStride, k, lanes, target, F.Count, k);
            }
            else
            {
                Pack.Panels<F, I>(source, from.RowStride, k, lanes, target, F.Count, k);
            }
        }
    }
}
