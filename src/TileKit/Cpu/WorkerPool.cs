using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace TileKit.Cpu;

/// <summary>
/// A few threads that live as long as their device and take the units of one launch at a time; the launching thread takes part. Each has a range of
/// units of its own, the same in each launch of as many, so that it finds in its caches what it wrote there before; then it takes from the others'.
/// </summary>
/// <remarks>
/// A launch publishes its job in fields of the pool, so that a warm launch allocates nothing. The member count guards those
/// fields: a worker may read them only between joining (which fails once the job is closed) and leaving, and the launching thread
/// closes the job and waits for the last member before it returns. A launch that finds the pool taken runs on its own thread.
/// </remarks>
/// <param name="threads">The number of threads a launch uses, the launching one included; at least one.</param>
internal sealed unsafe class WorkerPool(int threads) : IDisposable
{
    private const int Closed = int.MinValue;
    private const int TakesPerThread = 16;
    private const int Stride = 16; // longs, two cache lines

    // Long enough to bridge the gap between two launches of one program, short enough not to burn an idle machine.
    private static readonly long s_spinTicks = Environment.ProcessorCount > 1 ? Stopwatch.Frequency / 20_000 : 0;

    private readonly SemaphoreSlim _wake = new(0);
    private readonly Stack<ScratchArena> _idleArenas = new();
    private readonly Lock _arenaLock = new();
    private readonly Lock _startLock = new();
    private Thread[]? _workers;
    private volatile bool _disposed;
    private int _busy;

    private UnitEntry _entry;
    private nint _state;
    private long _units;
    private long _scratchBytes;
    private ExceptionDispatchInfo? _failure;

    // Written by every thread during a launch: each on a cache line of its own.
    private readonly long[] _next = new long[Stride * (Math.Max(threads, 1) + 1)];
    private Padded _counters;

    /// <summary>The number of threads a launch uses, the launching one included.</summary>
    public int Threads { get; } = Math.Max(threads, 1);

    /// <summary>Runs every unit of a launch once and returns when all are done.</summary>
    /// <param name="entry">What runs one unit.</param>
    /// <param name="state">Passed to <paramref name="entry"/>.</param>
    /// <param name="units">The number of units; none is allowed.</param>
    /// <param name="scratchBytes">The scratch memory each thread needs; its first 64 bytes are zero when a thread starts on the launch.</param>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    public void Run(delegate*<nint, long, nint, void> entry, nint state, long units, long scratchBytes)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (units <= 0)
        {
            return;
        }

        var arena = Rent();
        try
        {
            var scratch = arena.Reserve(scratchBytes);
            if (units == 1 || Threads == 1 || Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
            {
                for (var unit = 0L; unit < units; unit++)
                {
                    entry(state, unit, scratch);
                }
            }
            else
            {
                Share(new UnitEntry(entry), state, units, scratchBytes, scratch);
            }
        }
        finally
        {
            Return(arena);
        }
    }

    /// <summary>Ends the threads, waits for them, and frees their scratch memory. A launch under way finishes first.</summary>
    public void Dispose()
    {
        lock (_startLock)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
        }

        // A launch that got in before the flag was set keeps the pool until it is done.
        var spin = default(SpinWait);
        while (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            spin.SpinOnce();
        }

        Interlocked.Increment(ref _counters.Generation);
        if (_workers is { } workers)
        {
            _wake.Release(workers.Length);
            foreach (var worker in workers)
            {
                worker.Join();
            }
        }

        lock (_arenaLock)
        {
            while (_idleArenas.TryPop(out var arena))
            {
                arena.Dispose();
            }
        }

        _wake.Dispose();
    }

    private void Share(UnitEntry entry, nint state, long units, long scratchBytes, nint scratch)
    {
        ExceptionDispatchInfo? failure;
        try
        {
            EnsureStarted();
            _entry = entry;
            _state = state;
            _units = units;
            _scratchBytes = scratchBytes;
            _failure = null;
            for (var owner = 0; owner < Threads; owner++)
            {
                Next(owner) = Start(owner);
            }

            Volatile.Write(ref _counters.Members, 0);
            Interlocked.Increment(ref _counters.Generation);
            Wake(units - 1);

            Drain(0, scratch);
            Interlocked.Or(ref _counters.Members, Closed);
            var spin = default(SpinWait);
            while (Volatile.Read(ref _counters.Members) != Closed)
            {
                spin.SpinOnce(sleep1Threshold: -1);
            }

            failure = _failure;
            _failure = null;
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }

        failure?.Throw();
    }

    private void Drain(int self, nint scratch)
    {
        var entry = _entry.Pointer;
        var state = _state;
        try
        {
            while (TryTake(self, out var unit, out var end))
            {
                for (; unit < end; unit++)
                {
                    entry(state, unit, scratch);
                }
            }
        }
        catch (Exception exception)
        {
            // The first failure wins and no thread takes further units; the launching thread throws it when each has run what it had taken.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            for (var owner = 0; owner < Threads; owner++)
            {
                Interlocked.Exchange(ref Next(owner), Start(owner + 1));
            }
        }
    }

    private ref long Next(int owner) => ref _next[Stride * (owner + 1)];

    // of an owner's range, which ends where the next begins
    private long Start(int owner) => _units * owner / Threads;

    // Many units left are taken several at a time: each taking costs as much as a small unit. The last are taken one by one.
    private bool TryTake(int self, out long first, out long end)
    {
        for (var i = 0; i < Threads; i++)
        {
            var owner = self + i < Threads ? self + i : self + i - Threads;
            var last = Start(owner + 1);
            ref var next = ref Next(owner);
            first = Volatile.Read(ref next);
            while (first < last)
            {
                end = first + Math.Max(1, (last - first) / TakesPerThread);
                var found = Interlocked.CompareExchange(ref next, end, first);
                if (found == first)
                {
                    return true;
                }

                first = found;
            }
        }

        first = end = 0;
        return false;
    }

    private void Work(int self)
    {
        using var arena = new ScratchArena();
        var seen = 0L;
        while (true)
        {
            seen = AwaitNext(seen);
            if (_disposed)
            {
                return;
            }

            if (!TryJoin())
            {
                continue;
            }

            try
            {
                Drain(self, arena.Reserve(_scratchBytes));
            }
            catch (OutOfMemoryException)
            {
                // Without scratch this thread cannot help; the others run its share.
            }

            Interlocked.Decrement(ref _counters.Members);
        }
    }

    private bool TryJoin()
    {
        var members = Volatile.Read(ref _counters.Members);
        while (members >= 0)
        {
            var found = Interlocked.CompareExchange(ref _counters.Members, members + 1, members);
            if (found == members)
            {
                return true;
            }

            members = found;
        }

        return false;
    }

    private long AwaitNext(long seen)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var generation = Volatile.Read(ref _counters.Generation);
            if (generation != seen)
            {
                return generation;
            }

            if (Stopwatch.GetTimestamp() - start < s_spinTicks)
            {
                Thread.SpinWait(4);
                continue;
            }

            Interlocked.Increment(ref _counters.Sleeping);
            if (Volatile.Read(ref _counters.Generation) == seen || !TryTakeBack())
            {
                _wake.Wait();
            }

            start = Stopwatch.GetTimestamp();
        }
    }

    // Undoes a thread's announcement to sleep; fails when a launch has already counted on it, whose token must then be taken.
    private bool TryTakeBack() => TakeSleepers(1) == 1;

    private void Wake(long wanted)
    {
        var taken = TakeSleepers((int)Math.Min(wanted, Threads - 1));
        if (taken > 0)
        {
            _wake.Release(taken);
        }
    }

    private int TakeSleepers(int wanted)
    {
        var sleeping = Volatile.Read(ref _counters.Sleeping);
        while (true)
        {
            var taken = Math.Min(sleeping, wanted);
            if (taken == 0)
            {
                return 0;
            }

            var found = Interlocked.CompareExchange(ref _counters.Sleeping, sleeping - taken, sleeping);
            if (found == sleeping)
            {
                return taken;
            }

            sleeping = found;
        }
    }

    private void EnsureStarted()
    {
        if (_workers is not null)
        {
            return;
        }

        var workers = new Thread[Threads - 1];
        _counters.Members = Closed;
        for (var i = 0; i < workers.Length; i++)
        {
            var self = i + 1;
            workers[i] = new Thread(() => Work(self)) { IsBackground = true, Name = $"TileKit worker {i + 1}" };
            workers[i].Start();
        }

        _workers = workers;
    }

    private ScratchArena Rent()
    {
        lock (_arenaLock)
        {
            if (_idleArenas.TryPop(out var arena))
            {
                return arena;
            }
        }

        return new ScratchArena();
    }

    private void Return(ScratchArena arena)
    {
        lock (_arenaLock)
        {
            if (!_disposed)
            {
                _idleArenas.Push(arena);
                return;
            }
        }

        arena.Dispose();
    }

    private readonly struct UnitEntry(delegate*<nint, long, nint, void> pointer)
    {
        public readonly delegate*<nint, long, nint, void> Pointer = pointer;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit, Size = 512)]
    private struct Padded
    {
        [System.Runtime.InteropServices.FieldOffset(128)]
        public int Members;

        [System.Runtime.InteropServices.FieldOffset(256)]
        public long Generation;

        [System.Runtime.InteropServices.FieldOffset(384)]
        public int Sleeping;
    }
}
