using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>
/// Where the record of a call was found, and the place it tells: calls that come one after the other have nearly always
/// one in common.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="envelope">What the object around the record says of it; null for nearly all.</param>
/// <param name="accountId">The account whose event it is; null where only the caller's is known.</param>
/// <param name="region">The Region the call was made to.</param>
internal sealed class CallOrigin(TrailLog log, RecordEnvelope? envelope, string? accountId, string? region)
{
    internal TrailLog Log { get; } = log;

    internal RecordEnvelope? Envelope { get; } = envelope;

    internal string? AccountId { get; } = accountId;

    internal string? Region { get; } = region;

    /// <summary>A record's; that of the record before where it is the same.</summary>
    internal static CallOrigin Of(
        scoped in RecordView record, TrailLog log, RecordEnvelope? envelope, CallOrigin? before)
    {
        var (account, region) = (IncidentCall.AccountOf(record), record.Region);
        return before is not null && before.Log == log && before.Envelope == envelope
            && before.AccountId == account && before.Region == region
            ? before
            : new CallOrigin(log, envelope, account, region);
    }
}
