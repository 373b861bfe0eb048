using System.Collections;
using System.Reflection.Emit;

namespace ILGPU.Sanitizer;

/// <summary>Finds the locals that are read after an instruction before they are written again.</summary>
internal static class Liveness
{
    /// <summary>The locals that are needed behind at least one of some instructions.</summary>
    /// <param name="instructions">The method.</param>
    /// <param name="wanted">Which of its instructions.</param>
    public static List<Local> After(List<Instruction> instructions, IEnumerable<Instruction> wanted)
    {
        Local[] locals = [.. instructions.Select(static instruction => instruction.Operand).OfType<Local>().Distinct()];
        var number = locals.Select(static (local, i) => (local, i)).ToDictionary(static pair => pair.local, static pair => pair.i);

        // What is live before an instruction is kept only of those that are jumped to; the others' is that of the next one, with a step.
        var before = instructions.SelectMany(static instruction => instruction.Targets).Distinct()
            .ToDictionary(static target => target, _ => new BitArray(locals.Length));
        var stops = wanted.ToHashSet();
        var result = new BitArray(locals.Length);
        for (var changed = true; changed;)
        {
            changed = false;
            var live = new BitArray(locals.Length);
            for (var i = instructions.Count - 1; i >= 0; i--)
            {
                var instruction = instructions[i];
                if (!Falls(instruction))
                    live.SetAll(false);

                foreach (var target in instruction.Targets)
                    live.Or(before[target]);

                if (stops.Contains(instruction))
                    result.Or(live);

                if (instruction.Operand is Local local)
                    live[number[local]] = IsRead(instructions, i);

                if (before.TryGetValue(instruction, out var known))
                    changed |= Grow(known, live);
            }
        }

        return [.. locals.Where(local => result[number[local]])];
    }

    private static bool Falls(Instruction instruction) => instruction.Code.FlowControl is not (FlowControl.Branch or FlowControl.Return);

    // what takes a local's address may read it, unless it clears it
    private static bool IsRead(List<Instruction> instructions, int i)
    {
        var clears = instructions[i].Code == OpCodes.Ldloca && i + 1 < instructions.Count && instructions[i + 1].Code == OpCodes.Initobj;
        return instructions[i].Code != OpCodes.Stloc && !clears;
    }

    private static bool Grow(BitArray known, BitArray live)
    {
        var added = new BitArray(live).And(new BitArray(known).Not());
        known.Or(live);
        return added.HasAnySet();
    }
}
