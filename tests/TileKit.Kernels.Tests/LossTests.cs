using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;
using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Kernels.Tests;

/// <summary>What the losses promise beside the formula.</summary>
public sealed class LossTests
{
    public static TheoryData<string> Kernels => [.. LossKernels.All.Select(kernel => kernel.Name)];

    [Fact]
    public void LinearCrossEntropy_never_holds_the_logits()
    {
        const int Tokens = 512, Classes = 20_000, Size = 8;
        var measuring = new MeasuringSelector();
        using var device = new CpuDevice(1) { TileSelector = measuring }; // its one worker is this thread, whose bytes are counted
        var random = new Random(4);
        using var on = new Uploaded(device);
        var (x, w) = (on.Input<float>(TestTensor.Draw<float>(random, Tokens, Size)), on.Input<float>(TestTensor.Draw<float>(random, Classes, Size)));
        var targets = on.Input<int>(new TestTensor([Tokens], [.. Enumerable.Range(0, Tokens).Select(t => (double)(t * 37 % Classes))]));
        var (loss, lse) = (on.Output<float>([Tokens]), on.Output<float>([Tokens]));
        Losses.LinearCrossEntropy(device, x, w, targets, loss, lse, LossKernels.Ignored, 0, 0);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Losses.LinearCrossEntropy(device, x, w, targets, loss, lse, LossKernels.Ignored, 0, 0);
        var managed = GC.GetAllocatedBytesForCurrentThread() - before;

        // scratch and temporaries are all that a launch takes beside the garbage collector's memory
        var logits = (long)Tokens * Classes * sizeof(float);
        Assert.InRange(measuring.ScratchBytes, 1, long.MaxValue);
        Assert.True(
            measuring.ScratchBytes + measuring.TempBytes + managed < logits / 8,
            $"{measuring.ScratchBytes} bytes of scratch, {measuring.TempBytes} of temporaries and {managed} managed; {logits} of logits");
    }

    [Fact]
    public void Large_logits_do_not_overflow()
    {
        using var device = new CpuDevice(1);
        using var on = new Uploaded(device);
        var logits = on.Input<float>(new TestTensor([2, 3], [1e4, 1e4 - 1, -1e4, -3e4, -3e4, -3e4]));
        var targets = on.Input<int>(new TestTensor([2], [1, 2]));
        var (loss, lse) = (on.Output<float>([2]), on.Output<float>([2]));
        Losses.CrossEntropy(device, logits, targets, loss, lse, LossKernels.Ignored, 0, 0);

        Assert.Equal(1e4 + Math.Log(1 + Math.Exp(-1)), lse.ToArray()[0], tolerance: 1e-2);
        Assert.Equal(1 + Math.Log(1 + Math.Exp(-1)), loss.ToArray()[0], tolerance: 1e-2);
        Assert.Equal(Math.Log(3), loss.ToArray()[1], tolerance: 1e-2);
    }

    [Fact]
    public void A_class_of_logit_minus_infinity_has_no_weight()
    {
        using var device = new CpuDevice(1);
        using var on = new Uploaded(device);
        var logits = on.Input<float>(new TestTensor([1, 4], [0, double.NegativeInfinity, 0, double.NegativeInfinity]));
        var targets = on.Input<int>(new TestTensor([1], [2]));
        var (loss, lse) = (on.Output<float>([1]), on.Output<float>([1]));
        Losses.CrossEntropy(device, logits, targets, loss, lse, LossKernels.Ignored, 0, 0);

        Assert.Equal(Math.Log(2), loss.ToArray()[0], tolerance: 1e-6);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Wrong_results_are_rejected(string name)
    {
        var launch = Kernel.All[name].Draw(new SizesInTurn(new Random(8), [40, 50, 9]));
        var expected = launch.Expected();
        using var device = new CpuDevice(1);
        var right = launch.RunGenerated(device);
        Assert.Null(expected.Fault(right, launch.Precision));
        Assert.NotNull(expected.Fault(new double[right.Length], launch.Precision));
        Assert.NotNull(expected.Fault([.. right[..40].Reverse(), .. right[40..]], launch.Precision));
        Assert.NotNull(expected.Fault([.. right[..40], .. right[40..].Reverse()], launch.Precision));
        Assert.NotNull(expected.Fault([.. right[40..], .. right[..40]], launch.Precision));
    }

    /// <summary>Takes the sizes of the cost model and notes the memory that they need.</summary>
    private sealed class MeasuringSelector : TileSelector
    {
        /// <summary>Of each thread.</summary>
        public long ScratchBytes { get; private set; }

        /// <summary>Of all threads together.</summary>
        public long TempBytes { get; private set; }

        internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial)
        {
            CostModel.Select(ref kernel, info, profile, shape, out trial);
            if (kernel is Cpu.ICpuKernel planned)
            {
                TempBytes = planned.PlaceTemps(default);
                ScratchBytes = planned.Plan(0, 2 * profile.VectorBytes / sizeof(float), profile).ScratchBytes;
            }
        }

        internal override int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial) =>
            CostModel.SelectVariant(ref launch, shape, out trial);
    }
}
