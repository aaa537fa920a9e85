using IncidentTrail.Incidents.Files;

namespace IncidentTrail.Incidents.Linking;

/// <summary>A contact that an incident engaged, while pages are looked at in order of time.</summary>
internal sealed class EngagedContact(PagedIncident incident, EngagedContacts among)
{
    private readonly Queue<Engagement> _engagements = new();
    private readonly Stack<Engagement> _latest = new();

    internal PagedIncident Incident { get; } = incident;

    /// <summary>All incidents that engaged that contact.</summary>
    internal EngagedContacts Among { get; } = among;

    /// <summary>Takes the next engagement of it, in order of time.</summary>
    internal void Engage(Engagement engagement)
    {
        _engagements.Enqueue(engagement);
        _latest.Push(engagement);
        Among.Open(this);
        if (engagement.StartedUtc is { } started && Incident.File.IsResolvedBefore(started))
            Among.OpenSince(this);
    }

    /// <summary>The first engagement of it that is under way; null where none is. One that is over stays so.</summary>
    internal Engagement? UnderWayAt(DateTime timeUtc)
    {
        while (_engagements.TryPeek(out var first))
        {
            if (first.IsUnderWayAt(timeUtc))
                return first;
            _engagements.Dequeue();
        }
        return null;
    }

    /// <summary>The last engagement of it that is under way; null where none is.</summary>
    internal Engagement? LastUnderWayAt(DateTime timeUtc)
    {
        while (_latest.TryPeek(out var last))
        {
            if (last.IsUnderWayAt(timeUtc))
                return last;
            _latest.Pop();
        }
        return null;
    }

    /// <summary>Its incident may have been reopened.</summary>
    internal void Wake() => Among.Wake(this);
}
