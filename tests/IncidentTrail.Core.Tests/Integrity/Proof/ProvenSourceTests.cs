using System.Runtime.CompilerServices;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Proof;
using IncidentTrail.Sources.Saving;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Integrity.Proof;

/// <summary>Readings that give proven logs alone.</summary>
public sealed class ProvenSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("proven").FullName;
    private readonly TrailCoverage _coverage = new();
    private readonly List<TrailNotice> _notices = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Events_of_logs_that_are_proven_are_given_and_say_so()
    {
        var made = new ChainMaker().Hours(3);

        var events = await ReadAsync(made);

        Assert.Equal(["1-0", "1-1", "2-0", "2-1", "3-0", "3-1"], events.Select(one => one.EventId!));
        Assert.All(events, one => Assert.Equal(TrailLogIntegrity.Valid, one.Log.Integrity));
        Assert.Equal((true, true, 6, 0, 0), (_coverage.IsComplete, _coverage.RequiresValid, _coverage.LogsRead, _coverage.LogsInvalid, _coverage.LogsNotCovered));
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task Without_it_nothing_is_said_of_integrity()
    {
        Save(new ChainMaker().Hours(1));

        var events = await ReadAsync(new FileSource([_folder]));

        Assert.Equal([TrailLogIntegrity.NotChecked], events.Select(one => one.Log.Integrity).Distinct());
        Assert.False(_coverage.RequiresValid);
    }

    [Fact]
    public async Task What_was_changed_and_what_no_digest_lists_is_left_out_counted_and_warned_of()
    {
        var made = new ChainMaker().Hours(3);
        made.Objects[(made.Bucket, made.Digests[0].Logs[0])] = new StoredObject(GzipBytes.Of(Record("forged")));
        made.Objects[(made.Bucket, made.Digests[1].Logs[0])] = new StoredObject(
            [.. made.Objects[(made.Bucket, made.Digests[1].Logs[0])].Bytes, .. GzipBytes.Of(Record("appended"))]);
        var extra = made.Log(ChainMaker.Begin.AddMinutes(5), "extra");

        var events = await ReadAsync(made);

        Assert.Equal(["1-1", "2-1", "3-0", "3-1"], events.Select(one => one.EventId!));
        Assert.Equal((false, 7, 4, 2, 1, 0), (
            _coverage.IsComplete, _coverage.LogsListed - _coverage.LogsSkipped, _coverage.LogsRead, _coverage.LogsInvalid, _coverage.LogsNotCovered, _coverage.LogsFailed));
        Assert.Equal(_coverage.RecordsRead, _coverage.RecordsKept + _coverage.RecordsDropped + _coverage.RecordsDuplicate);
        Assert.Equal(
            "3 logs were left out that are not proven to be what CloudTrail signed: 2 HashMismatch, 1 Unlisted. The answer is not complete; Test-IncidentTrailLog says why of each.",
            Assert.Single(_notices, notice => notice.Kind == TrailNoticeKind.Warning).Text);
        Assert.Contains(_notices, notice => notice.Text.Contains(KeyPath.Of(_folder, extra)!, StringComparison.Ordinal));
        Assert.Equal("4 Valid, 2 HashMismatch, 1 Unlisted", $"{Counts().Logs}");
    }

    [Fact]
    public async Task Of_many_logs_that_are_left_out_the_first_are_named_and_all_are_counted()
    {
        var made = new ChainMaker().Hours(1);
        for (var i = 0; i < 15; i++)
            made.Log(ChainMaker.Begin.AddMinutes(5), $"extra{i}");

        await ReadAsync(made);

        Assert.Equal(10, _notices.Count(notice => notice.Kind == TrailNoticeKind.Verbose));
        Assert.StartsWith("15 logs were left out", Assert.Single(_notices, notice => notice.Kind == TrailNoticeKind.Warning).Text);
    }

    [Fact]
    public async Task A_log_and_a_digest_that_are_not_there_leave_the_answer_incomplete()
    {
        var made = new ChainMaker().Hours(3, logs: 1);
        made.Objects.Remove((made.Bucket, made.Digests[0].Logs[0]));
        made.Objects.Remove(made.Digests[1].Place);

        var events = await ReadAsync(made);

        Assert.Equal("3-0", Assert.Single(events).EventId);
        Assert.Equal(
            "1 log was left out that is not proven to be what CloudTrail signed: 1 Unlisted; 1 log was not there that a digest lists; of 3 digests, 1 Missing. The answer is not complete; Test-IncidentTrailLog says why of each.",
            Assert.Single(_notices, notice => notice.Kind == TrailNoticeKind.Warning).Text);
        Assert.False(_coverage.IsComplete);
    }

    [Fact]
    public async Task The_newest_digest_of_a_bare_copy_proves_nothing_and_its_logs_are_not_covered()
    {
        var made = new ChainMaker().Hours(2, logs: 1);
        Write(made);

        var events = await ReadAsync(Proven());

        Assert.Equal("1-0", Assert.Single(events).EventId);
        Assert.Equal((0, 1), (_coverage.LogsInvalid, _coverage.LogsNotCovered));
    }

    [Fact]
    public async Task A_window_of_events_does_not_ask_for_digests_that_are_not_written_yet()
    {
        var made = new ChainMaker().Hours(2, logs: 1);
        Save(made);

        var query = new TrailQuery { AllServices = true, EndTimeUtc = made.Now.AddDays(1), StartTimeUtc = made.Now.AddDays(-1) };
        var events = await ReadAsync(Proven(scope: IntegrityScope.Of(query)), query);

        Assert.Equal(2, _coverage.LogsRead);
        Assert.True(_coverage.IsComplete);
        Assert.Empty(events);
    }

    [Fact]
    public async Task What_a_window_passes_over_is_neither_missing_nor_left_out()
    {
        var made = new ChainMaker().Hours(6, logs: 1);
        Write(made);
        var query = new TrailQuery
        {
            AllServices = true, StartTimeUtc = ChainMaker.Begin.AddHours(2), EndTimeUtc = ChainMaker.Begin.AddHours(3), DeliverySlack = TimeSpan.Zero,
        };

        await ReadAsync(Proven(scope: IntegrityScope.Of(query)), query);

        Assert.Equal((1, true), (_coverage.LogsRead, _coverage.IsComplete));
        Assert.DoesNotContain(_notices, notice => notice.Kind != TrailNoticeKind.Verbose);
    }

    [Fact]
    public async Task A_log_that_is_named_alone_is_proven_by_the_digests_beside_its_folder()
    {
        var made = new ChainMaker().Hours(2, logs: 1);
        Save(made);
        var path = KeyPath.Of(_folder, made.Digests[0].Logs[0])!;
        var beside = DigestFolders.Beside([path]);

        var events = await ReadAsync(Proven(new FileSource([path]), [path, .. beside], isWhole: false));

        Assert.Equal("1-0", Assert.Single(events).EventId);
        Assert.True(_coverage.IsComplete);
    }

    [Fact]
    public async Task What_is_read_are_the_bytes_that_were_checked_though_the_file_changes_in_between()
    {
        var made = new ChainMaker().Hours(1, logs: 1);
        Save(made);
        var source = new TurningSource(new FileSource([_folder]));

        var events = await ReadAsync(Proven(source));

        Assert.Equal("1-0", Assert.Single(events).EventId);
        Assert.Equal(1, source.Openings);
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_a_fault_as_ever()
    {
        var made = new ChainMaker().Hours(1);
        Save(made);

        var events = await ReadAsync(Proven(new TurningSource(new FileSource([_folder])) { Fails = true }));

        Assert.Empty(events);
        Assert.Equal((2, 2), (_coverage.LogsFailed, _coverage.Faults.Count));
        Assert.Equal(2, Counts().Logs.Unreadable);
    }

    private static string Record(string id) => $$"""{"Records":[{"eventID":"{{id}}","eventName":"StartIncident"}]}""";

    private TrailIntegritySummary Counts() => (TrailIntegritySummary)_coverage.Sources[0].Facts[ProvenSource.Fact]!;

    private ProvenSource Proven(ITrailSource? source = null, IReadOnlyList<string>? paths = null, IntegrityScope? scope = null, bool isWhole = true) => new(
        source ?? new FileSource([_folder]), new LocalCopy(paths ?? [_folder]), MadeKeys.Usual, scope ?? new IntegrityScope(), isWhole);

    private Task<List<TrailEvent>> ReadAsync(ChainMaker made)
    {
        Save(made);
        return ReadAsync(Proven());
    }

    private async Task<List<TrailEvent>> ReadAsync(ITrailSource source, TrailQuery? query = null)
    {
        var session = new TrailSession(query ?? new TrailQuery { AllServices = true }, _coverage);
        var events = new List<TrailEvent>();
        await foreach (var batch in session.ReadAsync(source, CancellationToken.None))
        {
            events.AddRange(batch.Events);
            _notices.AddRange(batch.Notices);
        }
        session.Finish();
        return events;
    }

    private void Write(ChainMaker made) => MadeCopy.Write(made, _folder);

    private void Save(ChainMaker made) => MadeCopy.Save(made, _folder);

    /// <summary>Another's logs; each can be had once, and is another's content after that.</summary>
    private sealed class TurningSource(ITrailSource source) : ITrailSource
    {
        public bool Fails { get; init; }

        public int Openings { get; private set; }

        public string Name => source.Name;

        public int ReadAheadFor(TrailQuery query) => 1;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var item in source.ListAsync(query, entry, token))
                yield return item is FoundLog found ? new FoundLog(found.Log, stop => OpenAsync(found, stop)) : item;
        }

        private ValueTask<Stream> OpenAsync(FoundLog found, CancellationToken token) => Fails ? throw new IOException("The disk fails.")
            : ++Openings == 1 ? found.OpenAsync(token) : ValueTask.FromResult<Stream>(new MemoryStream(GzipBytes.Of(Record("forged"))));
    }
}
