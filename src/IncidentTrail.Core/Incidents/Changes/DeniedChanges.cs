using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Results;

namespace IncidentTrail.Incidents.Changes;

/// <summary>
/// Calls that were denied and would have changed who is paged. They changed nothing, so they are no changes of an incident; but
/// whoever asks who silenced a pager wants to know of an attempt.
/// </summary>
internal sealed class DeniedChanges
{
    private readonly Dictionary<string, List<IncidentCall>> _ofAccount = new(StringComparer.Ordinal);

    /// <summary>Takes the next call in order of time, where it is one.</summary>
    internal void Add(IncidentCall call)
    {
        if (call is not { TimeUtc: not null, AccountId: { } account, Action.Category: TrailCategory.OnCall or TrailCategory.Plan, ErrorCode: { } error } || !IsDenial(error))
            return;
        if (!_ofAccount.TryGetValue(account, out var calls))
            _ofAccount.Add(account, calls = []);
        calls.Add(call);
    }

    /// <summary>That there were some before an incident or while it ran. It names nobody: a report may have to hide who it was.</summary>
    /// <param name="file">The incident, of whose account they are.</param>
    /// <param name="lookBack">How long before it they count.</param>
    /// <param name="endUtc">When it ended; null where it did not, as far as was read.</param>
    internal IEnumerable<IncidentRemark> Remarks(IncidentFile file, TimeSpan lookBack, DateTime? endUtc)
    {
        if ((file.StartUtc ?? file.FirstUtc) is not { } start || file.AccountId is not { } account || !_ofAccount.TryGetValue(account, out var of))
            yield break;
        var first = TimeOrder.CountUntil(of.Count, i => start - of[i].TimeUtc > lookBack);
        var count = TimeOrder.CountUntil(of.Count, i => !(of[i].TimeUtc > endUtc)) - first;
        if (count <= 0)
            yield break;
        var (calls, they, them) = count == 1 ? ("call", "It changed nothing and is", "it") : ("calls", "They changed nothing and are", "them");
        yield return new(FormattableString.Invariant($"{count} denied {calls} before it or while it ran would have changed contacts, rotations or response plans of its account, ")
            + $"{(count == 1 ? null : "the first ")}{of[first].Kind.Name} at {DurationWriter.Utc(of[first].TimeUtc!.Value)}. {they} not among the changes; Get-IncidentTrailEvent -Failed shows {them}.");
    }

    // Services spell it differently.
    private static bool IsDenial(string error) =>
        error.Contains("AccessDenied", StringComparison.OrdinalIgnoreCase) || error.Contains("Unauthorized", StringComparison.OrdinalIgnoreCase);
}
