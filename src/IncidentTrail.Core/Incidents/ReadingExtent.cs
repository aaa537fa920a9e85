using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Events;

namespace IncidentTrail.Incidents;

/// <summary>How far what was read reaches: from when, to when for each account and Region, and how new its logs are.</summary>
internal sealed class ReadingExtent
{
    private readonly Dictionary<(string?, string?), DateTime> _newest = [];
    private DateTime? _delivery;
    private string? _lastAccount;
    private string? _lastRegion;
    private DateTime _newestOfLast;

    internal DateTime? EarliestUtc { get; private set; }

    /// <param name="record">A record that was read.</param>
    /// <param name="timeUtc">Its time.</param>
    /// <param name="log">The log it was found in.</param>
    [MethodImpl(Jit.Hot)]
    internal void Add(scoped in RecordView record, DateTime? timeUtc, TrailLog log)
    {
        if (log.DeliveryTimeUtc is { } delivery && !(delivery <= _delivery))
            _delivery = delivery;
        if (timeUtc is not { } time)
            return;
        if (!(time >= EarliestUtc))
            EarliestUtc = time;
        var (account, region) = (IncidentCall.AccountOf(record), record.Region);
        // Nearly always that of the record before, whose texts are the same strings, and of the same second.
        if (ReferenceEquals(account, _lastAccount) && ReferenceEquals(region, _lastRegion) && time <= _newestOfLast)
            return;
        ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(_newest, (account, region), out var isKnown);
        if (!isKnown || time > newest)
            newest = time;
        (_lastAccount, _lastRegion, _newestOfLast) = (account, region, newest);
    }

    /// <summary>The newest event read for that account and Region.</summary>
    internal DateTime? NewestUtc(string? accountId, string? region) =>
        _newest.TryGetValue((accountId, region), out var time) ? time : null;

    /// <summary>What can be said of something that was looked for from a time on and not found.</summary>
    internal string Absent(DateTime? sinceUtc, TrailCoverage? coverage)
    {
        var newest = coverage?.NewestDeliveryUtc is { } known && !(known < _delivery) ? known : _delivery;
        return newest is { } delivered && sinceUtc is { } since && delivered - since <= EngineLimits.UsualDelivery
            ? FormattableString.Invariant($"may not have arrived (the newest log was delivered at {delivered:yyyy-MM-dd'T'HH:mm'Z'})")
            : TrailNote.NotInWhatWasRead;
    }
}
