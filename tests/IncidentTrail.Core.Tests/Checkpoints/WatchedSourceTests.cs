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

    /// <summary>Fails at its first look, and at the first opening of some of its logs.</summary>
    private sealed class Bucket(int logs) : ITrailSource
    {
        public string Name => "s3://trail/";

        /// <summary>How many of its logs cannot be had once.</summary>
        internal int Unanswered { get; set; }

        internal int Looks { get; private set; }

        public int ReadAheadFor(TrailQuery query) => 1;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            await Task.Yield();
            if (++Looks == 1)
                throw Down();
            for (var i = 0; i < logs; i++)
            {
                var id = $"{i}";
                yield return new FoundLog(TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:05", unique: id.PadLeft(16, 'A'))), _ =>
                    Unanswered-- > 0 ? throw Down() : ValueTask.FromResult<Stream>(new MemoryStream(KeptTrail.Log(id))));
            }
        }

        private static TrailSourceException Down() => new(new TrailFault(TrailFaultKind.Connection, "trail", "S3 does not answer."));
    }
}
