using System.Globalization;
using IncidentTrail.Checkpoints;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>A folder that is read again and again with a checkpoint, which goes through its text between two readings.</summary>
internal sealed class KeptFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kept").FullName;
    private DateTime _written = new(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private byte[]? _stored;

    /// <summary>What is stored.</summary>
    internal CheckpointState State
    {
        get => CheckpointText.Read(_stored!, "checkpoint").State;
        set => _stored = CheckpointText.Write(KeptTrail.Scope, value);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static string Id(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>Events as lines.</summary>
    internal static string Lines(int from, int until) => string.Concat(Texts(from, until).Select(text => text + "\n"));

    /// <summary>Events as a list.</summary>
    internal static string List(int from, int until) => $$"""{"Records":[{{string.Join(",\n", Texts(from, until))}}]}""";

    internal string In(string name) => Path.Combine(_folder, name);

    // Each writing an hour after the one before, and all of them long ago: a file that was just written is waited for.
    internal async Task WriteAsync(string text, string name = "calls.json")
    {
        await File.WriteAllTextAsync(In(name), text);
        File.SetLastWriteTimeUtc(In(name), _written = _written.AddHours(1));
    }

    /// <summary>The ids of the events that a reading gives.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="passesOver">What is there is not given.</param>
    internal async Task<List<string>> ReadAsync(TrailQuery? query = null, bool passesOver = false)
    {
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1), _stored is null ? null : State);
        var coverage = new TrailCoverage();
        var session = new TrailSession(query ?? new TrailQuery { AllServices = true }, coverage, checkpoint);
        var source = new CheckpointedSource(new FileSource([_folder]), checkpoint) { PassesOverWhatIsThere = passesOver };
        var ids = new List<string>();
        await foreach (var batch in session.ReadAsync(source, CancellationToken.None))
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

    private static IEnumerable<string> Texts(int from, int until) => Enumerable.Range(from, until - from).Select(number =>
        $$"""{"eventVersion":"1.08","userIdentity":{"type":"AWSService"},"eventID":"{{Id(number)}}","eventTime":"{{new DateTime(2026, 1, 2).AddSeconds(number):yyyy-MM-dd'T'HH:mm:ss'Z'}}","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","recipientAccountId":"111122223333"}""");
}
