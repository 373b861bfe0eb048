namespace Digits;

/// <summary>The fused kernel beside the same computation op by op, both on one thread, and what that thread can do at most.</summary>
internal static class Speed
{
    public static void Report(DigitSet queries, DigitSet keys, float[] values, float beta, Action fused)
    {
        var unfused = new OpByOp(queries, keys, values);
        var result = new float[queries.Count * DigitSet.Classes];
        var medians = Interleaved.Medians(TimeSpan.FromSeconds(1), fused, () => unfused.Classify(beta, result));
        var peak = PeakFma.Measure();

        // The two products count; exponentials and sums come on top and count as nothing.
        var flops = 2.0 * queries.Count * keys.Count * (DigitSet.Pixels + DigitSet.Classes);
        Console.WriteLine($"{"one thread",-24}{"median",10}{"GFLOP/s",12}{"of peak",11}");
        Row("fused tile kernel", medians[0]);
        Row("op by op", medians[1]);
        Console.WriteLine($"{"FMA peak, measured",-24}{"",10}{peak,12:F1}");
        Console.WriteLine($"\nThe fused kernel is {medians[1] / medians[0]:F1} times as fast.");

        void Row(string name, TimeSpan time)
        {
            var rate = flops / time.TotalNanoseconds;
            Console.WriteLine($"{name,-24}{time.TotalMilliseconds,7:F3} ms{rate,12:F1}{rate / peak,11:P0}");
        }
    }
}
