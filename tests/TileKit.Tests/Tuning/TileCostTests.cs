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

    private static double Cycles(CpuProfile profile, int rows, int k, double first)
    {
        var cost = new TileCost(profile);
        cost.Instances(1, 1, 1, reuses: false);
        cost.Product(times: 16, rows, rows, lanes: 128, tileLanes: 128, k, width: 4096, transposed: false, shared: false, first);
        return cost.Cycles;
    }
}
