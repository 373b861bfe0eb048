using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace TileKit.Benchmarks.Generator;

/// <summary>The mean divided by the number of kernels in the compilation: what the budgets are stated in.</summary>
internal sealed class PerKernelColumn : IColumn
{
    public string Id => nameof(PerKernelColumn);

    public string ColumnName => "Per kernel";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Time;

    public string Legend => "Mean divided by the number of kernels";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var kernels = (int)benchmarkCase.Parameters[nameof(GeneratorBenchmarks.Kernels)];
        return summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? string.Create(CultureInfo.InvariantCulture, $"{statistics.Mean / 1e6 / kernels:F3} ms")
            : "-";
    }
}
