using System.IO.Compression;
using System.Text;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Module.Tests.Checkpoints;

namespace IncidentTrail.Module.Tests.Watching;

/// <summary>Watching a folder that fills.</summary>
public sealed class FolderWatchTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private const string Soon = "-PollInterval ([timespan]::FromMilliseconds(20))";

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-watch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Files_that_come_are_given_and_those_that_were_there_are_not()
    {
        Directory.CreateDirectory(In(""));
        await File.WriteAllTextAsync(In("old.json"), TrailServer.Text("old"));
        var watching = WatchAsync("-MaxEvents 3");
        await Eventually.HoldsAsync(() => File.Exists(Path.Combine(_folder, "watch.json")));
        await SeenAsync();

        Directory.CreateDirectory(In("new/deeper"));
        await File.WriteAllBytesAsync(In("new/deeper/a.json.gz"), Gzip(TrailServer.Text("a")));
        await File.WriteAllTextAsync(In("b.json"), TrailServer.Text("b", "c"));

        Assert.Equal(["a", "b", "c"], (await watching).Order());
    }

    [Theory]
    [InlineData("slow.json")]
    [InlineData("slow.json.gz")]
    public async Task A_file_that_is_still_being_written_is_read_once_and_whole(string name)
    {
        var watching = WatchAsync("-MaxEvents 5");
        await Eventually.HoldsAsync(() => File.Exists(Path.Combine(_folder, "watch.json")));
        await SeenAsync();
        var text = TrailServer.Text("a", "b", "c", "d");
        var bytes = name.EndsWith("gz", StringComparison.Ordinal) ? Gzip(text) : Encoding.UTF8.GetBytes(text);
        await using (var file = new FileStream(In(name), FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        {
            // Byte by byte would be as well; each part is looked at by the watching before the next comes.
            foreach (var part in bytes.Chunk(bytes.Length / 4))
            {
                await file.WriteAsync(part);
                await file.FlushAsync();
                await SeenAsync();
            }
        }

        await File.WriteAllTextAsync(In("zz.json"), TrailServer.Text("end"));

        Assert.Equal(["a", "b", "c", "d", "end"], await watching);
    }

    [Fact]
    public void A_checkpoint_goes_on_with_what_came_meanwhile()
    {
        Assert.Empty(Watch("-Timeout 1s"));
        File.WriteAllText(In("a.json"), TrailServer.Text("a"));
        Assert.Equal(["a"], Watch("-MaxEvents 1"));
        File.WriteAllText(In("b.json"), TrailServer.Text("b"));

        Assert.Equal(["b"], Watch("-MaxEvents 1"));
    }

    [Fact]
    public async Task What_is_written_into_a_file_that_was_there_is_given_and_so_is_what_takes_its_name()
    {
        Directory.CreateDirectory(In(""));
        await File.WriteAllTextAsync(In("calls.json"), TrailServer.Text("old"));
        var watching = WatchAsync("-MaxEvents 4");
        await Eventually.HoldsAsync(() => File.Exists(Path.Combine(_folder, "watch.json")));
        await SeenAsync();

        await File.WriteAllTextAsync(In("calls.json"), TrailServer.Text("old", "added"));
        await SeenAsync();
        File.Move(In("calls.json"), In("calls.json.1"));
        await File.WriteAllTextAsync(In("calls.json"), TrailServer.Text("rotated"));
        await SeenAsync();
        File.Copy(In("calls.json"), In("calls.json.2"));
        await File.WriteAllTextAsync(In("calls.json"), TrailServer.Text("cut"));
        await SeenAsync();
        // As long as the one before.
        await File.WriteAllTextAsync(In("calls.json"), TrailServer.Text("end"));

        Assert.Equal(["added", "rotated", "cut", "end"], await watching);
    }

    [Fact]
    public async Task What_takes_the_name_of_a_file_that_was_there_while_nobody_watched_is_given()
    {
        Directory.CreateDirectory(In(""));
        await File.WriteAllTextAsync(In("calls.json"), TrailServer.Text("old"));
        Assert.Empty(Watch("-Timeout 1s"));

        File.Move(In("calls.json"), In("calls.json.1"));
        await File.WriteAllTextAsync(In("calls.json"), TrailServer.Text("new"));

        Assert.Equal(["new"], Watch("-MaxEvents 1"));
        Assert.Empty(Watch("-Timeout 1s"));
    }

    // One that was just written and cannot be opened is taken for one that is still being written.
    [Fact]
    public async Task A_file_that_cannot_be_read_for_a_while_is_told_of_once_and_given_when_it_can()
    {
        Directory.CreateDirectory(In(""));
        await File.WriteAllTextAsync(In("held.json"), TrailServer.Text("held"));
        File.SetLastWriteTimeUtc(In("held.json"), DateTime.UtcNow.AddHours(-1));
        Task<List<string>> watching;
        await using (new FileStream(In("held.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            watching = WatchAsync("-StartTime 2026-01-01T00:00Z -MaxEvents 2 -ErrorVariable global:told -ErrorAction SilentlyContinue");
            await Eventually.HoldsAsync(() => File.Exists(Path.Combine(_folder, "watch.json")));
            await SeenAsync();
            await File.WriteAllTextAsync(In("other.json"), TrailServer.Text("other"));
            await SeenAsync();
        }

        Assert.Equal(["held", "other"], (await watching).Order());
        Assert.Single(module.Run("$global:told"));
    }

    [Fact]
    public void A_start_gives_what_is_there_too()
    {
        Directory.CreateDirectory(In(""));
        File.WriteAllText(In("a.json"), TrailServer.Text("a"));

        Assert.Equal(["a"], Watch("-StartTime 2026-01-01T00:00Z -MaxEvents 1"));
    }

    [Fact]
    public void What_if_gives_nothing_and_leaves_it_to_the_next_run()
    {
        Directory.CreateDirectory(In(""));
        File.WriteAllText(In("a.json"), TrailServer.Text("a"));

        Assert.Empty(Watch("-StartTime 2026-01-01T00:00Z -Timeout 1s -WhatIf"));
        Assert.Equal(["logs"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));

        Assert.Equal(["a"], Watch("-StartTime 2026-01-01T00:00Z -MaxEvents 1"));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.StartsWith("TrailSourceNotFound,", Assert.Single(module.Errors($"Watch-IncidentTrailEvent -Path '{_folder}/none'")).FullyQualifiedErrorId);

    // The checkpoint is written after each look: when it was written twice, one has begun after now.
    private async Task SeenAsync()
    {
        var checkpoint = Path.Combine(_folder, "watch.json");
        for (var i = 0; i < 2; i++)
        {
            var before = File.GetLastWriteTimeUtc(checkpoint);
            await Eventually.HoldsAsync(() => File.GetLastWriteTimeUtc(checkpoint) != before);
        }
    }

    private string In(string name) => Path.Combine(_folder, "logs", name);

    private string Command(string with)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "logs"));
        return $"Watch-IncidentTrailEvent -Path '{_folder}/logs' -CheckpointPath '{_folder}/watch.json' {Soon} {with}";
    }

    private List<string> Watch(string with) => [.. module.Run(Command(with)).Select(e => (string)e.Properties["EventId"].Value)];

    private async Task<List<string>> WatchAsync(string with)
    {
        var command = Command(with);
        return await Task.Run(() => module.Run(command).Select(e => (string)e.Properties["EventId"].Value).ToList());
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
