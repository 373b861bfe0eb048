using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>
/// A rough model of a GPU, in cycles of a multiprocessor: what matters is not the time but which variants are better than others. A kernel
/// adds up what all its groups do together; the model divides it among the multiprocessors, in waves, and slows it down where too few
/// threads are there to hide latencies.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct IlgpuCost
{
    private const double SharedBytesPerCycle = 128; // 32 banks of 4 bytes
    private const double CacheBytesPerCycle = 64; // what a multiprocessor gets from the cache that all share
    private const double CacheOverMemory = 3; // how much faster that cache is than memory, for all multiprocessors together
    private const double VectorBytes = 16; // what a thread reads at once
    private const double MemoryLatency = 600; // cycles until memory answers
    private const double BarrierCycles = 40; // all threads of a group wait for each other
    private const double GroupOverhead = 800; // a group starts: indices, extents, first addresses
    private const double LaunchSeconds = 5e-6; // the driver starts a kernel
    private const double FmaLatency = 4; // cycles until a multiply-add may be used by the next one
    private const double Independent = 4; // multiply-adds of one thread that do not wait for each other
    private const double Overlap = 0.25; // how much of the shorter of two kinds of work is not hidden behind the longer one
    private const double WrongLanes = 1.6; // columns dealt to threads otherwise than a GPU likes
    private const int CpuLanes = 16; // the columns of a thread whose OpenCL compiler makes vectors of them
    private const double CpuWrongLanes = 2; // vectors of 4 floats where there could be 8 or 16
    private const double CpuBarrierCyclesOfAThread = 25; // a CPU runs a group's threads in turns, and changes between them at a barrier
    private const double CpuGroupOverhead = 3000;
    private const double CpuSharedBytesPerCycle = 64; // two vector loads from the nearest cache
    private const double CpuStageBytesPerCycle = 1.3; // a thread copies a few elements at a time, and checks each address

    private readonly GpuProfile _profile;
    private readonly IlgpuGrid _grid;
    private double _instances;
    private double _fma;
    private double _tensor;
    private double _shared;
    private double _traffic;
    private double _direct;
    private double _waits;
    private double _barriers;

    internal IlgpuCost(GpuProfile profile, IlgpuGrid grid)
    {
        _profile = profile;
        _grid = grid;
    }

    /// <summary>The whole grid.</summary>
    public readonly double Seconds
    {
        get
        {
            if (_instances <= 0)
            {
                return 0;
            }

            // Groups go to the multiprocessors one by one: the busiest one decides.
            var rounds = Math.Ceiling(_instances / _profile.Multiprocessors);
            var busiest = rounds / _instances;
            var held = Math.Min(Resident, rounds);
            var lanes = _grid.Lanes == _profile.PreferredLanes || _grid.TensorCores ? 1 : IsCpu ? CpuWrongLanes : WrongLanes;
            var arithmetic = ((_fma * lanes / _profile.FmaPerCycle) + (_tensor / Math.Max(1, _profile.TensorFmaPerCycle))) / Utilisation(held);
            var shared = _shared * lanes / (IsCpu ? CpuSharedBytesPerCycle : SharedBytesPerCycle);
            var cache = (_direct / CacheBytesPerCycle) + (_traffic / (IsCpu ? CpuStageBytesPerCycle : CacheBytesPerCycle));
            var longest = Math.Max(arithmetic, Math.Max(shared, cache));
            var work = longest + (Overlap * (arithmetic + shared + cache - longest));
            var stalls = IsCpu
                ? _barriers * _grid.Threads * CpuBarrierCyclesOfAThread
                : ((_waits * MemoryLatency) + (_barriers * BarrierCycles)) / held; // other groups work meanwhile
            var starts = _instances * (IsCpu ? CpuGroupOverhead : GroupOverhead / held);
            var cycles = (work + stalls + starts) * busiest;
            var memory = (_direct + (_traffic / CacheOverMemory)) / _profile.BytesPerSecond;
            return LaunchSeconds + Math.Max(cycles / _profile.ClockHertz, memory);
        }
    }

    /// <summary>A CPU behind OpenCL: a group runs on one core, its threads in turns.</summary>
    private readonly bool IsCpu => _profile.PreferredLanes == CpuLanes;

    /// <summary>How many groups a multiprocessor holds at a time.</summary>
    private readonly double Resident
    {
        get
        {
            if (IsCpu)
            {
                return 1;
            }

            var groups = _profile.ThreadsPerMultiprocessor / Math.Max(1, _grid.Threads);
            groups = Math.Min(groups, _profile.SharedBytesPerMultiprocessor / Math.Max(1, _grid.SharedBytes));
            groups = (int)Math.Min(groups, _profile.RegistersPerMultiprocessor / Math.Max(1L, (long)_grid.Registers * _grid.Threads));
            return Math.Max(1, groups);
        }
    }

    /// <summary>The program instances: each is a group.</summary>
    /// <param name="count">Their number.</param>
    public void Instances(double count) => _instances = count;

    /// <summary>A matrix product into registers, its operands in shared memory.</summary>
    /// <param name="times">Executions over the whole launch.</param>
    /// <param name="rows">The rows of the product.</param>
    /// <param name="cols">Its columns.</param>
    /// <param name="k">The contraction.</param>
    /// <param name="bytes">The bytes of an element of its second factor.</param>
    /// <param name="instructions">The products of tensor cores that it takes where only the first factor is of floats, each of which is two numbers.</param>
    public void Mma(double times, double rows, double cols, double k, int bytes, int instructions = 1)
    {
        if (_grid.TensorCores)
        {
            // of bytes an instruction takes twice as many; a warp reads the rows and the columns of its part, which is about a square
            var warps = Math.Max(1, _grid.Threads / _profile.WarpSize);
            var work = bytes == sizeof(float) ? (double)_profile.TensorFmaPerCycle / Math.Max(1, _profile.TensorFloatFmaPerCycle) : (double)bytes * instructions / sizeof(ushort);
            _tensor += times * rows * cols * k * work;
            _shared += times * k * 2 * Math.Sqrt(rows * cols * warps) * bytes;
            return;
        }

        _fma += times * Computed(rows, cols) * k;

        // A thread reads the rows and the columns of its block for each step of the contraction. A warp's threads share their rows four by four:
        // what several read at once comes out of the banks once.
        var columns = Math.Min(cols, _grid.Lanes);
        var height = Math.Ceiling(rows * cols / (_grid.Threads * columns));
        var floats = IsCpu ? height + columns : (height / 4) + (columns / 2);
        _shared += times * k * _grid.Threads * floats * sizeof(float);
    }

    /// <summary>A tile copied from global to shared memory.</summary>
    /// <param name="times">Executions over the whole launch.</param>
    /// <param name="rows">The tile's rows.</param>
    /// <param name="cols">Its columns.</param>
    /// <param name="bytes">The bytes of an element in global memory; in shared memory it has four, for tensor cores as many.</param>
    /// <param name="pipelined">Whether a GPU's group fetches the next tile while this one is used; one for CPUs does not.</param>
    public void Stage(double times, double rows, double cols, int bytes, bool pipelined)
    {
        pipelined &= _grid.Lanes < CpuLanes;
        _traffic += times * rows * cols * bytes;
        _shared += times * rows * cols * (_grid.TensorCores ? bytes : sizeof(float));
        _barriers += times * (pipelined ? 1 : 2);
        _waits += pipelined ? 0 : times;
    }

    /// <summary>Elementwise work on registers.</summary>
    /// <param name="times">Executions over the whole launch.</param>
    /// <param name="rows">The tile's rows.</param>
    /// <param name="cols">Its columns.</param>
    /// <param name="weight">Roughly the instructions per element.</param>
    public void Map(double times, double rows, double cols, int weight) => _fma += times * Computed(rows, cols) * weight;

    /// <summary>A tile loaded to registers from global memory, or stored.</summary>
    /// <param name="times">Executions over the whole launch.</param>
    /// <param name="rows">The tile's rows.</param>
    /// <param name="cols">Its columns.</param>
    /// <param name="bytes">The bytes of an element.</param>
    public void Memory(double times, double rows, double cols, int bytes)
    {
        _direct += times * rows * cols * bytes;
        _waits += times;
    }

    /// <summary>A tile that goes from registers to a product: through shared memory, but for tensor cores.</summary>
    /// <param name="times">Executions over the whole launch.</param>
    /// <param name="rows">The tile's rows.</param>
    /// <param name="cols">Its columns.</param>
    public void Operand(double times, double rows, double cols)
    {
        if (!_grid.TensorCores)
        {
            Exchange(times, rows, cols);
        }
    }

    /// <summary>A tile that goes from registers through shared memory to other registers: transposes, parts.</summary>
    /// <param name="times">Executions over the whole launch.</param>
    /// <param name="rows">The tile's rows.</param>
    /// <param name="cols">Its columns.</param>
    public void Exchange(double times, double rows, double cols)
    {
        _shared += times * 2 * rows * cols * sizeof(float);
        _barriers += times * 2;
    }

    /// <summary>The exchange between threads at the end of a reduction.</summary>
    /// <param name="times">Executions over the whole launch.</param>
    /// <param name="lines">The rows or columns reduced.</param>
    public void Reduce(double times, double lines)
    {
        // each thread's part of each of its lines, written and read by the line's threads
        _shared += times * (lines + _grid.Threads) * VectorBytes;
        _barriers += times * 2;
    }

    /// <summary>A tile's elements, and those that threads without a share of it compute in vain.</summary>
    private readonly double Computed(double rows, double cols)
    {
        var block = _grid.Threads * Math.Min(Math.Max(cols, 1), _grid.Lanes);
        return Math.Ceiling(rows * cols / block) * block;
    }

    /// <summary>The share of the float units that the threads of so many groups keep busy.</summary>
    private readonly double Utilisation(double groups)
        => IsCpu ? 1 : Math.Min(1, groups * _grid.Threads * Independent / (_profile.FmaPerCycle * FmaLatency));
}
