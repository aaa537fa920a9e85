using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using IncidentTrail.Checkpoints;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>A trail in memory that is read again and again with a checkpoint, which goes through its text between two readings.</summary>
internal sealed class KeptTrail : ITrailSource
{
    internal static readonly CheckpointScope Scope = CheckpointScope.Of(CheckpointScope.Events, "s3://trail/", new TrailQuery());

    private readonly SortedDictionary<string, Func<string>> _logs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _empty = [];
    private byte[]? _stored;

    public string Name => "s3://trail/";

    internal TimeSpan Slack { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The keys that were opened.</summary>
    internal List<string> Opened { get; } = [];

    /// <summary>From where each Region's folder was listed, by the last reading; null for all of it.</summary>
    internal DateTime? ListedFrom { get; private set; }

    internal int Size => _stored?.Length ?? 0;

    internal TrailCoverage Coverage { get; private set; } = new();

    public int ReadAheadFor(TrailQuery query) => 1;

    internal static string Key(string delivered, string region = "us-east-1", string unique = "AbCdEfGhIjKlMnOp")
    {
        var time = DateTime.ParseExact(delivered, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"AWSLogs/111122223333/CloudTrail/{region}/{time:yyyy'/'MM'/'dd}/111122223333_CloudTrail_{region}_{time:yyyyMMdd'T'HHmm}Z_{unique}.json.gz");
    }

    /// <summary>A log of events with these ids, one an hour from 01:00 on.</summary>
    internal KeptTrail Put(string key, params string[] ids)
    {
        _logs[key] = () => Text(ids);
        _empty.Remove(key);
        return this;
    }

    /// <summary>A log of such events, as it is stored.</summary>
    internal static byte[] Log(params string[] ids) => Encoding.UTF8.GetBytes(Text(ids));

    /// <summary>A log of 0 bytes.</summary>
    internal KeptTrail PutEmpty(string key)
    {
        _logs[key] = () => "";
        _empty.Add(key);
        return this;
    }

    internal KeptTrail PutBroken(string key, TrailFaultKind kind)
    {
        _logs[key] = () => throw new TrailSourceException(new TrailFault(kind, key, $"{key} cannot be read."));
        return this;
    }

    /// <summary>The ids of the events that a reading gives.</summary>
    /// <param name="maxEvents">At most so many.</param>
    /// <param name="oldest">By time.</param>
    /// <param name="stopAfter">The process ends when so many were given.</param>
    internal async Task<List<string>> ReadAsync(long? maxEvents = null, bool oldest = false, int? stopAfter = null)
    {
        Opened.Clear();
        Coverage = new TrailCoverage();
        var checkpoint = new Checkpoint(Scope, Slack, _stored is null ? null : CheckpointText.Read(_stored, "checkpoint").State);
        ListedFrom = checkpoint.ListFrom("AWSLogs/111122223333/CloudTrail/us-east-1/");
        var session = new TrailSession(new TrailQuery { AllServices = true, MaxEvents = maxEvents, Oldest = oldest }, Coverage, checkpoint);
        var ids = new List<string>();
        await foreach (var batch in session.ReadAsync(new CheckpointedSource(this, checkpoint), CancellationToken.None))
        {
            if (!Take(batch.Events))
                break;
        }
        if (ids.Count < stopAfter || stopAfter is null)
        {
            Take(session.FinishBatch().Events);
            session.Conclude();
        }
        _stored = CheckpointText.Write(Scope, checkpoint.State());
        return ids;

        bool Take(IReadOnlyList<TrailEvent> events)
        {
            foreach (var trailEvent in events)
            {
                ids.Add(trailEvent.EventId!);
                checkpoint.Gave(trailEvent);
                if (ids.Count == stopAfter)
                    return false;
            }
            return true;
        }
    }

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        var account = new FolderAccount("s3://trail/");
        foreach (var (key, text) in _logs)
        {
            var listed = TrailLogLocation.FromKey("trail", key, _empty.Contains(key) ? 0 : 1);
            if (!account.Take(LogPlace.Of(listed), key))
            {
                yield return new SkippedLog(listed);
                continue;
            }
            yield return new FoundLog(TrailLogLocation.FromKey("trail", key), _ =>
            {
                lock (Opened)
                    Opened.Add(key);
                return ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text())));
            });
        }
        foreach (var notice in account.Notices(mayBeEmpty: true))
            yield return new SourceNotice(notice);
        await Task.CompletedTask;
    }

    private static string Text(string[] ids) => $$"""{"Records":[{{string.Join(',', ids.Select(Record))}}]}""";

    private static string Record(string id) =>
        $$"""{"eventID":"{{id}}","eventTime":"2026-01-02T{{id.Length % 24:00}}:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","recipientAccountId":"111122223333"}""";
}
