using System.Reflection;
using ILGPU.Runtime;
using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>What a kernel may say, and what becomes of the rest.</summary>
public class CompilerTests
{
    private static readonly float[] Table = [1, 2];
    private static float changing = 1;

    [Theory]
    [InlineData(nameof(Throws), "new InvalidOperationException")]
    [InlineData(nameof(Clamps), "System.Math.Clamp")]
    [InlineData(nameof(ReadsChangingStatic), "changing")]
    [InlineData(nameof(ReadsTable), "Table")]
    [InlineData(nameof(Boxes), "box")]
    [InlineData(nameof(Catches), "exceptions")]
    [InlineData(nameof(MakesObject), "new Object")]
    [InlineData(nameof(CallsItself), "calls itself")]
    [InlineData(nameof(PassesElement), "reference to an element")]
    [InlineData(nameof(WaitsInExpression), "reference over a barrier")]
    [InlineData(nameof(KeepsReference), "reference over a barrier")]
    public void WhatNoDeviceRunsDoesNotCompile(string kernel, string reason)
    {
        using var bench = new Bench();
        var method = typeof(CompilerTests).GetMethod(kernel, BindingFlags.Static | BindingFlags.NonPublic)!;

        var exception = Assert.Throws<InternalCompilerException>(() => bench.Run(method.CreateDelegate<Action<Arguments>>(), 1, 1, default));

        Assert.Contains(kernel, exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AValueOnTheEvaluationStackOutlivesABarrier()
    {
        using var bench = new Bench();
        var view = bench.View([1f, 2f, 3f, 4f]);
        bench.Run<Arguments>(WaitsBehindAValue, 1, 4, new() { X = view, N = 5 });

        Assert.Equal([7f, 9f, 11f, 13f], bench.Read(view));
    }

    [Fact]
    public void AFailedCompilationPoisonsTheContext()
    {
        using var bench = new Bench();
        using var fresh = new Bench();
        Assert.Throws<InternalCompilerException>(() => bench.Accelerator.LoadKernel<Arguments>(Throws));

        Assert.Throws<InternalCompilerException>(() => bench.Accelerator.LoadKernel<Arguments>(Everything));
        fresh.Accelerator.LoadKernel<Arguments>(Everything);
    }

    [Fact]
    public void AKernelCanBeMadeToFail()
    {
        using var bench = new Bench();
        bench.Accelerator.Faults().RejectKernel = static kernel => kernel.Name == nameof(Everything);

        Assert.Throws<InternalCompilerException>(() => bench.Accelerator.LoadKernel<Arguments>(Everything));
    }

    [Fact]
    public void AnInstanceMethodIsNoKernel()
    {
        using var bench = new Bench();
        var offset = bench.GetHashCode();

        Assert.Throws<InternalCompilerException>(() => bench.Accelerator.LoadKernel<Arguments>(a => a.X[0] = offset));
    }

    [Fact]
    public void WhatKernelsSayMeansWhatItMeansInCSharp()
    {
        using var bench = new Bench();
        var x = bench.View<float>([.. Enumerable.Range(0, 32).Select(static i => i - 8f)]);
        var y = bench.View<float>(32);

        bench.Run<Arguments>(Everything, 2, 16, new() { X = x, Y = y, N = 3 });

        Assert.Equal(bench.Read(x).Select((value, i) => Expected(value, i % 16)), bench.Read(y));
    }

    [Fact]
    public void AStructIsCalledThroughItsInterface()
    {
        using var bench = new Bench();
        var x = bench.View([1f, 2f, 3f]);
        bench.Run<Arguments>(Scales<Tenfold>, 1, 3, new() { X = x, N = 7 });

        Assert.Equal([17f, 27f, 37f], bench.Read(x));
    }

    [Fact]
    public void AnAccessBehindAnInterfaceIsChecked()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(Scales<Tenfold>, 1, 1, new() { X = bench.View<float>(0) }));

        Assert.Equal(FaultKind.OutOfBounds, report.Kind);
    }

    [Fact]
    public void ADivisionByZeroIsReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(Divides, 1, 1, new() { X = bench.View<float>(1) }));

        Assert.Equal(FaultKind.Undefined, report.Kind);
    }

    private static float Expected(float value, int thread)
    {
        var sum = Math.Max(value, 0) + Table.Length;
        for (var i = 0; i < 3; i++)
            sum += (thread % 3) switch { 0 => i, 1 => -i, _ => sum > 4 ? 1 : 2 };

        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(sum) & ~1) + (thread >> 1) + 5;
    }

    private static void Everything(Arguments a)
    {
        var t = Group.IdxX;
        var i = (Grid.IdxX * Group.DimX) + t;
        var pair = Make(a.X, i);
        var sum = Math.Max(pair.A, 0) + 2;
        for (var n = 0; n < a.N; n++)
            sum += (t % 3) switch { 0 => n, 1 => -n, _ => sum > 4 ? 1 : 2 };

        Cut(ref sum, out var half, t);
        a.Y[i] = half > 3 ? -1 : 0;
        a.Y[i] = sum + half;
        a.Y[i] += Interop.IntAsFloat(Interop.FloatAsInt(pair.Five));
    }

    private static Pair Make(ArrayView<float> x, int i) => new() { A = x[i], Five = 5 };

    private static void Cut(ref float value, out int half, int thread)
    {
        value = Interop.IntAsFloat(Interop.FloatAsInt(value) & ~1u);
        half = thread >> 1;
    }

    private static void Divides(Arguments a)
    {
        a.X[0] = 1;
        a.X[0] = 1 / a.N;
    }

    private static void Scales<T>(Arguments a)
        where T : struct, IScale<T>
    {
        var scale = T.Of(a.N);
        a.X[Group.IdxX] = scale.Apply(T.Load(a.X, Group.IdxX));
    }

    private static void Throws(Arguments a)
    {
        if (a.N > 0)
            throw new InvalidOperationException();
    }

    private static void Clamps(Arguments a) => a.X[0] = Math.Clamp(a.N, 0, 1);

    private static void ReadsChangingStatic(Arguments a) => a.X[0] = changing++;

    private static void ReadsTable(Arguments a) => a.X[0] = Table[a.N];

    private static void Boxes(Arguments a) => a.X[0] = a.N.GetHashCode() + ((object)a.N).GetHashCode();

    private static void MakesObject(Arguments a) => a.X[0] = new object().GetHashCode();

    private static void CallsItself(Arguments a) => CallsItself(a with { N = a.N - 1 });

    private static void PassesElement(Arguments a) => Cut(ref a.X[0], out _, 0);

    private static void WaitsInExpression(Arguments a) => a.X[0] = Wait(1);

    private static void WaitsBehindAValue(Arguments a)
    {
        var sum = (a.X[Group.IdxX] * 2f) + Wait(a.N);
        a.X[Group.IdxX] = sum;
    }

    private static float Wait(float value)
    {
        Group.Barrier();
        return value;
    }

    private static void KeepsReference(Arguments a)
    {
        ref var element = ref a.X[0];
        element = 1;
        Group.Barrier();
        element += 1;
    }

    private static void Catches(Arguments a)
    {
        try
        {
            a.X[0] = 1;
        }
        catch (ArithmeticException)
        {
            a.X[0] = 2;
        }
    }

    private interface IScale<TSelf>
    {
        static abstract TSelf Of(int offset);

        static abstract float Load(ArrayView<float> view, int index);

        float Apply(float value);
    }

    private struct Tenfold : IScale<Tenfold>
    {
        private int offset;

        public static Tenfold Of(int offset) => new() { offset = offset };

        static float IScale<Tenfold>.Load(ArrayView<float> view, int index) => view[index];

        readonly float IScale<Tenfold>.Apply(float value) => (10 * value) + offset;
    }

    private struct Pair
    {
        public float A, Five;
    }

    private record struct Arguments
    {
        public ArrayView<float> X, Y;
        public int N;
    }
}
