using System.Text.Json.Nodes;
using TileKit.Tuning;

namespace TileKit.Tests.Tuning;

public class TileFileTests
{
    [Fact]
    public void WhatOneProcessFoundTheNextOneKnows()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(Path.Combine("below", "tiles.json"));
        new TileFile(path).Add(Key(1), new() { ["BM"] = 96, ["BN"] = 64 });
        new TileFile(path).Add(Key(2), new() { ["BM"] = 8 });
        var file = new TileFile(path);
        Assert.Equal(new() { ["BM"] = 96, ["BN"] = 64 }, file.Find(Key(1)));
        Assert.Equal(new() { ["BM"] = 8 }, file.Find(Key(2)));
        Assert.Null(file.Find(Key(3)));
    }

    [Fact]
    public void EveryPartOfTheKeyCounts()
    {
        using var folder = new TemporaryFolder();
        var file = new TileFile(folder.File("tiles.json"));
        file.Add(Key(1), new() { ["B"] = 8 });
        TileKey[] others =
        [
            Key(1) with { Device = "other" }, Key(1) with { Version = "other" }, Key(1) with { Kernel = "other" }, Key(1) with { Shape = "other" },
        ];
        foreach (var other in others)
        {
            Assert.Null(new TileFile(folder.File("tiles.json")).Find(other));
        }

        Assert.NotNull(new TileFile(folder.File("tiles.json")).Find(Key(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "entries": null }""")]
    [InlineData("""{ "entries": [null] }""")]
    [InlineData("""{ "entries": [{}] }""")]
    [InlineData("""{ "entries": [{ "device": "d", "version": "v", "kernel": "k", "shape": "s" }] }""")]
    [InlineData("""{ "entries": [{ "device": null, "version": "v", "kernel": "k", "shape": "s", "tiles": { "B": 8 } }] }""")]
    [InlineData("""{ "entries": [{ "device": "d", "version": "v", "kernel": "k", "shape": "s", "tiles": { "B": "many" } }] }""")]
    [InlineData("\0\0\0\0")]
    public void ADamagedFileIsEmptyAndIsReplaced(string content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        File.WriteAllText(path, content);
        var file = new TileFile(path);
        Assert.Null(file.Find(Key(1)));
        file.Add(Key(1), new() { ["B"] = 8 });
        Assert.Equal(new() { ["B"] = 8 }, new TileFile(path).Find(Key(1)));
    }

    [Fact]
    public void AFileCutOffAnywhereIsEmpty()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        new TileFile(path).Add(Key(1), new() { ["B"] = 8 });
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length - 1; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Null(new TileFile(path).Find(Key(1)));
        }
    }

    [Fact]
    public async Task WritersAtTheSameTimeKeepEachOthersEntries()
    {
        // each with handles of its own, as processes have
        const int Writers = 4, Entries = 25;
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            var file = new TileFile(path);
            for (var i = 0; i < Entries; i++)
            {
                file.Add(Key((writer * Entries) + i), new() { ["B"] = writer + 1 });
            }
        })));

        var all = new TileFile(path);
        for (var i = 0; i < Writers * Entries; i++)
        {
            Assert.Equal((i / Entries) + 1, all.Find(Key(i))?["B"]);
        }

        Assert.Equal(["tiles.json", "tiles.json.lock"], folder.Files());
    }

    [Fact]
    public void WhereNothingCanBeWrittenTheProcessStillKnows()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("plain"), "");
        var file = new TileFile(folder.File(Path.Combine("plain", "tiles.json"))); // below a file there are no files
        file.Add(Key(1), new() { ["B"] = 8 });
        Assert.Equal(new() { ["B"] = 8 }, file.Find(Key(1)));

        var nowhere = new TileFile("");
        nowhere.Add(Key(1), new() { ["B"] = 16 });
        Assert.Equal(new() { ["B"] = 16 }, nowhere.Find(Key(1)));
    }

    [Fact]
    public void WhatCouldNotBeWrittenIsWrittenLater()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        Directory.CreateDirectory(path); // in the file's place
        var file = new TileFile(path);
        file.Add(Key(1), new() { ["B"] = 8 });
        Directory.Delete(path);
        file.Add(Key(2), new() { ["B"] = 16 });
        Assert.Equal(8, new TileFile(path).Find(Key(1))?["B"]);
        Assert.Equal(16, new TileFile(path).Find(Key(2))?["B"]);
    }

    [Fact]
    public void ALockThatNobodyGivesBackDoesNotStopAnyone()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        var file = new TileFile(path);
        using (new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            file.Add(Key(1), new() { ["B"] = 8 });
            Assert.False(File.Exists(path));
        }

        file.Add(Key(2), new() { ["B"] = 16 });
        Assert.Equal(8, new TileFile(path).Find(Key(1))?["B"]);
    }

    [Fact]
    public void TheOldestEntriesGoFirst()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        var entries = new JsonArray();
        for (var i = 0; i < TileFile.MaxEntries; i++)
        {
            var key = Key(i);
            entries.Add(new JsonObject
            {
                ["device"] = key.Device,
                ["version"] = key.Version,
                ["kernel"] = key.Kernel,
                ["shape"] = key.Shape,
                ["tiles"] = new JsonObject { ["B"] = 8 },
            });
        }

        File.WriteAllText(path, new JsonObject { ["entries"] = entries }.ToJsonString());
        var file = new TileFile(path);
        Assert.NotNull(file.Find(Key(0)));
        file.Add(Key(0), new() { ["B"] = 16 }); // young again
        file.Add(Key(-1), new() { ["B"] = 8 });
        var read = new TileFile(path);
        Assert.Equal(16, read.Find(Key(0))?["B"]);
        Assert.NotNull(read.Find(Key(-1)));
        Assert.Null(read.Find(Key(1)));
        Assert.NotNull(read.Find(Key(2)));
    }

    private static TileKey Key(int shape) => new("device", "1.0", "Kernel(Single) 0", $"{shape}");
}
