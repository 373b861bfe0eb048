using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Writes a matrix product on tensor cores: a warp takes fragments of 16 × 32 bytes out of shared memory, or an A out of its registers, and adds their product to
/// accumulators, of which a thread has two rows and a chunk each.
/// </summary>
internal sealed class FragmentEmitter(IlgpuPlan plan, Registers registers, IndentedWriter writer)
{
    private readonly FragmentPlaces places = new(plan.Variant.Threads);

    /// <param name="step">The product.</param>
    /// <param name="offsets">For a tile of a pipelined loop, where the half that is read begins.</param>
    public void Write(FragmentStep step, IReadOnlyDictionary<SharedTile, string> offsets)
    {
        var (mma, result) = (step.Op, step.Op.Result);
        var extent = (mma.TransposeA ? plan.Extents.Rows(mma.A) : plan.Extents.Cols(mma.A)).And(mma.TransposeB ? plan.Extents.Cols(mma.B) : plan.Extents.Rows(mma.B));
        for (var i = 0; i < registers.AllRows(result); i++)
        {
            for (var h = 0; h < registers.AllChunks(result); h++)
            {
                writer.Line($"var {registers.Name(result, i, h)} = {(mma.Accumulator is { } c ? registers.Spread(c, i, h) : $"new {result.Type.Element.Lanes(registers.Lanes)}()")};");
            }
        }

        using var scope = writer.Open();
        writer.Line($"int k1 = {extent};");
        writer.Line($"int y0 = {Offset(step.B)}{places.FirstOfB(step)};");
        if (step.A is { } a)
        {
            writer.Line($"int x0 = {Offset(a)}{places.FirstOfA(step)};");
        }
        else
        {
            CopyA(mma.A, extent);
        }

        if (!TensorCores.IsOfTF32(mma))
        {
            Multiply(step, isExact: true);
            return;
        }

        using (writer.Open("if (exact0)"))
        {
            Multiply(step, isExact: true);
        }

        using (writer.Open("else"))
        {
            Multiply(step, isExact: false);
        }

        string Offset(SharedTile tile) => offsets.TryGetValue(tile, out var offset) ? $"{offset} + " : "";
    }

    // products past the edge of the contraction are none: there A is made zero, as B is in shared memory
    private void CopyA(Value a, ExtentSet extent)
    {
        var all = Enumerable.Range(0, registers.AllRows(a)).SelectMany(i => Enumerable.Range(0, registers.AllChunks(a)).Select(h => (i, h))).ToList();
        foreach (var (i, h) in all)
        {
            writer.Line($"var p{i}_{h} = {registers.Spread(a, i, h)};");
        }

        if (extent.Locals.Count > 0)
        {
            using var part = writer.Open($"if (k1 < {Registers.NominalCols(a)})");
            foreach (var (i, h) in all)
            {
                writer.Line($"p{i}_{h} = Fragments.First(p{i}_{h}, k1 - c{h});");
            }
        }
    }

    private void Multiply(FragmentStep step, bool isExact)
    {
        var (mma, depth) = (step.Op, TensorCores.Depth(step.Op));
        if (step.A is not null)
        {
            // what a tile has past its edge is zeros
            using var loop = writer.Open($"for (int k0 = 0; k0 < k1; k0 += {depth})");
            ForEachPair(mma, p => WriteLeft(mma, $"{p}", places.LoadA(step, p), isExact));
            WriteRight(step, "k0", isExact);
            return;
        }

        for (var k = 0; k < Registers.NominalCols(mma.A); k += depth)
        {
            using var block = writer.Open();
            for (var part = 0; part < Parts(mma); part++)
            {
                ForEachPair(mma, p => WriteLeft(mma, p, (k / 8) + part, Suffix(part), isExact));
            }

            WriteRight(step, $"{k}", isExact);
        }
    }

    // what a thread has of A as a fragment; 16 deep it takes two chunks, of TF32s one
    private void WriteLeft(MmaOp mma, int pair, int chunk, string suffix, bool isExact)
    {
        var (top, bottom) = ($"p{2 * pair}_{chunk}", $"p{(2 * pair) + 1}_{chunk}");
        if (TensorCores.IsOfTF32(mma))
        {
            WriteLeft(mma, $"{pair}{suffix}", $"Fragments.Floats({top}, {bottom})", isExact);
            return;
        }

        var all = $"{top}, {bottom}, p{2 * pair}_{chunk + 1}, p{(2 * pair) + 1}_{chunk + 1}";
        writer.Line($"var a{pair} = Fragments.{(TensorCores.IsSplit(mma) ? "Upper" : "Pack")}{Format(mma)}({all});");
        if (TensorCores.IsSplit(mma))
        {
            writer.Line($"var d{pair} = Fragments.Lower{Format(mma)}({all});");
        }
    }

    private void WriteLeft(MmaOp mma, string name, string fragment, bool isExact)
    {
        writer.Line($"var a{name} = {fragment};");
        if (TensorCores.IsOfTF32(mma))
        {
            WriteTF32($"a{name}", $"d{name}", isExact);
        }
    }

    // floats in place as TF32s, and what is left of them under another name
    private void WriteTF32(string name, string rest, bool isExact)
    {
        if (!isExact)
        {
            writer.Line($"{name} = Fragments.RoundTF32({name});");
            return;
        }

        writer.Line($"var {rest} = Fragments.LowerTF32({name});");
        writer.Line($"{name} = Fragments.UpperTF32({name});");
    }

    private void WriteRight(FragmentStep step, string k, bool isExact)
    {
        var (mma, isWidened) = (step.Op, Parts(step.Op) > 1);
        for (var h = 0; h < registers.AllChunks(mma.Result); h += 2)
        {
            writer.Line($"var {(isWidened ? "q" : "b")}{h} = {places.LoadB(step, h, k)};");
            if (TensorCores.IsOfTF32(mma) && !isWidened)
            {
                WriteTF32($"b{h}", $"z{h}", isExact);
            }

            for (var part = 0; part < Parts(mma); part++)
            {
                if (isWidened)
                {
                    writer.Line($"var b{h}{Suffix(part)} = Fragments.WidenF16(q{h}.V{part}, q{h}.V{part + 2});");
                }

                // the rests first: sums of the same kind follow one another, which need not wait for each other
                foreach (var (left, right) in Factors(mma, isExact))
                {
                    ForEachPair(mma, p =>
                    {
                        var (a, b) = ($"{left}{p}{Suffix(part)}", $"{right}{h}{Suffix(part)}");
                        Add(a, p, h, $"{b}.V0, {b}.V1");
                        Add(a, p, h + 1, $"{b}.V2, {b}.V3");
                    });
                }
            }
        }

        void Add(string a, int pair, int chunk, string b)
        {
            var (top, bottom) = (registers.Name(mma.Result, 2 * pair, chunk), registers.Name(mma.Result, (2 * pair) + 1, chunk));
            writer.Line($"({top}, {bottom}) = Fragments.Mma{(TensorCores.IsOfTF32(mma) ? "TF32" : Format(mma))}({a}, {b}, {top}, {bottom});");
        }
    }

    private static IEnumerable<(string Left, string Right)> Factors(MmaOp mma, bool isExact)
    {
        if (TensorCores.IsSplit(mma) || (TensorCores.IsOfTF32(mma) && isExact))
        {
            yield return ("d", "b");
        }

        if (TensorCores.IsOfTF32(mma) && isExact && mma.B.Type.Element == ElementType.Float)
        {
            yield return ("a", "z");
        }

        yield return ("a", "b");
    }

    private void ForEachPair(MmaOp mma, Action<int> action)
    {
        for (var p = 0; p < registers.AllRows(mma.Result) / 2; p++)
        {
            action(p);
        }
    }

    // Halves become two steps of TF32s
    private static int Parts(MmaOp mma) => TensorCores.IsOfTF32(mma) && mma.B.Type.Element == ElementType.Half ? 2 : 1;

    private static string Suffix(int part) => part == 0 ? "" : $"_{part}";

    private static string Format(MmaOp mma) => mma.B.Type.Element.Format();
}
