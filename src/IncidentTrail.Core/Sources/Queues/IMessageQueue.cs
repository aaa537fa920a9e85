namespace IncidentTrail.Sources.Queues;

/// <summary>
/// A queue, as far as it is asked. Each call asks once, and throws <see cref="TrailSourceException"/> where it fails: of the kind
/// Connection or Throttled where asking again may help.
/// </summary>
internal interface IMessageQueue : IDisposable
{
    /// <summary>Messages in one call: SQS takes no more.</summary>
    const int MostInCall = 10;

    /// <summary>The queue's name.</summary>
    string Name { get; }

    /// <summary>What waits; null where these credentials may not ask.</summary>
    Task<QueueStanding?> StandingAsync(CancellationToken token);

    /// <summary>Receives messages.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="wait">How long the queue waits for one.</param>
    /// <param name="visibility">How long they are hidden from others; null for what the queue is set to.</param>
    /// <param name="token">Gives up.</param>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, TimeSpan wait, TimeSpan? visibility, CancellationToken token);

    /// <summary>Deletes messages by their receipts, ten at most; gives the receipts of those that could not be.</summary>
    Task<IReadOnlyList<string>> DeleteAsync(IReadOnlyList<string> receipts, CancellationToken token);

    /// <summary>Hides messages for a time from now on, ten at most; with no time they are visible at once.</summary>
    Task HideAsync(IReadOnlyList<string> receipts, TimeSpan visibility, CancellationToken token);
}
