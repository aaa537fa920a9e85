using IncidentTrail.Incidents.Files;
using IncidentTrail.Tallies;

namespace IncidentTrail.Incidents.Steps;

/// <summary>
/// The first acknowledgement of an incident. One that the alias or a plan ties to it goes before one that only the time
/// does; one that fits other incidents as well counts only where that is asked for.
/// </summary>
internal sealed class Acknowledgements
{
    private readonly List<LinkedCall> _reads;

    internal Acknowledgements(IncidentFile file, bool includeInferred)
    {
        List<LinkedCall> pages = file.HasPages ? file.Calls.FindAll(c => c.Call.Kind.IsPage) : [];
        _reads = pages.FindAll(c => c.Call.Counts && c.Call.TimeUtc is not null
            && string.Equals(c.Call.Asked("acceptType"), "READ", StringComparison.OrdinalIgnoreCase));
        var pool = _reads.FindAll(c => c.Candidates == 1 || includeInferred);
        var surest = pool.FindIndex(c => c.Grade != LinkGrade.Time);
        First = pool.Count == 0 ? null : pool[Math.Max(surest, 0)];
        List<LinkedCall> tied = First is not { } earliest ? []
            : pool.FindAll(c => c.Call.TimeUtc == earliest.Call.TimeUtc && (c.Grade == LinkGrade.Time) == (earliest.Grade == LinkGrade.Time));
        var names = new DistinctTexts();
        foreach (var one in tied)
            names.Add(one.Call.Caller.Name);
        By = names.Sorted();
        Paged = tied.Count > 0 && tied.Select(c => StepWriter.Paged(c.Call)).Distinct().ToList() is [var contact] ? contact : null;
        Basis = First is { } first ? first.Basis + (first.Candidates > 1 ? $"; it fits {first.Candidates} equally well" : null)
            : _reads.Count > 0 ? "not certain: every AcceptPage that fits this incident fits another equally well; -IncludeInferred counts them"
            : pages.Count > 0 ? "no successful AcceptPage with acceptType READ in what was read that fits this incident; replies by SMS or voice may leave none"
            : "no AcceptPage in what was read that fits this incident; replies by SMS or voice may leave none";
    }

    /// <summary>The first one that counts; null where there is none.</summary>
    internal LinkedCall? First { get; }

    /// <summary>Who may have acknowledged first: several where several did in one second.</summary>
    internal TrailList<string> By { get; }

    /// <summary>Whose page that was; null where no record tells, or several in that second tell of several.</summary>
    internal string? Paged { get; }

    internal string Basis { get; }

    /// <summary>True where no AcceptPage with READ fits the incident at all.</summary>
    internal bool HasNone => _reads.Count == 0;

    /// <summary>Earlier ones that were not counted as the first, since they fit less well.</summary>
    internal IEnumerable<LinkedCall> PassedOver => HasNone ? [] : _reads.TakeWhile(c => c != First);
}
