using System.Runtime.Intrinsics.Arm;
using TileKit.Cpu;
using TileKit.Tuning;

namespace TileKit.Tests.Tuning;

/// <summary>What a product costs whose operand the one before asked memory for, and how a grid's tiles are shared out.</summary>
public class TileCostTests
{
    private static readonly CpuProfile s_asking = new(1, 64, 48 << 10, 1 << 20, 32 << 20) { FetchesWithinProducts = true };
    private static readonly CpuProfile s_other = s_asking with { FetchesWithinProducts = false };

    [Fact]
    public void The_products_of_a_loop_cost_less_where_each_asks_for_the_next_ones_operand() =>
        Assert.True(Cycles(s_asking, rows: 64, k: 256, first: 1) < 0.9 * Cycles(s_other, rows: 64, k: 256, first: 1));

    [Fact]
    public void A_product_with_none_before_it_waits_for_memory() =>
        Assert.Equal(Cycles(s_other, rows: 64, k: 256, first: 16), Cycles(s_asking, rows: 64, k: 256, first: 16));

    [Fact]
    public void So_does_one_whose_operand_has_no_room_beside_the_next_one() =>
        Assert.Equal(Cycles(s_other, rows: 64, k: 2048, first: 1), Cycles(s_asking, rows: 64, k: 2048, first: 1));

    [Fact]
    public void Few_rows_ask_for_a_part()
    {
        var (few, enough) = (Saved(36), Saved(48));

        Assert.Equal(0.75 * enough, few, tolerance: 1e-6 * enough);

        static double Saved(int rows) => Cycles(s_other, rows, k: 256, first: 1) - Cycles(s_asking, rows, k: 256, first: 1);
    }

    [Theory]
    [InlineData(48, 128 / 3.0, 9 / 16.0)] // six runs of eight, the last a third of one: a thread has three whole ones
    [InlineData(16, 16, 1 / 2.0)]         // two runs in six units
    [InlineData(40, 33.6, 11 / 21.0)]     // five runs in ten units, the last two a fifth: a thread has four and both of these
    [InlineData(8, 1e-3, 1)]              // nothing to share
    public void The_thread_that_has_most_is_waited_for(int count, double whole, double share)
    {
        Assert.Equal(share, Shared(2) / Shared(1), tolerance: 1e-9);

        double Shared(int threads)
        {
            var cost = new TileCost(s_other with { Threads = threads });
            cost.Instances(count, fast: 8, whole, reuses: true);
            cost.Mma(times: count, rows: 48, 48, lanes: 128, 128, k: 256);
            return cost.Cycles;
        }
    }

    [Fact]
    public void Memory_that_blocks_of_rows_walk_down_costs_a_small_product_no_packing()
    {
        Assert.True(Small(width: 29) < Small(width: 4096) - (0.2 * 33 * 29));

        static double Small(double width)
        {
            var cost = new TileCost(s_asking);
            cost.Instances(1, 1, 1, reuses: false);
            cost.Product(times: 1, rows: 31, 32, lanes: 29, 32, k: 33, width, transposed: false, shared: false, first: 1);
            return cost.Cycles;
        }
    }

    /// <summary>29 columns are two bundles of 16, in tiles of 16 as in one of 32.</summary>
    [Fact]
    public void Small_products_have_no_more_tiles_than_they_need()
    {
        Assert.True(Small(times: 1, lanes: 29, tileLanes: 32) < Small(times: 2, lanes: 14.5, tileLanes: 16));

        static double Small(int times, double lanes, int tileLanes)
        {
            var cost = new TileCost(s_asking with { VectorBytes = 32 });
            cost.Instances(times, 1, times, reuses: false);
            cost.Product(times, rows: 31, 32, lanes, tileLanes, k: 33, width: 29, transposed: false, shared: false, first: times);
            return cost.Cycles;
        }
    }

    [Fact]
    public void Sums_that_are_stored_cost_the_same_however_many_there_are()
    {
        var storing = s_other with { StoresSums = true };

        Assert.Equal(Sums(storing, lanes: 64, stored: 1), Sums(storing, lanes: 4096, stored: 1) / 64, tolerance: 1);
        Assert.True(Sums(storing, lanes: 4096, stored: 0) > 1.5 * Sums(storing, lanes: 4096, stored: 1));
        Assert.Equal(Sums(s_other, lanes: 4096, stored: 0), Sums(s_other, lanes: 4096, stored: 1));

        // what a contraction of no steps leaves
        static double Sums(CpuProfile profile, int lanes, double stored) => Product(profile, lanes, stored) - Product(profile, lanes: 0, stored);

        static double Product(CpuProfile profile, int lanes, double stored)
        {
            var cost = new TileCost(profile);
            cost.Instances(1, 1, 1, reuses: false);
            cost.Mma(times: 1, rows: 48, 48, lanes, Math.Max(lanes, 64), k: 0, stored);
            return cost.Cycles;
        }
    }

    [Theory]
    [InlineData(64, 0, false, false)]  // read once, and gone
    [InlineData(128, 0, false, true)]  // read again for the next block of bundles
    [InlineData(64, 0, true, true)]    // or by the next instance
    [InlineData(640, 4096, false, true)] // or copied
    public void What_is_read_as_scalars_takes_room_unless_it_is_read_once(int lanes, double width, bool reused, bool takes)
    {
        Assert.Equal(takes, Cost(1 << 20) > Cost(0));

        double Cost(long room)
        {
            var cost = new TileCost(s_other);
            cost.Instances(1, 1, 1, reuses: false);
            cost.Operand(times: 1, rows: 48, cols: 64, width, lanes, room, turned: false, reused);
            cost.Mma(times: 1, rows: 48, 48, lanes, lanes, k: 64);
            return cost.Cycles;
        }
    }

    [Theory]
    [InlineData(512, 512, 0)]    // as large as the second-level cache
    [InlineData(1024, 1024, 1)]  // the last-level cache keeps it until it is read again
    [InlineData(2048, 2048, 2)]  // half of that cache: what else passes through it, and neighbours, leave less
    [InlineData(16384, 1024, 2)]
    public void What_is_read_again_as_scalars_costs_more_the_farther_it_is(int m, int k, int distance)
    {
        var (read, near) = (Extra(m, k), Extra(256, 256));

        Assert.Equal(0, near);
        Assert.Equal(distance > 0, read > 0);
        Assert.Equal(distance > 1, read > 3 * Extra(1024, 1024));

        // of an element, beside one that no instance but this reads
        static double Extra(int m, int k) => Math.Round(Read(m, k, fast: m / 64) - Read(m, k, fast: 1), 6);

        static double Read(int m, int k, double fast)
        {
            var cost = new TileCost(s_other with { L2Bytes = 1 << 20, L3Bytes = 32 << 20 });
            cost.Instances(m / 64 * 4, fast, m / 64 * 4, reuses: false);
            var before = cost.Cycles;
            cost.Operand(times: m / 64 * 4 * (k / 256), rows: 64, cols: 256, width: 256, lanes: 64, room: 0, turned: false);
            return (cost.Cycles - before) / (4.0 * m * k);
        }
    }

    [Fact]
    public void A_panel_from_the_second_level_cache_slows_blocks_of_two_bundles_more_than_those_of_one() =>
        Assert.True(AdvSimd.IsSupported || Slower(s_other with { VectorBytes = 32 }) < Slower(s_other) - 0.01);

    [Theory]
    [InlineData(16, 4096, true)]
    [InlineData(32, 4096, false)] // both lines
    [InlineData(64, 4096, false)]
    [InlineData(16, 16, false)]   // the next row's
    public void A_packed_row_of_one_line_pays_for_the_line_beside_it(int lanes, double width, bool pays)
    {
        Assert.Equal(pays, Packed(lanes, width) > Packed(lanes, lanes) + 1);

        static double Packed(int lanes, double width)
        {
            var cost = new TileCost(s_other);
            cost.Instances(1, 1, 1, reuses: false);
            cost.Product(times: 1, rows: 64, 64, lanes, lanes, k: 256, width, transposed: false, shared: false, first: 1);
            return cost.Cycles;
        }
    }

    // what a step of a long contraction takes, of what a step of a short one does
    private static double Slower(CpuProfile profile)
    {
        return (Steps(2048) - Steps(1024)) / 1024 / ((Steps(128) - Steps(32)) / 96);

        double Steps(int k)
        {
            var cost = new TileCost(profile);
            cost.Instances(1, 1, 1, reuses: false);
            var block = SixRows.Bundles(profile.Registers) * cost.Lanes;
            cost.Mma(times: 1, rows: 48, 48, lanes: block, block, k);
            return cost.Cycles;
        }
    }

    private static double Cycles(CpuProfile profile, int rows, int k, double first)
    {
        var cost = new TileCost(profile);
        cost.Instances(1, 1, 1, reuses: false);
        cost.Product(times: 16, rows, rows, lanes: 128, tileLanes: 128, k, width: 4096, transposed: false, shared: false, first);
        return cost.Cycles;
    }
}
