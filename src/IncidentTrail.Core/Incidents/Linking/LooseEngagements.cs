using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Linking;

/// <summary>The engagements that are of no incident, while pages are looked at in order of time.</summary>
internal sealed class LooseEngagements
{
    private readonly NameIndex<Queue<Engagement>> _named = new();
    private readonly List<(ResourceName Contact, Queue<Engagement> Engagements)> _withPlans = [];

    internal LooseEngagements(IEnumerable<Engagement> engagements, ContactPlans plans)
    {
        foreach (var of in engagements.Where(e => e is { Incident: null, Contact: not null, StartedUtc: not null }).GroupBy(e => e.Contact!))
        {
            var queue = new Queue<Engagement>(of);
            _named.Add(of.Key, queue);
            if (plans.IsKnown(of.Key))
                _withPlans.Add((of.Key, queue));
        }
    }

    /// <summary>Whether one of a contact is under way; the next time asked for may be no earlier.</summary>
    internal bool IsUnderWay(ResourceName contact, DateTime timeUtc) =>
        _named.Find(contact).SelectMany(f => f.Found).Any(engagements => IsUnderWay(engagements, timeUtc));

    /// <summary>The contacts that page others, and of which one is under way.</summary>
    internal IEnumerable<ResourceName> WithPlansUnderWay(DateTime timeUtc) =>
        _withPlans.Where(c => IsUnderWay(c.Engagements, timeUtc)).Select(c => c.Contact);

    // In order of when they began; those that are over stay so.
    private static bool IsUnderWay(Queue<Engagement> engagements, DateTime timeUtc)
    {
        while (engagements.TryPeek(out var first) && first.StartedUtc <= timeUtc)
        {
            if (first.IsUnderWayAt(timeUtc))
                return true;
            engagements.Dequeue();
        }
        return false;
    }
}
