using TileKit;

namespace Digits;

/// <summary>Where the kernel runs: <c>--device cpu</c> (one thread, and the default), <c>ilgpu</c> or <c>debugger</c>.</summary>
internal static class DeviceChoice
{
    /// <summary>The device asked for, or null, with a line on what is missing.</summary>
    public static Device? Open(string[] arguments)
    {
        try
        {
            return arguments switch
            {
                [] or ["--device", "cpu"] => new CpuDevice(1),
                ["--device", "ilgpu"] => IlgpuDevice.Create(),
                ["--device", "debugger"] => IlgpuDevice.Create(IlgpuBackend.Debugger),
                _ => throw new NotSupportedException("Expected --device cpu, --device ilgpu, --device debugger or nothing."),
            };
        }
        catch (NotSupportedException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return null;
        }
    }
}
