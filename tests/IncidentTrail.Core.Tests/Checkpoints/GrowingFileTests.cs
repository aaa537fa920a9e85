using System.Globalization;
using IncidentTrail.Checkpoints;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>Files that are written on between two readings: what was given is not given again, however much it was.</summary>
public sealed class GrowingFileTests : IDisposable
{
    private const int Many = WatchLimits.EventsInCheckpoint + 4_464;

    private static readonly TrailQuery s_window = new() { AllServices = true, StartTimeUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };

    private readonly string _folder = Directory.CreateTempSubdirectory("growing").FullName;
    private byte[]? _stored;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Lines_behind_more_events_than_are_remembered_are_all_that_is_new()
    {
        await WriteAsync(Lines(0, Many));
        Assert.Equal(Many, (await ReadAsync()).Count);

        await WriteAsync(Lines(0, Many + 1));

        Assert.Equal([Id(Many)], await ReadAsync());
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_list_that_goes_on_gives_what_is_new_in_it()
    {
        await WriteAsync($$"""{"Records":[{{string.Join(",\n", Records(0, Many))}}]}""");
        Assert.Equal(Many, (await ReadAsync()).Count);

        await WriteAsync($$"""{"Records":[{{string.Join(",\n", Records(0, Many + 2))}}]}""");

        Assert.Equal([Id(Many), Id(Many + 1)], await ReadAsync());
    }

    [Fact]
    public async Task A_file_that_begins_otherwise_is_read_as_a_new_one()
    {
        await WriteAsync(Lines(0, 3));
        await ReadAsync();

        await WriteAsync(Lines(10, 14));

        Assert.Equal([Id(10), Id(11), Id(12), Id(13)], await ReadAsync());
    }

    [Fact]
    public async Task A_file_of_the_same_size_that_was_written_anew_is_read()
    {
        await WriteAsync(Lines(0, 3));
        await ReadAsync();

        await WriteAsync(Lines(10, 13));

        Assert.Equal([Id(10), Id(11), Id(12)], await ReadAsync());
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_file_of_the_same_size_that_was_written_anew_is_read_within_a_window_too()
    {
        await WriteAsync(Lines(0, 3));
        Assert.Equal(3, (await ReadAsync(s_window)).Count);
        Assert.Empty(await ReadAsync(s_window));

        await WriteAsync(Lines(10, 13));

        Assert.Equal([Id(10), Id(11), Id(12)], await ReadAsync(s_window));
        Assert.Empty(await ReadAsync(s_window));
        await WriteAsync(Lines(10, 14));
        Assert.Equal([Id(13)], await ReadAsync());
    }

    [Fact]
    public async Task A_file_that_was_touched_gives_nothing_however_much_it_holds()
    {
        await WriteAsync(Lines(0, Many));
        await ReadAsync();

        await WriteAsync(Lines(0, Many));

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_checkpoint_from_before_files_were_followed_is_read()
    {
        await WriteAsync(Lines(0, 3));
        await ReadAsync();
        var (scope, state) = CheckpointText.Read(_stored!, "checkpoint");
        _stored = CheckpointText.Write(scope, state with { Files = [] });
        Assert.DoesNotContain("\"files\"", System.Text.Encoding.UTF8.GetString(_stored));

        await WriteAsync(Lines(0, 4));

        Assert.Equal([Id(3)], await ReadAsync());
    }

    private static string Id(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Records(int from, int until) => Enumerable.Range(from, until - from).Select(number =>
        $$"""{"eventVersion":"1.08","userIdentity":{"type":"AWSService"},"eventID":"{{Id(number)}}","eventTime":"{{new DateTime(2026, 1, 2).AddSeconds(number):yyyy-MM-dd'T'HH:mm:ss'Z'}}","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","recipientAccountId":"111122223333"}""");

    private static string Lines(int from, int until) => string.Concat(Records(from, until).Select(record => record + "\n"));

    // Each writing an hour after the one before, and all of them long ago: a file that was just written is waited for.
    private async Task WriteAsync(string text)
    {
        var path = Path.Combine(_folder, "calls.json");
        var before = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : new DateTime(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc);
        await File.WriteAllTextAsync(path, text);
        File.SetLastWriteTimeUtc(path, before.AddHours(1));
    }

    private async Task<List<string>> ReadAsync(TrailQuery? query = null)
    {
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1), _stored is null ? null : CheckpointText.Read(_stored, "checkpoint").State);
        var coverage = new TrailCoverage();
        var session = new TrailSession(query ?? new TrailQuery { AllServices = true }, coverage, checkpoint);
        var ids = new List<string>();
        await foreach (var batch in session.ReadAsync(new CheckpointedSource(new FileSource([_folder]), checkpoint), CancellationToken.None))
            Take(batch.Events);
        Take(session.FinishBatch().Events);
        session.Conclude();
        Assert.Empty(coverage.Faults);
        Assert.Equal(coverage.RecordsRead, coverage.RecordsKept + coverage.RecordsDropped + coverage.RecordsDuplicate);
        _stored = CheckpointText.Write(KeptTrail.Scope, checkpoint.State());
        return ids;

        void Take(IReadOnlyList<TrailEvent> events)
        {
            foreach (var given in events)
            {
                ids.Add(given.EventId!);
                checkpoint.Gave(given);
            }
        }
    }
}
