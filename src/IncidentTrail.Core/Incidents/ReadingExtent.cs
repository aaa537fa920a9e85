using System.Runtime.InteropServices;
using IncidentTrail.Incidents.Calls;

namespace IncidentTrail.Incidents;

/// <summary>How far what was read reaches: from when, to when for each account and Region, and how new its logs are.</summary>
internal sealed class ReadingExtent
{
    private readonly Dictionary<(string?, string?), DateTime> _newest = [];
    private DateTime? _delivery;
    private CallOrigin? _last;
    private DateTime _newestOfLast;

    internal DateTime? EarliestUtc { get; private set; }

    /// <param name="origin">Where a record that was read was found, and the place it tells.</param>
    /// <param name="timeUtc">Its time.</param>
    internal void Add(CallOrigin origin, DateTime? timeUtc)
    {
        if (origin.Log.DeliveryTimeUtc is { } delivery && !(delivery <= _delivery))
            _delivery = delivery;
        if (timeUtc is not { } time)
            return;
        if (!(time >= EarliestUtc))
            EarliestUtc = time;
        // Nearly always that of the record before, and of the same second.
        if (ReferenceEquals(origin, _last) && time <= _newestOfLast)
            return;
        ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(_newest, (origin.AccountId, origin.Region), out var isKnown);
        if (!isKnown || time > newest)
            newest = time;
        (_last, _newestOfLast) = (origin, newest);
    }

    /// <summary>The newest event read for that account and Region.</summary>
    internal DateTime? NewestUtc(string? accountId, string? region) =>
        _newest.TryGetValue((accountId, region), out var time) ? time : null;

    /// <summary>When the newest log was delivered, where a call after a time may still be on its way; null where it would be there.</summary>
    internal DateTime? MayBeUnderWay(DateTime? sinceUtc, TrailCoverage? coverage)
    {
        var newest = coverage?.NewestDeliveryUtc is { } known && !(known < _delivery) ? known : _delivery;
        return newest is { } delivered && sinceUtc is { } since && delivered - since <= EngineLimits.UsualDelivery
            ? delivered : null;
    }
}
