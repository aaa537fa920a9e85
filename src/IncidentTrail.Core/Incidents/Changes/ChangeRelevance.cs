using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Changes;

/// <summary>What a change has to do with an incident: the trail itself, its plan and contacts, or nothing that a record tells.</summary>
internal sealed class ChangeRelevance
{
    /// <summary>The service that records: a change of it may leave out what follows.</summary>
    internal const string TrailService = "cloudtrail";

    /// <summary>The service of buckets: one that nothing ties to a trail is none of an incident's.</summary>
    internal const string BucketService = "s3";

    private readonly IncidentFile _file;
    private readonly HashSet<string?> _accounts;
    private readonly IncidentTies _ties;

    internal ChangeRelevance(IncidentFile file, ContactPlans plans, ChangeHistory history, DateTime startUtc, DateTime untilUtc)
    {
        _file = file;
        _accounts = [file.AccountId, .. file.Calls.Select(c => c.Call.AccountId)];
        _ties = new IncidentTies(file, plans, history, startUtc, untilUtc);
    }

    /// <summary>
    /// All that may be more than another change of that time, in order of time, found without a look at the rest: an incident that is open may be
    /// followed by as many changes as were read.
    /// </summary>
    internal IEnumerable<EarlierChange> Candidates(ChangeHistory history) =>
        history.Trails.Concat(history.ReplicationSets).Concat(_ties.All.Things.SelectMany(history.About)).DistinctBy(c => c.Place).OrderBy(c => c.Place);

    /// <summary>Null for a change that is none of this incident's accounts, and of nothing that could be mistaken for its things.</summary>
    internal (TrailChangeScope Scope, TrailLink Link, string Basis)? Of(EarlierChange change)
    {
        var call = change.Call;
        if (call.Service == TrailService)
        {
            var elsewhere = _accounts.Contains(call.AccountId) ? null : $" of account {call.AccountId}, which is none of this incident's,";
            return (TrailChangeScope.Trail, TrailLink.Inferred, $"a trail{elsewhere} was changed; whether it is one that was read, the record does not tell");
        }
        if (IncidentTies.IsOwnReplicationSet(call, _file))
            return (TrailChangeScope.Incident, TrailLink.Certain, "the replication set that all incidents of the account are in");
        if (_ties.All.Find(change.Things) is var (tie, named, sameness))
        {
            return sameness switch
            {
                Sameness.Same => (tie.Scope, tie.Link, BasisOf(call, tie)),
                Sameness.Unknown => (tie.Scope, TrailLink.Inferred, $"{BasisOf(call, tie)}, by its name; that it is this one's account and Region, no record tells"),
                _ => (TrailChangeScope.Other, TrailLink.Inferred, $"{named.Name} {named.DifferenceFrom(tie.Thing)}: another than {tie.What}"),
            };
        }
        if (call.Service == BucketService || !_accounts.Contains(call.AccountId))
            return null;
        // Roles change all day; one that nothing ties to incidents is none of the roles involved.
        if (call.Service == "iam")
            return NamesIncidents(call) ? (TrailChangeScope.Other, TrailLink.Inferred, "a role or policy whose name speaks of incidents; nothing ties it to this one") : null;
        var account = call.AccountId == _file.AccountId || _file.AccountId is null ? "the same account" : $"account {call.AccountId}, which called in this incident";
        return (TrailChangeScope.Other, TrailLink.Inferred, $"{account}; nothing in what was read ties it to this incident");
    }

    private static string BasisOf(IncidentCall call, IncidentTie tie) =>
        tie.Thing.Kind == ResourceKind.ResponsePlan && (call.Service == "ram" || call.Action?.ResourceKind == "resource-policy")
            ? $"the sharing of {tie.Basis}" : tie.Basis;

    private static bool NamesIncidents(IncidentCall call) =>
        call.Asked("roleName")?.Contains("incident", StringComparison.OrdinalIgnoreCase) == true
        || call.Asked("policyArn")?.Contains("incident", StringComparison.OrdinalIgnoreCase) == true;
}
