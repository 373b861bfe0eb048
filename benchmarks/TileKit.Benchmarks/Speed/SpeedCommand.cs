using System.Globalization;

namespace TileKit.Benchmarks.Speed;

/// <summary>
/// <c>speed [--threads n] [--rounds n] [--only text]</c>: the kernels of TileKit.Kernels beside what the machine can do at most.
/// </summary>
internal static class SpeedCommand
{
    private const string Usage = "speed [--threads n] [--rounds n] [--only text-in-a-name]";

    /// <summary>Checks, measures and prints; the process's exit code, 1 where a result is wrong and 2 where the arguments are.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (!TryRead(arguments, out var threads, out var rounds, out var only))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        using var device = new CpuDevice(threads);
        using var workloads = Workloads.Create(device, only);
        if (workloads.All.Count == 0)
        {
            Console.Error.WriteLine($"No workload has '{only}' in its name.");
            return 2;
        }

        Console.WriteLine($"{device.Name}, vectors of {device.Profile.VectorBytes * 8} bits, {rounds} rounds, everything once a round");
        Console.WriteLine();
        if (!workloads.All.Aggregate(true, static (right, workload) => Check(workload) && right))
        {
            return 1;
        }

        Console.WriteLine();
        Report.Print(Rounds.Measure(workloads.All, new Machine(threads), rounds));
        return 0;
    }

    private static bool Check(Workload workload)
    {
        workload.Run();
        var error = workload.Error();
        var isRight = error <= Workload.Tolerance;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{workload.Name,-28} error against float64 {error,8:0.0e-0} {(isRight ? "within" : "NOT WITHIN")} {Workload.Tolerance:0e-0}"));
        return isRight;
    }

    private static bool TryRead(IReadOnlyList<string> arguments, out int threads, out int rounds, out string only)
    {
        (threads, rounds, only) = (Environment.ProcessorCount, 21, "");
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
            {
                return false;
            }

            var value = arguments[i + 1];
            switch (arguments[i])
            {
                case "--threads" when int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number > 0:
                    threads = number;
                    break;
                case "--rounds" when int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number > 0:
                    rounds = number;
                    break;
                case "--only":
                    only = value;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
