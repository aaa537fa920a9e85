using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentTrail.Tests.Sessions;

/// <summary>When what was read is given: at once where nothing else comes, together where much does, and before a failure.</summary>
public sealed class DeliveryPaceTests
{
    [Fact]
    public async Task What_was_read_is_given_while_the_next_log_is_waited_for()
    {
        var gate = new TaskCompletionSource();
        await using var batches = Read(gate.Task, logs: 2);

        Assert.Equal(["0", "1"], await TakeAsync(batches, 2));
        var rest = TakeAsync(batches, 1);
        Assert.False(rest.IsCompleted);
        gate.SetResult();

        Assert.Equal(["last"], await rest);
        // A batch without events may come first, where the machine was slow: it tells that the reading lives.
        Assert.Empty(await TakeAsync(batches, 1));
    }

    [Fact]
    public async Task What_was_read_is_given_before_the_listing_fails()
    {
        await using var batches = Read(Task.FromException(new TrailSourceException(new TrailFault(TrailFaultKind.Connection, "list", "It broke."))), logs: 3);

        Assert.Equal(["0", "1", "2"], await TakeAsync(batches, 3));
        await Assert.ThrowsAsync<TrailSourceException>(() => batches.MoveNextAsync().AsTask());
    }

    [Fact]
    public async Task Few_events_of_many_logs_come_together()
    {
        await using var batches = Read(Task.CompletedTask, logs: 1000);

        var given = 0;
        while (await batches.MoveNextAsync())
            given += batches.Current.Events.Count;

        Assert.Equal(1001, given);
    }

    [Fact]
    public async Task Who_stops_before_all_is_given_has_not_read_it_all()
    {
        var coverage = new TrailCoverage();

        await using (var batches = Read(Task.CompletedTask, logs: 2, coverage))
            await TakeAsync(batches, 2);

        Assert.False(Assert.Single(coverage.Sources).IsComplete);
    }

    private static IAsyncEnumerator<TrailBatch> Read(Task before, int logs, TrailCoverage? coverage = null) =>
        new TrailSession(new TrailQuery { AllServices = true }, coverage ?? new TrailCoverage())
            .ReadAsync(new GatedSource(before, logs), CancellationToken.None).GetAsyncEnumerator();

    private static async Task<List<string?>> TakeAsync(IAsyncEnumerator<TrailBatch> batches, int events)
    {
        var taken = new List<string?>();
        while (taken.Count < events && await batches.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(3)))
            taken.AddRange(batches.Current.Events.Select(e => e.EventId));
        return taken;
    }

    private sealed class GatedSource(Task before, int logs) : ITrailSource
    {
        public string Name => "gated";

        public int ReadAheadFor(TrailQuery query) => 4;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            for (var i = 0; i < logs; i++)
                yield return Log($"{i}");
            await before;
            yield return Log("last");
        }

        private static FoundLog Log(string id) => new FoundLog(
            new TrailLog { Location = $"{id}.json" },
            _ => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"eventID":"{{id}}","eventSource":"s3.amazonaws.com"}"""))));
    }
}
