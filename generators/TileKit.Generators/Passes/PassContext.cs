using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>What passes share: diagnostics, fresh values and the cancellation token.</summary>
internal sealed class PassContext(int valueCount, CancellationToken token)
{
    private readonly List<KernelDiagnostic> diagnostics = [];

    public IReadOnlyList<KernelDiagnostic> Diagnostics => diagnostics;

    public bool HasErrors => diagnostics.Count > 0;

    public int ValueCount { get; private set; } = valueCount;

    public CancellationToken Token => token;

    public Value NewValue(IrType type) => new(ValueCount++, type);

    /// <summary>Reports one error a site: what follows from it would only repeat it.</summary>
    public void Report(DiagnosticDescriptor descriptor, int site, params string[] arguments)
    {
        if (diagnostics.All(d => d.Site != site))
        {
            diagnostics.Add(new KernelDiagnostic(descriptor, site, arguments.ToEquatableArray()));
        }
    }
}
