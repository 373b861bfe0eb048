using System;
using System.Collections.Generic;
using System.Linq;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>Finds how long each tile in shared memory is needed and lets those that are not needed together share a slot.</summary>
internal static class SharedMemory
{
    // what small tiles share costs barriers and spares little
    private const int SmallTile = 1024;

    /// <summary>Gives each tile a slot; returns the slots.</summary>
    /// <param name="steps">The steps of an instance.</param>
    /// <param name="tiles">The tiles they use.</param>
    /// <param name="shareAll">Whether small tiles share slots too.</param>
    public static IReadOnlyList<SharedSlot> Place(IReadOnlyList<Step> steps, IReadOnlyList<SharedTile> tiles, bool shareAll)
    {
        var position = 0;
        Visit(steps);

        var slots = new List<List<SharedTile>>();
        foreach (var tile in tiles.Where(t => t.Last >= 0).OrderBy(t => t.First).ThenBy(t => t.Id))
        {
            var slot = slots.FindIndex(s => Shares(tile) && s[0].Kind == tile.Kind && s.All(t => Shares(t) && (t.Last < tile.First || tile.Last < t.First)));
            if (slot < 0)
            {
                slot = slots.Count;
                slots.Add([]);
            }

            slots[slot].Add(tile);
            tile.Slot = slot;
        }

        foreach (var tile in slots.Where(s => s.Count > 1).SelectMany(s => s))
        {
            tile.IsOwn = false;
        }

        return slots.Select(s => new SharedSlot(s[0].Kind, s.Max(t => t.Elements))).ToList();

        bool Shares(SharedTile tile) => shareAll || (tile.Elements > SmallTile && !tile.IsOwn);

        void Visit(IReadOnlyList<Step> region)
        {
            foreach (var step in region)
            {
                step.Position = position++;
                if (step is PipelinedForStep pipeline)
                {
                    foreach (var staged in pipeline.Staged)
                    {
                        Touch(staged.Tile);
                    }
                }

                foreach (var tile in step.Tiles())
                {
                    Touch(tile);
                }

                switch (step)
                {
                    case ForStep loop:
                        Visit(loop.Body);
                        loop.End = position++;
                        break;
                    case IfStep branch:
                        Visit(branch.Then);
                        Visit(branch.Else);
                        branch.End = position++;
                        break;
                }

                // what was written before a loop and is read in it must last until its end
                if (step is ForStep closed)
                {
                    foreach (var tile in tiles.Where(t => t.First <= closed.Position && t.Last > closed.Position))
                    {
                        tile.Last = Math.Max(tile.Last, closed.End);
                    }
                }
            }
        }

        void Touch(SharedTile tile)
        {
            tile.First = Math.Min(tile.First, position - 1);
            tile.Last = Math.Max(tile.Last, position - 1);
        }
    }

    /// <summary>The tiles that a step writes or reads itself.</summary>
    public static IEnumerable<SharedTile> Tiles(this Step step) => step switch
    {
        StageStep stage => [stage.Tile],
        PutStep put => [put.Tile],
        GetStep get => [get.Tile],
        ProductStep product => [product.A, product.B],
        FragmentStep { A: { } a } product => [a, product.B],
        FragmentStep product => [product.B],
        ReduceStep { Exchange: { } exchange } => [exchange],
        _ => [],
    };
}
