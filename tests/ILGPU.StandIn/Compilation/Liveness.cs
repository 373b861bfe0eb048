using System.Reflection.Emit;

namespace ILGPU.Sanitizer;

/// <summary>Finds the locals that are read after an instruction before they are written again.</summary>
internal static class Liveness
{
    /// <summary>The locals to keep at each of some instructions.</summary>
    /// <param name="instructions">The method.</param>
    /// <param name="wanted">Which of its instructions.</param>
    public static Dictionary<Instruction, HashSet<Local>> After(List<Instruction> instructions, IReadOnlyCollection<Instruction> wanted)
    {
        Dictionary<Instruction, int> index = [];
        for (var i = 0; i < instructions.Count; i++)
            index.Add(instructions[i], i);

        var before = new HashSet<Local>[instructions.Count + 1];
        for (var i = 0; i <= instructions.Count; i++)
            before[i] = [];

        Dictionary<Instruction, HashSet<Local>> after = [];
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = instructions.Count - 1; i >= 0; i--)
            {
                var instruction = instructions[i];
                HashSet<Local> live = Falls(instruction) ? [.. before[i + 1]] : [];
                foreach (var target in instruction.Targets)
                    live.UnionWith(before[index[target]]);

                if (wanted.Contains(instruction))
                    after[instruction] = [.. live];

                if (instruction.Operand is Local local)
                    Step(instructions, i, local, live);

                if (live.Count == before[i].Count)
                    continue;

                before[i] = live;
                changed = true;
            }
        }

        return after;
    }

    private static bool Falls(Instruction instruction) => instruction.Code.FlowControl is not (FlowControl.Branch or FlowControl.Return);

    private static void Step(List<Instruction> instructions, int i, Local local, HashSet<Local> live)
    {
        var clears = instructions[i].Code == OpCodes.Ldloca && i + 1 < instructions.Count && instructions[i + 1].Code == OpCodes.Initobj;
        if (instructions[i].Code == OpCodes.Stloc || clears)
            live.Remove(local);
        else
            live.Add(local);
    }
}
