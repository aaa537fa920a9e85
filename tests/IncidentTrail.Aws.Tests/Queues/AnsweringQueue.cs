using System.Collections.Concurrent;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>A queue without a server: it answers a receive when the test says so, unless it is given up.</summary>
internal sealed class AnsweringQueue : IMessageQueue
{
    public TaskCompletionSource IsAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Answers { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<(string Receipt, TimeSpan Visibility)> Hidden { get; } = new();

    public ConcurrentQueue<string> Deleted { get; } = new();

    public QueueStanding? Standing { get; init; }

    public string Name => "trail";

    public Task<QueueStanding?> StandingAsync(CancellationToken token) => Task.FromResult(Standing);

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, TimeSpan wait, TimeSpan? visibility, CancellationToken token)
    {
        IsAsked.TrySetResult();
        await Answers.Task.WaitAsync(token);
        return [new QueueMessage("message", "receipt", WatchedTrail.Notification(WatchedTrail.KeyOf("one")))];
    }

    public Task<IReadOnlyList<string>> DeleteAsync(IReadOnlyList<string> receipts, CancellationToken token)
    {
        foreach (var receipt in receipts)
            Deleted.Enqueue(receipt);
        return Task.FromResult<IReadOnlyList<string>>([]);
    }

    public Task HideAsync(IReadOnlyList<string> receipts, TimeSpan visibility, CancellationToken token)
    {
        foreach (var receipt in receipts)
            Hidden.Enqueue((receipt, visibility));
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }
}
