using IncidentTrail.Texts;

namespace IncidentTrail.Sources.Queues;

/// <summary>What waits in a queue, about.</summary>
/// <param name="Waiting">Messages that can be received.</param>
/// <param name="InFlight">Messages that somebody has received and not deleted.</param>
/// <param name="Delayed">Messages that cannot be received yet.</param>
/// <param name="Visibility">How long a received message is hidden from others, as the queue is set.</param>
internal sealed record QueueStanding(long Waiting, long InFlight, long Delayed, TimeSpan Visibility)
{
    /// <summary>The messages in words.</summary>
    public override string ToString() => FormattableString.Invariant($"{Waiting} {Counted.Noun(Waiting, "message")} waiting, {InFlight} in flight")
        + (Delayed > 0 ? FormattableString.Invariant($", {Delayed} delayed") : "");
}
