using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;
using TileKit.Benchmarks.Page;
using TileKit.Benchmarks.Peers;

namespace TileKit.Benchmarks.Speed;

/// <summary>
/// <c>peers</c>: the kernels of TileKit.Kernels beside native libraries that compute the same, and beside what the machine can do at most.
/// </summary>
internal static class PeersCommand
{
    private const string Child = "TILEKIT_PEERS";

    /// <summary>Checks, measures and prints; the process's exit code, 1 where a result of TileKit is wrong and 2 where the arguments are.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (PeersOptions.Read(arguments) is not { } options)
        {
            Console.Error.WriteLine(PeersOptions.Usage);
            return 2;
        }

        return Environment.GetEnvironmentVariable(Child) is null ? Start(arguments, options.Threads) : Run(options);
    }

    // Libraries and the runtime read how many threads they may use, and more, when they are loaded: the work is done by another process.
    private static int Start(IReadOnlyList<string> arguments, int threads)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program);
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        start.ArgumentList.Add("peers");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var count = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment[Child] = "1";
        start.Environment["DOTNET_PROCESSOR_COUNT"] = threads.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["OMP_NUM_THREADS"] = count;
        start.Environment["OPENBLAS_NUM_THREADS"] = count;

        // about 0.4 ms of waiting busily, and not 25: the next in turn needs the core
        start.Environment.TryAdd("OPENBLAS_THREAD_TIMEOUT", "20");

        // with one processor the runtime waits ten times as long before it compiles what is called often
        start.Environment["DOTNET_TC_DelaySingleProcMultiplier"] = "1";
        if (Avx512F.IsSupported)
        {
            // processors newer than the library are taken for old ones, and the environment may name other kernels: a peer is measured at its best
            start.Environment["OPENBLAS_CORETYPE"] = "SkylakeX";
            start.Environment.Remove("OPENBLAS_L2_SIZE");
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static int Run(PeersOptions options)
    {
        using var peers = new PeerSet(options.Threads);
        using var device = new CpuDevice(options.Threads);
        using var cases = new Cases(device, peers, options.Threads);
        var names = cases.Names(options.Filter);
        if (names.Count == 0)
        {
            Console.Error.WriteLine($"No case has '{options.Filter}' in its name.");
            return 2;
        }

        using var machine = new Machine(options.Threads);
        machine.All();
        var usual = machine.All();
        var run = new RunResult(
            Processor.Name(), DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), options.Threads, options.Rounds,
            device.Profile.VectorBytes * 8, usual, peers.All, []);
        ConsoleReport.Start(run);
        var (results, wrong) = (new List<CaseResult>(), new List<string>());
        foreach (var name in names)
        {
            var result = Measure(cases, name, machine, usual, options.Rounds);
            if (result is null)
            {
                wrong.Add(name);
            }
            else
            {
                results.Add(result);
                usual = result.Best;
                ConsoleReport.Print(result, peers.All);
            }
        }

        run = run with { Machine = usual, Cases = results };
        ConsoleReport.End(run, wrong);
        if (options.Json is not null)
        {
            run.Write(options.Json);
        }

        if (options.Docs is not null && wrong.Count == 0)
        {
            PerformancePage.Write(options.Docs, run);
        }

        return wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Checks everyone's result, then measures those that are right; null where TileKit's is not.</summary>
    private static CaseResult? Measure(Cases cases, string name, Machine machine, Rates usual, int rounds)
    {
        try
        {
            var opened = cases.Open(name);
            var (right, rejected) = (new List<(Contestant Contestant, double Error)>(), new List<Rejected>());
            foreach (var contestant in opened.Contestants)
            {
                cases.Spoil();
                contestant.Run();
                var error = opened.ErrorOf(contestant);
                if (error <= contestant.Tolerance)
                {
                    right.Add((contestant, error));
                    continue;
                }

                rejected.Add(new(contestant.By, contestant.Form, error, contestant.Tolerance));
                ConsoleReport.Wrong(name, rejected[^1]);
                if (right.Count == 0)
                {
                    return null;
                }
            }

            return Rounds.Measure(opened, right, machine, usual, rounds) with { Rejected = rejected };
        }
        finally
        {
            cases.Close();
        }
    }
}
