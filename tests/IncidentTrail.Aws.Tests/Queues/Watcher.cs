using System.Collections.Concurrent;
using IncidentTrail.Aws.Profiles;
using IncidentTrail.Aws.Queues;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Sessions;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>Watches a server's queue on a thread of its own, as the cmdlet does, and keeps what is given and said.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _events = new();
    private readonly ConcurrentQueue<TrailNotice> _notices = new();
    private readonly Task _running;

    /// <param name="server">The server.</param>
    /// <param name="peeks">Leaves all messages.</param>
    /// <param name="skipsMissing">Does without logs that are gone.</param>
    /// <param name="maxEvents">Ends after so many.</param>
    /// <param name="before">Called on the pipeline's thread before an event is given, with its id.</param>
    /// <param name="queue">The queue, where it is not named by its URL.</param>
    public Watcher(
        QueueServer server, bool peeks = false, bool skipsMissing = false, long? maxEvents = null, Action<string>? before = null, string? queue = null)
    {
        var asked = new TrailQueue { Name = queue ?? server.QueueUrl, Peeks = peeks, SkipsMissing = skipsMissing };
        var connection = new TrailConnection { AccessKey = "AKIDEXAMPLE", SecretKey = "secret", EndpointUrl = server.Url.ToString() };
        var variables = new AwsVariables(name => name == "AWS_ENDPOINT_URL_S3" ? server.Url.ToString() : null);
        _running = Task.Run(() =>
        {
            using var source = QueueOpener.Open(connection, asked, _stop.Token, variables);
            // What is done at the end is tested, and not how fast: as much of it as is to be done is.
            source.Farewell = TimeSpan.FromMinutes(3);
            var session = new TrailSession(new TrailQuery { MaxEvents = maxEvents }, Coverage) { Window = new DuplicateWindow(50_000) };
            foreach (var batch in session.ReadAsync(source, _stop.Token).ToBlockingEnumerable(_stop.Token))
            {
                foreach (var given in batch.Events)
                {
                    before?.Invoke(given.EventId!);
                    _stop.Token.ThrowIfCancellationRequested();
                    _events.Enqueue(given.EventId!);
                }
                foreach (var notice in batch.Notices)
                    _notices.Enqueue(notice);
                batch.Delivery?.Given();
            }
            session.Finish();
        });
    }

    public TrailCoverage Coverage { get; } = new();

    public IReadOnlyList<string> Events => [.. _events];

    public IReadOnlyList<string> Warnings => [.. _notices.Where(notice => notice.Kind == TrailNoticeKind.Warning).Select(notice => notice.Text)];

    public IReadOnlyList<TrailNotice> Notices => [.. _notices];

    /// <summary>Waits until something holds; fails where the watching ends before it does.</summary>
    public Task UntilAsync(Func<bool> holds) => Eventually.HoldsAsync(holds, () => _running.IsCompleted && !holds());

    /// <summary>Waits until it ends by itself.</summary>
    public Task EndAsync() => _running.WaitAsync(TimeSpan.FromMinutes(3));

    /// <summary>What ends it.</summary>
    public async Task<TrailFault> FaultAsync() => (await Assert.ThrowsAsync<TrailSourceException>(EndAsync)).Fault;

    /// <summary>Stops it, as Ctrl+C does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await EndAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.True(_running.IsCompleted);
    }

    public void Dispose() => StopAsync().GetAwaiter().GetResult();
}
