using IncidentTrail.Checkpoints;
using IncidentTrail.Tests.Logs;
using IncidentTrail.Tests.Sessions;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>Logs of 0 bytes, as a copy leaves them that failed: each is told of once, and read when it holds something.</summary>
public sealed class EmptyLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("empty").FullName;
    private byte[]? _stored;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_in_a_folder_is_told_once_and_read_when_it_holds_something()
    {
        await WriteAsync("a.json", "");
        await WriteAsync("b.json", TrailSessionTests.Record("b"));
        var (coverage, said) = await ReadAsync();
        Assert.False(coverage.IsComplete);
        Assert.Contains("a.json) is 0 bytes long", Assert.Single(said));

        for (var i = 0; i < 2; i++)
        {
            (coverage, said) = await ReadAsync();
            Assert.True(coverage.IsComplete);
            Assert.Empty(said);
        }

        await WriteAsync("a.json", TrailSessionTests.Record("a"));
        (coverage, said) = await ReadAsync();
        Assert.Equal(1, coverage.RecordsKept);
        Assert.True(coverage.IsComplete);
        Assert.Empty(said);
    }

    [Fact]
    public async Task Those_that_were_told_are_counted_for_each_place()
    {
        string[] places = [Path.Combine(_folder, "1"), Path.Combine(_folder, "2")];
        foreach (var place in places)
        {
            Directory.CreateDirectory(place);
            await WriteAsync(Path.Combine(place, "a.json"), "");
        }
        await ReadAsync(places);

        var (coverage, said) = await ReadAsync(places, verbose: true);

        Assert.True(coverage.IsComplete);
        Assert.Equal(places.Select(place => $"{place}: files of 0 bytes that an earlier reading told of: 1."), said);
    }

    [Fact]
    public async Task Another_is_told_by_its_own_name()
    {
        await WriteAsync("a.json", "");
        await ReadAsync();
        await WriteAsync("c.json", "");

        var (coverage, said) = await ReadAsync();

        Assert.False(coverage.IsComplete);
        Assert.Contains("1 file (" + Path.Combine(_folder, "c.json") + ") is 0 bytes long", Assert.Single(said));
    }

    [Fact]
    public async Task One_that_held_something_meanwhile_is_told_anew()
    {
        await WriteAsync("a.json", "");
        await ReadAsync();
        await WriteAsync("a.json", TrailSessionTests.Record("a"));
        await ReadAsync();
        await WriteAsync("a.json", "");

        Assert.False((await ReadAsync()).Coverage.IsComplete);
    }

    [Fact]
    public async Task One_in_a_trail_is_told_once_and_waited_for_however_old_it_is()
    {
        var old = KeptTrail.Key("2025-06-02 03:00");
        var trail = new KeptTrail().PutEmpty(old).Put(KeptTrail.Key("2026-01-02 03:00"), "b");
        Assert.Equal(["b"], await trail.ReadAsync());
        Assert.False(trail.Coverage.IsComplete);
        Assert.Empty(await trail.ReadAsync());
        Assert.True(trail.Coverage.IsComplete);
        Assert.True(trail.ListedFrom <= new DateTime(2025, 6, 2, 3, 0, 0, DateTimeKind.Utc));

        trail.Put(old, "a");

        Assert.Equal(["a"], await trail.ReadAsync());
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder, name), text);

    private Task<(TrailCoverage Coverage, List<string> Said)> ReadAsync() => ReadAsync([_folder]);

    private async Task<(TrailCoverage Coverage, List<string> Said)> ReadAsync(string[] places, bool verbose = false)
    {
        var (coverage, said) = (new TrailCoverage(), new List<string>());
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1), _stored is null ? null : CheckpointText.Read(_stored, "checkpoint").State);
        var session = new TrailSession(LogReading.Everything, coverage, checkpoint);
        await foreach (var batch in session.ReadAsync(new CheckpointedSource(new FileSource(places), checkpoint), CancellationToken.None))
            said.AddRange(batch.Notices.Where(notice => (notice.Kind == TrailNoticeKind.Verbose) == verbose).Select(notice => notice.Text));
        said.AddRange(session.FinishBatch().Notices.Select(notice => notice.Text));
        session.Conclude();
        _stored = CheckpointText.Write(KeptTrail.Scope, checkpoint.State());
        return (coverage, said);
    }
}
