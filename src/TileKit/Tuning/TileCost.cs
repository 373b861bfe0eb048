using System.ComponentModel;
using TileKit.Cpu;

namespace TileKit.Tuning;

/// <summary>
/// A rough model of a CPU core, in cycles: what matters is not the time but which tile sizes are better than others. A bundle is
/// two vector registers; a cycle multiplies and adds one bundle, or moves one between registers and the nearest cache.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TileCost(CpuProfile profile)
{
    private const double InstanceOverhead = 150;
    private const double CallOverhead = 30;
    private const double BlockRowCycles = 1.05;
    private const double NextCache = 0.015; // for each bundle of a block, since as many read their panels at a time: what the second-level cache takes longer
    private const double NearAccumulator = 8;
    private const double FarAccumulator = 24;
    private const double StoredAccumulator = 12; // one that its product writes where it goes
    private const double StreamedElement = 0.03;
    private const double FarOperandElement = 0.15; // one that each instance reads again, from beyond the second-level cache
    private const double FarStream = 0.015;  // what an element read as a scalar takes longer from beyond the second-level cache
    private const double MemoryStream = 0.1; // the same from memory
    private const double FarStrips = 0.02;
    private const double NearPanel = 0.06; // an element of a panel that the first block of rows brings to the nearest cache
    private const double FarPanel = 0.1;  // the same from beyond the second-level cache
    private const double Line = 64;
    private const double Page = 4096;
    private const double KnownPages = 48;
    private const double FarRow = 400;
    private const double NearRow = 30;
    private const double FarElement = 0.9;
    private const double AskedElement = 0.05; // one that the product before had asked memory for
    private const double AskingRows = 48;     // a product of fewer asks for a part only
    private const double RepackedElement = 4;
    private const double FarPiece = 60;
    private const double UnusedLine = 4; // the second of a pair, of which a packed tile's row takes the first only
    private const double SumCycles = 16;
    private const double NotBeside = 0.25;

    /// <summary>The cycles that an element copied from Half takes more than one from float: there is no instruction for it in reach.</summary>
    public const double FromHalf = 0.8;

    /// <summary>The cycles that an element copied from BFloat16 takes more than one from float.</summary>
    public const double FromBFloat16 = 0.2;

    private double _instances;
    private double _fast;
    private double _whole;
    private double _chunk;
    private double _cycles;
    private double _scratch;
    private double _before;
    private double _strips;

    /// <summary>The lanes of a bundle.</summary>
    public readonly int Lanes => 2 * profile.VectorBytes / sizeof(float);

    /// <summary>Whether products write sums to memory that nothing happens to before.</summary>
    public readonly bool StoresSums => profile.StoresSums;

    /// <summary>The whole launch on all threads, as far as it was told.</summary>
    public readonly double Cycles
    {
        get
        {
            // buffers beyond the second-level cache slow everything that goes through them
            var spill = Math.Max(0, (_scratch * sizeof(float) / (0.75 * profile.L2Bytes)) - 1);
            var far = 1 + (FarStrips * Math.Min(1, StripShare));
            return _before + (((_cycles * far * (1 + (0.15 * Math.Min(spill, 4)))) + (_instances * InstanceOverhead)) * LargestShare);
        }
    }

    private readonly double LargestShare => CpuGrid.LargestShare(_whole / _chunk, profile.Threads);

    // of what the second-level cache has for strips
    private readonly double StripShare => _strips * sizeof(float) / (0.8 * profile.L2Bytes);

    /// <summary>What follows is another grid, which starts when all of this one is done.</summary>
    public void NextGrid() => this = new TileCost(profile) { _before = Cycles };

    /// <summary>The program instances.</summary>
    /// <param name="count">Their number.</param>
    /// <param name="fast">How many of them the fast index counts.</param>
    /// <param name="whole">Their number where one at the edge counts as the part of a tile that it has.</param>
    /// <param name="reuses">Whether those along the fast index share packed strips.</param>
    public void Instances(double count, double fast, double whole, bool reuses)
    {
        (_instances, _whole) = (count, Math.Min(whole, count));
        fast = _fast = Math.Max(fast, 1);
        _chunk = fast / Math.Ceiling(fast / CpuGrid.ChunkOf((long)Math.Min(count, int.MaxValue), (int)Math.Min(fast, int.MaxValue), reuses, profile.Threads));
    }

    /// <summary>A buffer of four-byte elements.</summary>
    public void Scratch(long elements) => _scratch += elements;

    /// <summary>
    /// A matrix product with its accumulators in scratch: one or two bundles in blocks of 6 and 5 rows, the rest in smaller ones. Rows and lanes are those of
    /// the mean tile; a fraction tells of several, of which only the last is not whole. <paramref name="stored"/> of the products write sums to memory that nothing
    /// happens to before.
    /// </summary>
    public void Mma(double times, double rows, int tileRows, double lanes, int tileLanes, double k, double stored = 0)
    {
        var (wholeRows, wholeLanes) = (rows == Math.Floor(rows) ? rows : tileRows, lanes == Math.Floor(lanes) ? lanes : tileLanes);
        var bundles = Math.Ceiling(wholeLanes / Lanes);
        var block = SixRows.Bundles(profile.Registers);
        var blocked = Math.Floor(bundles / block) * block;
        var whole = blocked > 0 && wholeRows >= 6 ? SixRows.Blocked((int)wholeRows) : 0;
        var cycles = (blocked * ((whole * BlockRowCycles) + Rest(wholeRows - whole))) + ((bundles - blocked) * Rest(wholeRows));
        var share = wholeRows * wholeLanes > 0 ? rows * lanes / (wholeRows * wholeLanes) : 0;

        // the broadcast operand is read again for each block of bundles after the first, the panels for each block of rows
        var x = bundles > block ? rows * k * sizeof(float) : 0;
        var panels = block * k * Lanes * sizeof(float);
        var isNear = x > 0 ? x + panels <= profile.L1Bytes * 1.5 : panels <= profile.L1Bytes * 0.75;
        var penalty = (Math.Max(x, panels) > profile.L2Bytes * 0.6 ? 1.06 : 1) * (isNear ? 1 : 1 + (NextCache * block));
        var ends = profile.StoresSums ? stored / Math.Max(times, Math.Max(stored, 1)) : 0;
        var near = rows * lanes * sizeof(float) <= profile.L1Bytes ? NearAccumulator : FarAccumulator;
        var accumulators = bundles * wholeRows * (near + (ends * (StoredAccumulator - near)));
        var isFar = _chunk > 1 ? StripShare > 1 : lanes * k * sizeof(float) > profile.L2Bytes * 0.5;
        var panel = lanes * k * (isFar ? FarPanel : NearPanel);
        _cycles += times * ((((cycles * k * penalty) + accumulators) * share) + panel + CallOverhead);
    }

    /// <summary>
    /// A matrix product and the packing of its vector operand, or its reading in place. <paramref name="first"/> of the products begin a loop, or are in
    /// none; the others' operand was asked for by the one before.
    /// </summary>
    public void Product(
        double times,
        double rows,
        int tileRows,
        double lanes,
        int tileLanes,
        double k,
        double width,
        bool transposed,
        bool shared,
        double first,
        bool packed = false,
        double widening = 0,
        double stored = 0)
    {
        if (packed)
        {
            // a tile that begins within a panel is copied element by element
            _cycles += tileLanes % Lanes == 0 ? 0 : times * k * lanes * RepackedElement;
            Mma(times, rows, tileRows, lanes, tileLanes, k, stored);
            return;
        }

        if (!Cpu.Mma.ReadsInPlace((int)Math.Ceiling(rows), (int)lanes, (int)k, (nint)width, Lanes, transposed, shared && _chunk > 1))
        {
            Pack(times, k, lanes, transposed, shared, widening);
            var asked = profile.FetchesWithinProducts && 2 * k * lanes * sizeof(float) <= 0.7 * profile.L2Bytes
                ? (1 - (first / Math.Max(times, Math.Max(first, 1)))) * Math.Min(1, rows / AskingRows)
                : 0;
            var packs = times / (shared ? _chunk : 1);
            _cycles += packs * k * lanes * (FarElement - (asked * (FarElement - AskedElement)));

            // two lines are asked for, or fetched ahead, at a time; the second is gone when the next tile comes for it
            var piece = transposed ? k : lanes;
            _cycles += piece < width ? packs * (transposed ? lanes : k) * UnusedLine * Math.Clamp(2 - (piece * sizeof(float) / Line), 0, 1) : 0;
            Mma(times, rows, tileRows, lanes, tileLanes, k, stored);
            return;
        }

        if (!transposed && Cpu.Mma.ReadsBlocks((int)Math.Ceiling(rows), (nint)width))
        {
            // matrices this small have few tiles, of which the last one's bundle that is not whole costs as much as others
            _cycles += times * k * lanes * FarElement;
            Mma(times, rows, tileRows, Math.Ceiling(lanes / Lanes) * Lanes, tileLanes, k, stored);
            return;
        }

        // memory sets the pace of one row; each piece of a row begins with a wait for it
        var bundles = Math.Ceiling(lanes / Lanes);
        var memory = (k * lanes * FarElement) + ((transposed ? lanes : k) * FarPiece);
        _cycles += times * (CallOverhead + (transposed
            ? Beside(memory, Math.Ceiling(lanes / 4) * rows * (((rows * k * sizeof(float) > profile.L1Bytes ? 8 : 4) * Math.Ceiling(k / Lanes)) + SumCycles))
            : Beside(memory, Math.Ceiling(k / 8) * bundles * ((rows * 10) + 16))));
    }

    // waiting for memory and computing, of which the processor does a part at the same time
    private static double Beside(double memory, double computing) => Math.Max(memory, computing) + (NotBeside * Math.Min(memory, computing));

    // a block of 8, 4 or 1 rows costs the same however many of them are real
    private static double Rest(double rows) => rows switch
    {
        <= 0 => 0,
        <= 1 => 3,
        <= 4 => 4 * 1.5,
        _ => Math.Ceiling(rows / 8) * 8 * 1.2,
    };

    /// <summary>A tile packed into bundles, or stored from them.</summary>
    public void Pack(double times, double rows, double cols, bool transposed, bool reused, double widening = 0) =>
        _cycles += times / (reused ? _chunk : 1) * ((rows * cols * ((transposed ? 0.6 : 0.25) + widening)) + CallOverhead);

    /// <summary>Packed tiles that are kept for other instances: the more of the second-level cache they take, the more often products wait for them.</summary>
    public void Strip(int tiles, long elements) => _strips += (double)tiles * elements;

    /// <summary>A tile that a product reads as broadcast scalars: in place, or copied first. <paramref name="room"/> is what the copy takes.</summary>
    public void Operand(double times, double rows, double cols, double width, double lanes, long room, bool turned, bool reused = false)
    {
        var isKept = reused && _chunk > 1 && Cpu.Operand.IsKept((nint)width, (int)cols);
        if (reused && times / _instances * rows * cols * sizeof(float) > 0.5 * profile.L2Bytes)
        {
            _cycles += times * rows * cols * FarOperandElement;
        }

        // one block of bundles reads the tile once, and if no other instance reads it leaves the caches to others
        var isCopied = isKept || Cpu.Operand.IsCopied((nint)width, (int)Math.Ceiling(rows), (int)cols, (int)lanes, turned);
        _scratch += isCopied || reused || lanes > SixRows.Bundles(profile.Registers) * Lanes ? room : 0;
        if (isCopied)
        {
            Rows(times, rows, cols, isKept);
            return;
        }

        // instances along the fast index read all of it before the next ones come back; half of the last-level cache is for what else passes, and for neighbours
        var between = reused ? 0 : times / _instances * _fast * rows * cols * sizeof(float);
        var far = between <= profile.L2Bytes ? 0 : 2 * between < profile.L3Bytes ? FarStream : MemoryStream;
        _cycles += times * rows * cols * (StreamedElement + far);
    }

    /// <summary>A tile copied row by row.</summary>
    public void Rows(double times, double rows, double cols, bool reused = false, double widening = 0) =>
        _cycles += times / (reused ? _chunk : 1) * ((rows * cols * (0.12 + widening)) + (rows * 4) + CallOverhead);

    /// <summary>
    /// A tile read from memory or written to it row by row, beside others. Where the tile has only a part of each row, the next tile comes back to
    /// the same pages: more of them than the processor keeps addresses of are translated, and fetched ahead, anew.
    /// </summary>
    public void Stream(double times, double rows, double cols, double width, int tensors)
    {
        if (cols < width && width * sizeof(float) > Page)
        {
            _cycles += times * rows * (rows * tensors > KnownPages ? FarRow : NearRow);
        }
    }

    /// <summary>A tile added to memory, each element as one step.</summary>
    public void Atomic(double times, double rows, double cols) => _cycles += times * ((rows * cols * 20) + CallOverhead);

    /// <summary>Elementwise work on a tile.</summary>
    public void Nest(double times, double rows, double lanes, int weight, bool lanesInside)
    {
        var bundles = Math.Ceiling(lanes / Lanes);
        var loops = lanesInside ? rows : bundles;

        // a tile that the nearest cache cannot hold beside its operands comes from the next one, again for each pass over it
        var bytes = bundles * Lanes * rows * sizeof(float);
        var distance = lanesInside || bytes < profile.L1Bytes * 0.6 ? 0 : bytes < profile.L2Bytes * 0.5 ? 14 : 24;
        _cycles += times * ((bundles * rows * (2 + distance + (weight * 0.7))) + (loops * 12) + CallOverhead);
    }
}
