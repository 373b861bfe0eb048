using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Choices sorted by expert: everything exactly as a stable sort has it.</summary>
public sealed class MoeSortTests
{
    // lists, choices, tokens, experts
    public static TheoryData<int, int, int, int> Cases => new()
    {
        { 1, 2, 37, 5 }, { 1, 1, 1, 1 }, { 3, 2, 20, 7 }, { 2, 3, 130, 33 }, { 1, 4, 9, 40 }, { 2, 1, 0, 3 }, { 0, 2, 4, 3 }, { 1, 0, 5, 2 }, { 1, 2, 5, 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int lists, int choices, int tokens, int experts) => Draw(lists, choices, tokens, experts, 0).RequireEager();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int lists, int choices, int tokens, int experts)
    {
        Draw(lists, choices, tokens, experts, 0).RequireOnCpu();
        Draw(lists, choices, tokens, experts, -2).RequireOnCpu();
    }

    [Fact]
    public void Generated_with_long_lists() => Draw(2, 4, 1000, 60, -1).RequireOnCpu();

    [Fact]
    public void Choices_of_no_expert_are_left_out() => Draw(2, 3, 50, 6, -2).RequireEager();

    [Fact]
    public void One_expert_may_have_everything() => Of(1, 2, 40, 5, [.. Enumerable.Repeat(3, 80)]).RequireEager();

    [Fact]
    public void Mutants() => Draw(1, 2, 40, 5, 0).RequireMutantsRejected();

    /// <summary>Choices from <paramref name="least"/> up to the number of experts, which is no expert, where something is left out at all.</summary>
    internal static Launch Draw(int lists, int choices, int tokens, int experts, int least)
    {
        var random = new Random(lists + choices + tokens + experts);
        var chosen = new int[lists * choices * tokens];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = random.Next(least, least < 0 ? experts + 1 : Math.Max(experts, 1));
        }

        return Of(lists, choices, tokens, experts, chosen);
    }

    internal static Launch Of(int lists, int choices, int tokens, int experts, int[] chosen) => new(
        "Moe.Sort",
        [Outputs.Integers([lists, choices, tokens], chosen)],
        Precision.Of<int>(),
        (device, inputs) =>
        {
            using var input = inputs[0].On<int>(device);
            using var counts = device.Allocate<int>(lists, experts);
            using var offsets = device.Allocate<int>((lists * experts) + 1);
            using var sorted = device.Allocate<int>(chosen.Length);
            using var position = device.Allocate<int>(lists, choices, tokens);
            Moe.Sort(device, input, counts, offsets, sorted, position);
            return [.. counts.Read(), .. offsets.Read(), .. sorted.Read(), .. position.Read()];
        },
        (random, inputs) =>
        {
            var (counts, offsets, sorted, position) = (new int[lists * experts], new int[(lists * experts) + 1], new int[chosen.Length], new int[chosen.Length]);
            Moe.SortProgram(
                inputs[0].Eager<int>(), Global.Of(counts, lists, experts), Global.Of(offsets, offsets.Length), Global.Of(sorted, sorted.Length),
                Global.Of(position, lists, choices, tokens), Launch.Tile(random), Launch.Tile(random), Math.Max(experts, 1));
            return [.. counts.Read(), .. offsets.Read(), .. sorted.Read(), .. position.Read()];
        },
        inputs =>
        {
            var sorted = MoeReference.Sort(inputs[0].ToArray<int>(), lists, choices, tokens, experts);
            double[] all = [.. sorted.Counts.Read(), .. sorted.Offsets.Read(), .. sorted.Tokens.Read(), .. sorted.Position.Read()];
            return Outputs.Exactly([all.Length], all);
        });
}
