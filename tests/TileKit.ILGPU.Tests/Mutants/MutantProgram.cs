#if !ILGPU_PACKAGE
using System.Reflection;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Ilgpu.Tests.Mutants;

/// <summary>A kernel to make mutants of, and its launches.</summary>
/// <param name="Name">What the kernel is.</param>
/// <param name="Source">Its source, with launcher <c>Kernels.Run(device, tensors…, scalars…)</c>; the last tensor is the output.</param>
/// <param name="Scalars">The scalars of every launch.</param>
/// <param name="Shapes">For each launch, rows and columns of each tensor: ragged ones, and ones with whole and aligned tiles.</param>
internal sealed record MutantProgram(string Name, string Source, object[] Scalars, (int Rows, int Cols)[][] Shapes)
{
    // unlike a softmax, it depends on every maximum and every sum
    private static readonly string Rows = KernelSources.Softmax
        .Replace("Exp(row - RowMax(row))", "row - RowMax(row)", StringComparison.Ordinal).Replace("weight / RowSum", "weight * RowSum", StringComparison.Ordinal);

    // vectors from tensors of their own, which end where the vectors do
    private const string Affine =
        """
        public static partial class Kernels
        {
            [TileKernel("Program")]
            public static partial void Run(Device device, DeviceTensor<float> x, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> y, float s);

            static void Program(Global<float> x, Global<float> a, Global<float> b, Global<float> y, float s, [Tune] int BM, [Tune] int BN)
            {
                foreach (var (i, j) in Grid(y.Tiles(BM, BN)))
                    y.Tiles(BM, BN)[i, j] = Silu(x.Tiles(BM, BN)[i, j] * s + a.RowVecs(BN)[j]) + b.ColVecs(BM)[i];
            }
        }
        """;

    /// <summary>Whether the mutants are of a variant for tensor cores.</summary>
    public bool TensorCores { get; init; }

    public static IReadOnlyList<MutantProgram> All { get; } =
    [
        new(
            "Gemm", GpuSources.Small(KernelSources.LinearGelu), [],
            [[(21, 13), (13, 19), (1, 19), (21, 19)], [(37, 36), (36, 40), (1, 40), (37, 40)]]),
        new(
            "GemmTransposed", GpuSources.Small(KernelSources.Gemm("AtBt")), [3],
            [[(13, 21), (19, 13), (21, 19)], [(35, 40), (40, 35), (40, 40)], [(36, 40), (36, 36), (40, 36)]]),
        new(
            "GemmFragments", GpuSources.Sized(GpuSources.OfBFloat16(KernelSources.LinearGelu), "32", "32"), [],
            [
                [(21, 13), (13, 19), (1, 19), (21, 19)], [(21, 45), (45, 19), (1, 19), (21, 19)], [(37, 61), (61, 43), (1, 43), (37, 43)], [(32, 68), (68, 36), (1, 36), (32, 36)],
                [(21, 16), (16, 24), (1, 24), (21, 24)], [(40, 40), (40, 48), (1, 48), (40, 48)], [(64, 64), (64, 64), (1, 64), (64, 64)],
            ])
        {
            TensorCores = true,
        },
        new(
            "GemmFragmentsTransposed", GpuSources.Sized(GpuSources.OfBFloat16(KernelSources.Gemm("AtBt")), "32", "32"), [2],
            [
                [(13, 21), (19, 13), (21, 19)], [(61, 37), (43, 61), (37, 43)], [(68, 36), (36, 68), (36, 36)],
                [(16, 24), (21, 16), (24, 21)], [(40, 48), (56, 40), (48, 56)], [(64, 64), (64, 64), (64, 64)],
            ])
        {
            TensorCores = true,
        },
        new(
            "GemmFragmentsOfFloats", GpuSources.Sized(KernelSources.Gemm("AB"), "32", "32"), [2],
            [
                [(21, 13), (13, 19), (21, 19)], [(37, 62), (62, 43), (37, 43)], [(21, 45), (45, 19), (21, 19)],
                [(20, 12), (12, 20), (20, 20)], [(40, 52), (52, 36), (40, 36)], [(64, 64), (64, 64), (64, 64)],
            ])
        {
            TensorCores = true,
        },
        new(
            "Attention", GpuSources.Small(KernelSources.Attention), [0.5f],
            [[(21, 13), (13, 13), (13, 14), (21, 14)], [(21, 13), (37, 13), (37, 14), (21, 14)], [(40, 16), (36, 16), (36, 16), (40, 16)]]),
        new("RowReductions", GpuSources.Sized(Rows, "16", "16"), [], [[(21, 13), (21, 13)], [(37, 16), (37, 16)]]),
        new("LongRows", GpuSources.Sized(Rows, "2", "512"), [], [[(3, 501), (3, 501)], [(4, 512), (4, 512)]]),
        new(
            "ColumnReductions", GpuSources.Small(Programs.Body("Y[i, j] = X[i, j] - ColMax(X[i, j]);")), [1.5f, 3],
            [[(21, 19), (21, 19)], [(37, 40), (37, 40)]]),
        new(
            "Transpose", GpuSources.Small(Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]);")), [1.5f, 3],
            [[(19, 21), (21, 19)], [(40, 36), (36, 40)]]),
        new("Elementwise", GpuSources.Small(Affine), [1.5f], [[(21, 19), (1, 19), (1, 21), (21, 19)], [(37, 40), (1, 40), (1, 37), (37, 40)]]),
    ];

    public override string ToString() => Name;

    /// <summary>Launches the kernel and gives what the output has then.</summary>
    public float[] Launch(MethodInfo launcher, Device device, (int Rows, int Cols)[] shape)
    {
        var tensors = new List<IDisposable>();
        try
        {
            foreach (var (rows, cols) in shape)
            {
                // what is not written stays what no kernel computes; inputs are below zero, and a row begins with its
                // maximum, so that padding taken for numbers and a first number left out are seen
                var random = new Random(tensors.Count);
                var data = new float[rows * cols];
                Array.Fill(data, float.NaN);
                for (var i = 0; tensors.Count < shape.Length - 1 && i < data.Length; i++)
                {
                    data[i] = i % cols == 0 ? -0.25f : random.NextSingle() - 1.5f;
                }

                var isFloat = launcher.GetParameters()[tensors.Count + 1].ParameterType == typeof(DeviceTensor<float>);
                tensors.Add(isFloat
                    ? device.Upload<float>(data, rows, cols)
                    : (IDisposable)device.Upload<BFloat16>(Array.ConvertAll(data, static value => (BFloat16)value), rows, cols));
            }

            launcher.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [device, .. tensors, .. Scalars], null);
            return ((DeviceTensor<float>)tensors[^1]).ToArray();
        }
        finally
        {
            tensors.ForEach(static tensor => tensor.Dispose());
        }
    }
}
#endif
