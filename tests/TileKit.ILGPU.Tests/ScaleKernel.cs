using ILGPU;
using TileKit.Launching;

namespace TileKit.Ilgpu.Tests;

/// <summary>What the scale kernels get.</summary>
internal struct ScaleArguments
{
    public View<float> X;
    public View<float> Y;
    public float Factor;
}

/// <summary>y = factor · x, written by hand: a tile of B elements an instance, which takes its way through shared memory.</summary>
internal struct ScaleProgram(int length) : IIlgpuProgram<ScaleArguments>
{
    private const int Small = 64;
    private const int Large = 128;

    public static readonly KernelInfo Info = new(
        "Scale", [], [new Tunable("B", [Small, Large])], 1, "", "", "", "", static _ => default);

    private int _tile;

    /// <summary>Variants for lengths up to <paramref name="largest"/>.</summary>
    public static IlgpuKernel<ScaleArguments> Kernel(int largest = int.MaxValue, int sharedBytes = 0) => new(
        Info, ["B", "N"], 1,
        new IlgpuVariant<ScaleArguments>([Small, largest], new IlgpuGrid<ScaleArguments>(Small, 4, Math.Max(sharedBytes, Small * sizeof(float)), 16, RunSmall)),
        new IlgpuVariant<ScaleArguments>([Large, largest], new IlgpuGrid<ScaleArguments>(Large, 4, Math.Max(sharedBytes, Large * sizeof(float)), 16, RunLarge)));

    /// <summary>A variant that no compiler for devices takes.</summary>
    public static IlgpuKernel<ScaleArguments> BrokenKernel() => new(
        Info, ["B", "N"], 1, new IlgpuVariant<ScaleArguments>([Small, int.MaxValue], new IlgpuGrid<ScaleArguments>(Small, 4, 0, 16, RunBroken)));

    public static void Launch(IlgpuDevice device, IlgpuKernel<ScaleArguments> kernel, DeviceTensor<float> x, DeviceTensor<float> y, float factor)
    {
        var program = new ScaleProgram((int)x.Length);
        var shape = new LaunchShape();
        shape.Add((int)x.Length);
        IlgpuLauncher.Run(device, kernel, shape, ref program, new ScaleArguments
        {
            X = IlgpuView.Of<float, float>(x),
            Y = IlgpuView.Of<float, float>(y),
            Factor = factor,
        });
    }

    public void SetSizes(ReadOnlySpan<int> sizes) => _tile = sizes[0];

    public readonly int Extent(int index)
        => _tile == 0 ? length : throw new InvalidOperationException("Extents are asked for before sizes are set.");

    public readonly bool IsExact(int index) => false;

    public readonly long Instances(int grid) => (length + _tile - 1) / _tile;

    public readonly long TempBytes() => 0;

    public readonly void SetTemps(ref ScaleArguments arguments, IlgpuTemps temps)
    {
    }

    public readonly void Describe(int grid, ref IlgpuCost cost)
    {
        cost.Instances(Instances(grid));
        cost.Memory(2 * Instances(grid), 1, _tile, sizeof(float));
        cost.Exchange(Instances(grid), 1, _tile);
    }

    internal static void RunSmall(ScaleArguments a)
    {
        var shared = SharedMemory.Allocate<float>(Small);
        var index = (Grid.IdxX * Small) + Group.IdxX;
        shared[Group.IdxX] = index < a.X.Cols ? a.X.Data[index] : 0f;
        Group.Barrier();
        if (index < a.Y.Cols)
        {
            a.Y.Data[index] = shared[Group.IdxX] * a.Factor;
        }
    }

    internal static void RunLarge(ScaleArguments a)
    {
        var shared = SharedMemory.Allocate<float>(Large);
        var index = (Grid.IdxX * Large) + Group.IdxX;
        shared[Group.IdxX] = index < a.X.Cols ? a.X.Data[index] : 0f;
        Group.Barrier();
        if (index < a.Y.Cols)
        {
            a.Y.Data[index] = shared[Group.IdxX] * a.Factor;
        }
    }

    internal static void RunBroken(ScaleArguments a)
    {
        var index = (Grid.IdxX * Small) + Group.IdxX;
        if (index < a.Y.Cols)
        {
            a.Y.Data[index] = Checked(a.X.Data[index]);
        }
    }

    private static float Checked(float x) => x < 0 ? throw new ArgumentOutOfRangeException(nameof(x)) : x;
}
