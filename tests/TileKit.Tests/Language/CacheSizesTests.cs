namespace TileKit.Tests.Language;

/// <summary>Cache sizes: what Linux tells, else what the processor does, else those of a small core.</summary>
public class CacheSizesTests
{
    [Fact]
    public void Linux_comes_first_then_the_processor_then_a_small_core()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Cache("index0", "1", "Data", "48K");
            Cache("index1", "1", "Instruction", "64K");
            Cache("index2", "2", "Unified", "2M");
            Cache("index3", "3", "Unified", "not a number");
            Assert.Equal(new(48 << 10, 2 << 20, 4 << 20), CacheSizes.Read(folder.FullName, default));
            Assert.Equal(new(48 << 10, 2 << 20, 16 << 20), CacheSizes.Read(folder.FullName, new(1 << 10, 1 << 20, 16 << 20)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Equal(new(32 << 10, 512 << 10, 4 << 20), CacheSizes.Read(folder.FullName, default));
        Assert.Equal(new(32 << 10, 8 << 20, 8 << 20), CacheSizes.Read(folder.FullName, new(0, 8 << 20, 0)));

        void Cache(string index, string level, string type, string size)
        {
            var cache = folder.CreateSubdirectory(index).FullName;
            File.WriteAllText(Path.Combine(cache, "level"), level + "\n");
            File.WriteAllText(Path.Combine(cache, "type"), type + "\n");
            File.WriteAllText(Path.Combine(cache, "size"), size + "\n");
        }
    }

    // an Ice Lake: 48 KB in 12 ways, instructions, 1.25 MB in 20 ways, 54 MB in 12 ways
    [Fact]
    public void A_processor_of_Intel_tells_each_cache() => Assert.Equal(
        new(48 << 10, 1280 << 10, 54L << 20),
        ProcessorCaches.Read((leaf, subleaf) => (leaf, subleaf) switch
        {
            (0, 0) => (0x1B, 0, 0, 0),
            (int.MinValue, 0) => (unchecked((int)0x80000008), 0, 0, 0),
            (4, 0) => (0x1C004121, 0x02C0003F, 0x3F, 0),
            (4, 1) => (0x1C004122, 0x01C0003F, 0x3F, 0),
            (4, 2) => (0x1C004143, 0x04C0003F, 0x3FF, 0),
            (4, 3) => (0x1C03C163, 0x02C0003F, 0x11FFF, 0),
            (unchecked((int)0x80000006), 0) => (0, 0, 0x01006040, 0),
            _ => default,
        }));

    [Fact]
    public void A_processor_of_AMD_tells_them_elsewhere() => Assert.Equal(
        new(32 << 10, 1 << 20, 32 << 20),
        ProcessorCaches.Read((leaf, subleaf) => ((uint)leaf, subleaf) switch
        {
            (0, 0) => (0x10, 0, 0, 0),
            (0x80000000, 0) => (unchecked((int)0x80000028), 0, 0, 0),
            (0x8000001D, 0) => (0x4121, 0x01C0003F, 0x3F, 0),
            (0x8000001D, 1) => (0x4122, 0x01C0003F, 0x3F, 0),
            (0x8000001D, 2) => (0x4143, 0x01C0003F, 0x7FF, 0),
            (0x8000001D, 3) => (0x1C163, 0x03C0003F, 0x7FFF, 0),
            _ => default,
        }));

    // a virtual Zen 5: only the older leaves, and the last level of all cores together
    [Fact]
    public void Of_a_last_level_told_for_all_cores_one_has_a_part() => Assert.Equal(
        new(48 << 10, 1 << 20, 32 << 20),
        ProcessorCaches.Read((leaf, _) => (uint)leaf switch
        {
            0 => (0xD, 0, 0, 0),
            0x80000000 => (unchecked((int)0x80000021), 0, 0, 0),
            0x80000005 => (0, 0, 0x300C0140, 0),
            0x80000006 => (0, 0, 0x04006140, 1016 << 18),
            _ => default,
        }));

    [Fact]
    public void A_processor_may_tell_nothing() => Assert.Equal(default, ProcessorCaches.Read((_, _) => default));
}
