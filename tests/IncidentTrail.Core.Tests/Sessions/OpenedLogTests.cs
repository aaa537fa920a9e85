using System.Text;

namespace IncidentTrail.Tests.Sessions;

public sealed class OpenedLogTests
{
    // As many as there are processors are held in the middle of reading, and one more waits for its turn.
    private static readonly int Held = Environment.ProcessorCount;

    [Fact]
    public async Task Whatever_was_opened_is_disposed_when_the_reading_stops()
    {
        using var release = new ManualResetEventSlim();
        var streams = Enumerable.Range(0, Held + 2).Select(i => new WatchedStream(i == 0 ? null : release)).ToArray();
        var session = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage());
        var events = session.ReadAsync(new OpenedLogs(streams), CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        await Until(() => streams.All(s => s.IsOpen) && streams.Count(s => s.IsRead) == Held + 1);

        var stopping = events.DisposeAsync().AsTask();
        await Until(() => streams.Any(s => s is { IsRead: false, IsDisposed: true }));
        release.Set();
        await stopping.WaitAsync(TimeSpan.FromMinutes(3));

        Assert.All(streams, s => Assert.True(s.IsDisposed));
    }

    [Fact]
    public async Task A_log_that_gives_up_by_itself_is_a_fault_and_not_passed_over()
    {
        var coverage = new TrailCoverage();
        var session = new TrailSession(new TrailQuery { AllServices = true }, coverage);
        var notices = new List<TrailNotice>();

        await foreach (var batch in session.ReadAsync(new OpenedLogs([new WatchedStream(null) { GivesUp = true }]), CancellationToken.None))
            notices.AddRange(batch.Notices);
        session.Finish();

        Assert.Equal(TrailNoticeKind.Fault, Assert.Single(notices).Kind);
        Assert.Equal((1, false), (coverage.LogsFailed, coverage.IsComplete));
    }

    private static async Task Until(Func<bool> reached)
    {
        // So long that only what never comes takes it.
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!reached() && !guard.IsCancellationRequested)
            await Task.Delay(10);
        Assert.True(reached());
    }

    private sealed class OpenedLogs(WatchedStream[] streams) : ITrailSource
    {
        public string Name => "opened";

        public int ReadAheadFor(TrailQuery query) => streams.Length;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
        {
            foreach (var (i, stream) in streams.Select((stream, i) => (i, stream)))
            {
                yield return new FoundLog(TrailLogLocation.FromPath($"/logs/{i}.json"), async _ =>
                {
                    // The first has its processor before the others, which keep theirs.
                    if (i > 0)
                        await streams[0].Reading;
                    stream.IsOpen = true;
                    if (stream.GivesUp)
                        throw new TaskCanceledException("the connection took too long");
                    return stream;
                });
            }

            await Task.CompletedTask;
        }
    }

    private sealed class WatchedStream(ManualResetEventSlim? release)
        : MemoryStream(Encoding.UTF8.GetBytes("""{"Records":[{"eventID":"1","eventSource":"s","eventName":"n"}]}"""))
    {
        private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool GivesUp { get; init; }

        public Task Reading => _reading.Task;

        public volatile bool IsOpen;
        public volatile bool IsRead;
        public volatile bool IsDisposed;

        public override int Read(byte[] buffer, int offset, int count)
        {
            IsRead = true;
            _reading.TrySetResult();
            release?.Wait(TimeSpan.FromMinutes(3));
            return base.Read(buffer, offset, count);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
