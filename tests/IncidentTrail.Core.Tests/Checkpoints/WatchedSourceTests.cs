using System.Runtime.CompilerServices;
using IncidentTrail.Checkpoints;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>A bucket that is looked through again and again, and does not answer at first.</summary>
public sealed class WatchedSourceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task After_an_outage_more_logs_are_read_than_wait_for_their_turn(int unanswered)
    {
        var logs = 4 * WatchLimits.MessagesAhead;
        var query = new TrailQuery { AllServices = true, MaxEvents = logs };
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        var session = new TrailSession(query, new TrailCoverage(), checkpoint);
        var bucket = new Bucket(logs) { Unanswered = unanswered };
        var watched = new WatchedSource(bucket, checkpoint, path: null, TimeSpan.FromHours(1));
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var ids = new List<string?>();

        await foreach (var batch in session.ReadAsync(watched, guard.Token))
            ids.AddRange(batch.Events.Select(given => given.EventId));

        Assert.Equal(Enumerable.Range(0, logs).Select(i => $"{i}"), ids);
        Assert.Equal(2, bucket.Looks);
    }

    // Such a log holds up all behind it, and its outage would be said when it is over.
    [Fact]
    public async Task An_outage_is_said_while_a_log_waits_for_its_end()
    {
        var query = new TrailQuery { AllServices = true, MaxEvents = 3 };
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        var session = new TrailSession(query, new TrailCoverage(), checkpoint);
        var bucket = new Bucket(3) { Unanswered = int.MaxValue };
        var watched = new WatchedSource(bucket, checkpoint, path: null, TimeSpan.FromHours(1));
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var given = new List<string?>();

        await foreach (var batch in session.ReadAsync(watched, guard.Token))
        {
            given.AddRange(batch.Notices.Select(notice => $"{notice.Kind}"));
            if (batch.Notices.Count > 0)
                bucket.Unanswered = 0;
            given.AddRange(batch.Events.Select(each => each.EventId));
        }

        Assert.Equal(["Warning", "0", "1", "2"], given.Where(each => each != "Verbose"));
    }

    [Fact]
    public async Task A_log_is_no_error_where_the_service_does_not_answer_for_longer_than_a_log_is_tried()
    {
        var bucket = new Bucket(1) { Unlisted = 0 };
        bucket.OnLook = look =>
        {
            if (look == 2)
                (bucket.Logs, bucket.Unanswered) = (2, 2 * WatchLimits.FailuresOfOneLog);
        };
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var given = new List<string>();

        await WatchAsync(bucket, TimeSpan.FromMilliseconds(1), batch =>
        {
            given.AddRange(batch.Notices.Where(notice => notice.Kind != TrailNoticeKind.Verbose).Select(notice => $"{notice.Kind}"));
            given.AddRange(batch.Events.Select(each => each.EventId!));
            if (given.Contains("1"))
                end.Cancel();
        }, end.Token, new FastClock());

        Assert.Equal(["0", "Warning", "1"], given);
    }

    [Theory]
    [InlineData(int.MaxValue, "Fault: s3://trail/ did not answer for the last ")]
    [InlineData(0, null)]
    public async Task An_outage_that_lasts_to_the_end_is_told_there(int unlisted, string? told)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var bucket = new Bucket(1) { Unlisted = unlisted };
        bucket.OnLook = look => end.CancelAfter(unlisted == 0 && look == 3 ? TimeSpan.Zero : TimeSpan.FromMinutes(3));
        var watched = await WatchAsync(bucket, TimeSpan.FromMilliseconds(1), batch =>
        {
            if (batch.Notices.Any(notice => notice.Kind == TrailNoticeKind.Warning))
                end.Cancel();
        }, end.Token);

        Assert.StartsWith(told ?? "none", watched.Lack is { } lack ? $"{lack.Kind}: {lack.Text}" : "none");
    }

    [Fact]
    public async Task A_bucket_that_was_not_looked_through_once_is_told_at_the_end()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(3));

        var watched = await WatchAsync(new Bucket(1) { Unlisted = 0, OnLook = _ => end.Cancel() }, TimeSpan.FromHours(1), _ => { }, end.Token);

        Assert.True(watched.Lack!.IsOfGap);
        Assert.StartsWith("s3://trail/ had not been looked through once", watched.Lack.Text);
    }

    // A folder in which each new file is found while it is written says so of each, for years.
    [Fact]
    public async Task What_is_not_told_is_not_kept()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var bucket = new Bucket(1) { Unlisted = 0, Speaks = true };
        bucket.OnLook = look => end.CancelAfter(look == 9 ? TimeSpan.Zero : TimeSpan.FromMinutes(3));

        var watched = await WatchAsync(bucket, TimeSpan.FromMilliseconds(1), _ => { }, end.Token);

        GC.Collect();
        Assert.True(bucket.Said.Count > 6);
        Assert.DoesNotContain(bucket.Said.Skip(1).Take(5), said => said.IsAlive);
        GC.KeepAlive(watched);
    }

    private static async Task<WatchedSource> WatchAsync(Bucket bucket, TimeSpan interval, Action<TrailBatch> take, CancellationToken end, TimeProvider? clock = null)
    {
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        var session = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage(), checkpoint);
        var watched = new WatchedSource(bucket, checkpoint, path: null, interval, clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var batch in session.ReadAsync(watched, end))
                take(batch);
        });
        return watched;
    }

    /// <summary>Fails at its first look, and at the first opening of some of its logs.</summary>
    private sealed class Bucket(int logs) : ITrailSource
    {
        public string Name => "s3://trail/";

        /// <summary>How many of its logs cannot be had once.</summary>
        internal int Unanswered { get; set; }

        /// <summary>How many looks fail.</summary>
        internal int Unlisted { get; set; } = 1;

        internal Action<int>? OnLook { get; set; }

        internal int Looks { get; private set; }

        internal int Logs { get; set; } = logs;

        internal bool Speaks { get; init; }

        /// <summary>What each look said beside the logs.</summary>
        internal List<WeakReference> Said { get; } = [];

        public int ReadAheadFor(TrailQuery query) => 1;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            await Task.Yield();
            Looks++;
            OnLook?.Invoke(Looks);
            token.ThrowIfCancellationRequested();
            if (Looks <= Unlisted)
                throw Down();
            if (Speaks)
                yield return Saying(TrailNotice.Verbose($"Look {Looks}."));
            for (var i = 0; i < Logs; i++)
            {
                var id = $"{i}";
                yield return new FoundLog(TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:05", unique: id.PadLeft(16, 'A'))), _ =>
                    Unanswered-- > 0 ? throw Down() : ValueTask.FromResult<Stream>(new MemoryStream(KeptTrail.Log(id))));
            }
        }

        private SourceNotice Saying(TrailNotice notice)
        {
            Said.Add(new WeakReference(notice.Text));
            return new SourceNotice(notice);
        }

        private static TrailSourceException Down() => new(new TrailFault(TrailFaultKind.Connection, "trail", "S3 does not answer."));
    }
}
