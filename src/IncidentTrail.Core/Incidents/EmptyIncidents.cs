using IncidentTrail.Filtering;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Results;
using IncidentTrail.Patterns;
using IncidentTrail.Texts;

namespace IncidentTrail.Incidents;

/// <summary>Says why no incident, or not each that was asked for, comes of what was read, where that is not plain: it would look like a quiet day.</summary>
internal static class EmptyIncidents
{
    private static readonly string[] s_statuses = ["OPEN", "RESOLVED"];

    /// <summary>The warning; null where nothing is odd.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="calls">All calls that were read.</param>
    /// <param name="all">The incidents that were read.</param>
    /// <param name="named">Those of them whose plan and ARN were asked for.</param>
    internal static TrailNotice? Of(
        TrailIncidentQuery query, IReadOnlyList<IncidentCall> calls, IReadOnlyList<IncidentFile> all, IReadOnlyList<IncidentFile> named)
    {
        if (all.Count == 0)
        {
            return OfStarts([.. calls.Where(call => call is { Service: "ssm-incidents", Name: "StartIncident" })])
                ?? (query.Filter is { } filter ? UnmatchedCalls.OfValues(filter) : null);
        }
        if (named.Count > 0)
            return query.Filter is { } asked ? UnmatchedCalls.Of(asked, calls, named) : null;
        var plans = all.Select(file => file.Parts?.Name).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return query.ResponsePlan.Any(Unmatched.IsLiteral) && plans.Count > 0
                ? TrailNotice.Warning($"No incident of -ResponsePlan {string.Join(", ", query.ResponsePlan)} was read; the incidents read are of {ShownNames.Of(plans)}.")
            : query.IncidentRecordArn.Any(Unmatched.IsLiteral)
                ? TrailNotice.Warning($"No incident that was read is the one of -IncidentRecordArn; those read are {ShownNames.Of([.. all.Select(file => file.Arn)])}. A part of an ARN is *PART*.")
            : null;
    }

    /// <summary>The same where all that were rebuilt have another status or title.</summary>
    internal static TrailNotice? Of(TrailIncidentQuery query, IReadOnlyList<TrailIncident> written)
    {
        if (UnknownStatus(query) is { } unknown)
            return unknown;
        var titles = written.Select(incident => incident.Title).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return query.Title.Any(Unmatched.IsLiteral) && titles.Count > 0
            ? TrailNotice.Warning($"No incident that was read is titled {string.Join(", ", query.Title)}; those read are {ShownNames.Of(titles)}. A part of a title is *PART*.")
            : null;
    }

    /// <summary>
    /// Beside incidents that were chosen: a plan, status or value of another filter among several that none can have; null where nothing is odd.
    /// </summary>
    internal static TrailNotice? Beside(TrailIncidentQuery query, IReadOnlyList<IncidentCall> calls, IReadOnlyList<IncidentFile> all)
    {
        var plans = all.Select(file => file.Parts?.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var plan in query.ResponsePlan.Where(Unmatched.IsLiteral).Except(plans, StringComparer.OrdinalIgnoreCase))
        {
            // One that is not like any is a quiet one, and so may be db-1 beside db-2: what was asked for was meant.
            if (Spelling.Nearest(plan, plans.Except(query.ResponsePlan, StringComparer.OrdinalIgnoreCase)) is { } near)
                return TrailNotice.Warning($"No incident of -ResponsePlan {plan} was read; of {near} there is one, if that was meant.");
        }
        return UnknownStatus(query) ?? (query.Filter is { } asked ? UnmatchedCalls.Beside(asked, calls, all) : null);
    }

    // That nothing is OPEN is an answer.
    private static TrailNotice? UnknownStatus(TrailIncidentQuery query) =>
        query.Status.FirstOrDefault(status => Unmatched.IsLiteral(status) && !s_statuses.Contains(status, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? TrailNotice.Warning($"No incident has -Status {unknown}: a status is {string.Join(" or ", s_statuses)}.")
            : null;

    private static TrailNotice? OfStarts(IReadOnlyList<IncidentCall> starts)
    {
        if (starts.Count == 0)
            return null;
        var failed = starts.Count(start => start.Failed);
        var reasons = new List<string>();
        if (failed > 0)
            reasons.Add(FormattableString.Invariant($"{failed} failed"));
        if (starts.Count > failed)
            reasons.Add(FormattableString.Invariant($"{starts.Count - failed} without a response that names it"));
        return TrailNotice.Warning(FormattableString.Invariant(
            $"No incident can be rebuilt: of {starts.Count} {Counted.Noun(starts.Count, "call")} to start one, {string.Join(" and ", reasons)}. Get-IncidentTrailEvent -EventName StartIncident shows them."));
    }
}
