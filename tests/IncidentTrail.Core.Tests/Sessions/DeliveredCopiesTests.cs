using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentTrail.Tests.Sessions;

/// <summary>Copies that are written differently, whose logs are opened again to compare them.</summary>
public sealed class DeliveredCopiesTests
{
    private const string Conflict = "may have been edited";
    private const string Unknown = "could not be read again";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_log_is_opened_once_more_for_all_its_copies_of_events_in_many_others(bool callersAlone)
    {
        var firsts = Enumerable.Range(0, 10).Select(i => new Log($"a{i}", Record(i))).ToList();
        var copies = new Log("b", string.Concat(Enumerable.Range(0, 10).Select(i => Record(i).Replace("alice", i == 7 ? "mallory" : "\\u0061lice"))));

        var (coverage, texts) = await ReadAsync([.. firsts, copies], callersAlone);

        Assert.Equal((10, 1), (coverage.RecordsDuplicate, coverage.RecordsConflicting));
        Assert.Contains("a7.json#0", Assert.Single(texts, text => text.Contains(Conflict)));
        Assert.All(firsts, log => Assert.Equal(2, log.Opened));
        Assert.Equal(callersAlone ? 2 : 1, copies.Opened);
    }

    [Fact]
    public async Task Of_many_copies_that_say_something_else_the_first_are_named_and_the_rest_are_counted()
    {
        var content = string.Concat(Enumerable.Range(0, 100).Select(Record));
        var coverage = new TrailCoverage();
        var session = new TrailSession(new TrailQuery { AllServices = true }, coverage);
        var texts = new List<string>();
        await foreach (var batch in session.ReadAsync(new Source([new Log("a", content), new Log("b", content.Replace("alice", "mallory"))]), CancellationToken.None))
            texts.AddRange(batch.Notices.Select(notice => notice.Text));
        var rest = Assert.Single(session.FinishBatch().Notices);

        Assert.Equal(100, coverage.RecordsConflicting);
        Assert.Equal(10, texts.Count(text => text.Contains(Conflict)));
        Assert.Equal(TrailNoticeKind.Warning, rest.Kind);
        Assert.StartsWith("90 more events say something else in another copy", rest.Text);
        Assert.Contains("b.json#99", rest.Text);
    }

    [Fact]
    public async Task Of_many_copies_that_are_written_differently_the_first_are_named_and_the_rest_are_counted_too()
    {
        var content = string.Concat(Enumerable.Range(0, 100).Select(Record));
        var session = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage());
        var notices = new List<TrailNotice>();
        await foreach (var batch in session.ReadAsync(new Source([new Log("a", content), new Log("b", content.Replace("alice", "\\u0061lice"))]), CancellationToken.None))
            notices.AddRange(batch.Notices);
        notices.AddRange(session.FinishBatch().Notices);

        Assert.Equal(11, notices.Count);
        Assert.All(notices, notice => Assert.Equal(TrailNoticeKind.Verbose, notice.Kind));
        Assert.StartsWith("90 more events are written differently in another copy", notices[^1].Text);
        Assert.Contains("b.json#99", notices[^1].Text);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Of_a_log_that_was_replaced_since_nothing_is_claimed(bool isFirst, bool callersAlone)
    {
        foreach (var later in (string[])[Record(0).Replace("alice", "mallory"), Record(1), Record(0).Replace("alice", "a\\u006cice"), ""])
        {
            // Both say the same where they are read.
            var first = new Log("a", Record(0)) { Later = isFirst ? later : null };
            var copy = new Log("b", Record(0).Replace("alice", "\\u0061lice")) { Later = isFirst ? null : later };

            var (coverage, texts) = await ReadAsync([first, copy], callersAlone);

            Assert.Equal((2, 1, 1, 0), (coverage.RecordsRead, coverage.RecordsKept, coverage.RecordsDuplicate, coverage.RecordsConflicting));
            Assert.Contains(Unknown, Assert.Single(texts));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_log_that_is_read_again_is_not_read_to_its_end_where_the_reading_is_stopped(bool callersAlone)
    {
        using var stop = new CancellationTokenSource();
        var content = string.Concat(Enumerable.Range(0, 10_000).Select(Record));
        var logs = new[] { new Log("a", content), new Log("b", content.Replace("alice", "\\u0061lice")) };
        foreach (var log in logs)
            log.OpenedAgain = stop.Cancel;

        var coverage = new TrailCoverage();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(logs, callersAlone, coverage, stop.Token));

        Assert.InRange(coverage.RecordsDuplicate, 1, coverage.RecordsRead);
        Assert.Equal(coverage.RecordsRead, coverage.RecordsKept + coverage.RecordsDropped + coverage.RecordsDuplicate);
        Assert.InRange(logs.Sum(log => log.ReadAgain), 0, content.Length / 2);
    }

    [Fact]
    public async Task What_is_never_compared_is_not_kept_to_be_opened_again()
    {
        var session = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage());
        var contents = await ReadRebuiltAsync(session);

        // What read them may be let go of a moment after the last was given.
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (contents.Exists(content => content.IsAlive) && !guard.IsCancellationRequested)
        {
            GC.Collect();
            await Task.Delay(10);
        }

        Assert.DoesNotContain(contents, content => content.IsAlive);
        Assert.Equal(3, session.Coverage.RecordsKept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<WeakReference>> ReadRebuiltAsync(TrailSession session)
    {
        var contents = new List<WeakReference>();
        var logs = Enumerable.Range(0, 3).Select(i =>
        {
            var log = new Log($"{i}", Record(i)) { IsRebuilt = true };
            contents.Add(new WeakReference(log));
            return log;
        });
        await foreach (var _ in session.ReadAsync(new Source(logs), CancellationToken.None))
        {
        }
        return contents;
    }

    private static string Record(int id) => TrailSessionTests.Record($"{id}");

    private static async Task<(TrailCoverage Coverage, List<string> Texts)> ReadAsync(
        IReadOnlyList<Log> logs, bool callersAlone, TrailCoverage? given = null, CancellationToken token = default)
    {
        var (coverage, texts) = (given ?? new TrailCoverage(), new List<string>());
        var session = new TrailSession(new TrailQuery { AllServices = true, CallersAlone = callersAlone }, coverage);
        await foreach (var batch in session.ReadAsync(new Source(logs), token))
            texts.AddRange(batch.Notices.Select(notice => notice.Text));
        session.Finish();
        return (coverage, texts);
    }

    private sealed class Log(string name, string content)
    {
        internal string? Later { get; init; }

        internal Action? OpenedAgain { get; set; }

        internal long ReadAgain { get; private set; }

        internal bool IsRebuilt { get; init; }

        internal int Opened { get; private set; }

        // As one on disk: of such a one some fields alone are kept.
        internal FoundLog Found => new(IsRebuilt ? Place.AsRebuilt() : Place, _ =>
        {
            if (Opened > 0)
                OpenedAgain?.Invoke();
            var text = Opened++ > 0 && Later is { } later ? later : content;
            var isAgain = Opened > 1;
            return ValueTask.FromResult<Stream>(new Told(Encoding.UTF8.GetBytes(text), read => ReadAgain += isAgain ? read : 0));
        });

        private TrailLog Place => TrailLogLocation.FromPath($"/logs/{name}.json", content.Length);
    }

    // Tells how far it was read.
    private sealed class Told(byte[] bytes, Action<long> tell) : MemoryStream(bytes)
    {
        protected override void Dispose(bool disposing)
        {
            if (CanRead)
                tell(Position);
            base.Dispose(disposing);
        }
    }

    private sealed class Source(IEnumerable<Log> logs) : ITrailSource
    {
        public string Name => "logs";

        public int ReadAheadFor(TrailQuery query) => 2;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            foreach (var log in logs)
                yield return log.Found;
            await Task.CompletedTask;
        }
    }
}
