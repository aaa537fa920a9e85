using IncidentTrail.Tallies;

namespace IncidentTrail.Incidents;

/// <summary>
/// What an incident tells in length, written when somebody looks at it: of a thousand incidents nearly all are looked at in a
/// row of a table. It holds the calls of its incident, whose records stand in arrays with some of others', and the changes that were read
/// where some were made in the time before it; no other incident's calls.
/// </summary>
internal sealed class IncidentDetail
{
    private readonly Lazy<IncidentSteps> _steps;
    private readonly Lazy<TrailList<TrailNote>> _notes;
    private readonly Lazy<TrailList<TrailSummaryRevision>> _summaries;
    private readonly Lazy<TrailList<TrailCallerSummary>> _callers;
    private readonly Lazy<TrailList<TrailChange>> _changesBefore;
    private TrailIncident? _owner;

    internal IncidentDetail(IncidentFile file, FieldChanges fields, Lazy<TrailList<TrailChange>> changesBefore)
    {
        _changesBefore = changesBefore;
        var audit = new Lazy<NoteAudit>(() => new NoteAudit(file));
        _steps = new(() => new IncidentSteps(file, fields, audit.Value, _owner!));
        _notes = new(() => [.. audit.Value.Notes()]);
        _summaries = new(() => [.. SummaryRevisions.Of(file, fields)]);
        _callers = new(() => [.. CallersOf(file)]);
    }

    internal IncidentSteps Steps => _steps.Value;

    internal TrailList<TrailNote> Notes => _notes.Value;

    internal TrailList<TrailSummaryRevision> Summaries => _summaries.Value;

    internal TrailList<TrailCallerSummary> Callers => _callers.Value;

    internal TrailList<TrailChange> ChangesBefore => _changesBefore.Value;

    /// <summary>Says whose it is; the incident does when it is made.</summary>
    internal void BelongTo(TrailIncident owner) => _owner = owner;

    private static IReadOnlyList<TrailCallerSummary> CallersOf(IncidentFile file)
    {
        var tally = new CallerTally();
        foreach (var record in file.Calls.Where(c => c.Candidates == 1).SelectMany(c => c.Call.Records).Where(r => r.OriginalEventId is null))
            tally.Add(record);
        return tally.Summarize();
    }
}
