using System.Reflection;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime.OpenCL;

namespace TileKit.Ilgpu;

/// <summary>GPUs and CPUs with an OpenCL driver.</summary>
internal static class OpenClDevices
{
    // OpenCL tells neither: the figures of common devices, which suffice to compare a kernel's variants.
    private const double GpuBytesPerSecond = 2e11;
    private const double CpuBytesPerSecond = 2e10;
    private const int GpuRegisters = 64 << 10;
    private const int GpuFmaPerCycle = 64;
    private const int CpuFmaPerCycle = 16; // two vector units of 8 floats

    public static List<IlgpuDeviceInfo> Find() =>
    [
        .. CLDevice.GetDevices(IsUsable)
            .OrderBy(static device => IsCpu((CLDevice)device))
            .ThenByDescending(static device => (double)device.NumMultiprocessors * device.MemorySize)
            .Select(static device => new IlgpuDeviceInfo(IlgpuBackend.OpenCL, device)),
    ];

    /// <summary>What was looked for, and what to install.</summary>
    public static string Looked() => NativeLibraries.Has("OpenCL")
        ? $"OpenCL: its loader is installed, but no driver has a device with OpenCL C {CLBackend.MinimumVersion}; install the GPU's driver."
        : "OpenCL: there is no loader (libOpenCL.so.1, OpenCL.dll); install it with the GPU's driver.";

    public static GpuProfile Profile(CLAccelerator accelerator)
    {
        var device = accelerator.Device;
        var cpu = IsCpu(device);
        var shared = Math.Min(device.MaxSharedMemoryPerGroup, DebuggerProfile.SharedBytesOfAnyGroup);
        return new()
        {
            Multiprocessors = Math.Max(1, device.NumMultiprocessors),
            WarpSize = Math.Max(1, accelerator.WarpSize),
            ThreadsPerGroup = device.MaxNumThreadsPerGroup,
            ThreadsPerMultiprocessor = Math.Max(device.MaxNumThreadsPerMultiprocessor, device.MaxNumThreadsPerGroup),
            SharedBytesPerGroup = shared,
            SharedBytesPerMultiprocessor = Math.Max(device.MaxSharedMemoryPerGroup, shared),
            RegistersPerGroup = cpu ? int.MaxValue : GpuRegisters,
            RegistersPerMultiprocessor = cpu ? int.MaxValue : GpuRegisters,
            FmaPerCycle = cpu ? CpuFmaPerCycle : GpuFmaPerCycle,
            ClockHertz = Math.Max(1, device.ClockRate) * 1e6, // in MHz
            BytesPerSecond = cpu ? CpuBytesPerSecond : GpuBytesPerSecond,
            L2Bytes = 4 << 20,
            MemoryBytes = device.MemorySize,
            PreferredLanes = cpu ? 16 : 4,
        };
    }

    private static bool IsCpu(CLDevice device) => device.DeviceType.HasFlag(CLDeviceType.CL_DEVICE_TYPE_CPU);

    private static bool IsUsable(CLDevice device)
        => device.CLStdVersion >= CLBackend.MinimumVersion && (device.Capabilities.GenericAddressSpace || AllowWithoutGenericAddresses(device));

    /// <summary>
    /// ILGPU refuses drivers that lack OpenCL's generic address space, PoCL's before version 4 among them. Kernels compiled at O2 do not use it where
    /// each pointer is known to be global or shared, and in TileKit's kernels each is. The setter is not public: where ILGPU has changed it, such a
    /// device is not found.
    /// </summary>
    private static bool AllowWithoutGenericAddresses(CLDevice device)
    {
        const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public;
        var property = device.Capabilities.GetType().GetProperty(nameof(device.Capabilities.GenericAddressSpace), Public);
        if (property?.SetMethod is not { } set)
        {
            return false;
        }

        set.Invoke(device.Capabilities, [true]);
        return device.Capabilities.GenericAddressSpace;
    }
}
