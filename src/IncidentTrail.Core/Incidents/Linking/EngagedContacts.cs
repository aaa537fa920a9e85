using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Linking;

/// <summary>
/// The incidents that engaged one contact, while pages are looked at in order of time. Whoever looks puts aside those that no longer
/// are what was looked for, so that the next does not meet them again: an incident that was resolved until it may be open again.
/// </summary>
/// <param name="contact">The contact: a person's, an escalation plan or a schedule.</param>
/// <param name="hasPlan">Whether anything was read of whom it pages.</param>
internal sealed class EngagedContacts(ResourceName contact, bool hasPlan)
{
    private readonly HashSet<EngagedContact> _open = [];
    private readonly HashSet<EngagedContact> _deleted = [];
    private readonly HashSet<EngagedContact> _resolved = [];
    private readonly HashSet<EngagedContact> _longResolved = [];
    private readonly HashSet<EngagedContact> _since = [];

    internal ResourceName Contact { get; } = contact;

    internal bool HasPlan { get; } = hasPlan;

    internal void Open(EngagedContact engaged)
    {
        if (!_resolved.Contains(engaged) && !_longResolved.Contains(engaged) && !_deleted.Contains(engaged))
            _open.Add(engaged);
    }

    /// <summary>It was engaged for an incident that was resolved.</summary>
    internal void OpenSince(EngagedContact engaged) => _since.Add(engaged);

    internal void Wake(EngagedContact engaged)
    {
        if (_resolved.Remove(engaged) || _longResolved.Remove(engaged))
            _open.Add(engaged);
    }

    /// <summary>Those whose incident is not resolved.</summary>
    internal IEnumerable<EngagedContact> UnresolvedAt(DateTime timeUtc) =>
        UnresolvedAmong(_open, timeUtc).Concat(UnresolvedAmong(_deleted, timeUtc));

    /// <summary>Those that were engaged after their incident was resolved, and it has not been opened since.</summary>
    internal IEnumerable<EngagedContact> EngagedSinceResolution(DateTime timeUtc)
    {
        foreach (var engaged in _since)
        {
            // One of them that no longer is so will not be again, unless it is engaged anew.
            if (engaged.LastUnderWayAt(timeUtc)?.StartedUtc > engaged.Incident.File.ResolvedSince(timeUtc))
                yield return engaged;
            else
                _since.Remove(engaged);
        }
    }

    /// <summary>Those whose incident is open, with the first engagement that is under way.</summary>
    internal IEnumerable<(EngagedContact Engaged, Engagement First)> OpenAt(DateTime timeUtc)
    {
        foreach (var engaged in UnresolvedAmong(_open, timeUtc))
        {
            if (engaged.Incident.File.DeletedUtc < timeUtc)
            {
                _open.Remove(engaged);
                _deleted.Add(engaged);
            }
            else if (engaged.Incident.File.IsOpenAt(timeUtc))
                yield return (engaged, engaged.UnderWayAt(timeUtc)!);
        }
    }

    /// <summary>
    /// Those whose incident was resolved not long ago; asked after the others, which puts those aside. No call says that an engagement
    /// ended with its incident; whoever accepts a page long after accepts another's.
    /// </summary>
    internal IEnumerable<EngagedContact> ResolvedAt(DateTime timeUtc)
    {
        foreach (var engaged in _resolved)
        {
            if (engaged.UnderWayAt(timeUtc) is null)
                _resolved.Remove(engaged);
            else if (timeUtc - engaged.Incident.File.ResolvedSince(timeUtc) > EngineLimits.PageHorizon)
            {
                _resolved.Remove(engaged);
                _longResolved.Add(engaged);
            }
            else
                yield return engaged;
        }
    }

    private IEnumerable<EngagedContact> UnresolvedAmong(HashSet<EngagedContact> among, DateTime timeUtc)
    {
        foreach (var engaged in among)
        {
            if (engaged.UnderWayAt(timeUtc) is null)
                among.Remove(engaged);
            else if (engaged.Incident.File.IsResolvedBefore(timeUtc))
            {
                among.Remove(engaged);
                _resolved.Add(engaged);
                engaged.Incident.Aside.Add(engaged);
            }
            else
                yield return engaged;
        }
    }
}
