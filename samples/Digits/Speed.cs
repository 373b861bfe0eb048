using TileKit;

namespace Digits;

/// <summary>The fused kernel beside the same computation op by op on one thread, and what one thread can do at most.</summary>
internal static class Speed
{
    public static void Report(DigitSet queries, DigitSet keys, float[] values, float beta, Device device, Action fused)
    {
        var unfused = new OpByOp(queries, keys, values);
        var result = new float[queries.Count * DigitSet.Classes];
        var medians = Interleaved.Medians(TimeSpan.FromSeconds(1), fused, () => unfused.Classify(beta, result));
        var peak = PeakFma.Measure();

        // The two products count; exponentials and sums come on top and count as nothing.
        var flops = 2.0 * queries.Count * keys.Count * (DigitSet.Pixels + DigitSet.Classes);
        if (device is not CpuDevice)
        {
            Console.WriteLine($"The fused kernel runs on {device}, all else on the CPU.\n");
        }

        Console.WriteLine($"{(device is CpuDevice ? "one thread" : ""),-24}{"median",10}{"GFLOP/s",12}{"of peak",11}");
        Row("fused tile kernel", medians[0], device is CpuDevice);
        Row("op by op", medians[1], ofPeak: true);
        Console.WriteLine($"{"FMA peak, measured",-24}{"",10}{peak,12:F1}");
        Console.WriteLine($"\nThe fused kernel is {medians[1] / medians[0]:F1} times as fast.");

        void Row(string name, TimeSpan time, bool ofPeak)
        {
            var rate = flops / time.TotalNanoseconds;
            Console.WriteLine($"{name,-24}{time.TotalMilliseconds,7:F3} ms{rate,12:F1}{(ofPeak ? $"{rate / peak,11:P0}" : "")}");
        }
    }
}
