using IncidentTrail.Incidents.Changes;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Results;
using IncidentTrail.Incidents.Steps;
using IncidentTrail.Tallies;

namespace IncidentTrail.Incidents;

/// <summary>
/// What an incident tells in length, written when somebody looks at it: of a thousand incidents nearly all are looked at in a
/// row of a table. It holds the calls of its incident, whose records stand in arrays with some of others', and the changes that were read
/// where some were made in the time before it or while it ran; no other incident's calls.
/// </summary>
internal sealed class IncidentDetail : IIncidentDetail
{
    private readonly IncidentFile _file;
    private readonly FieldChanges _fields;
    private readonly IncidentChanges? _changesBefore;
    private readonly IncidentChanges? _changesDuring;
    private TrailIncident? _owner;
    private NoteAudit? _audit;
    private IncidentSteps? _steps;
    private TrailList<TrailNote>? _notes;
    private TrailList<TrailSummaryRevision>? _summaries;
    private TrailList<TrailCallerSummary>? _callers;

    /// <param name="file">The calls.</param>
    /// <param name="fields">What they set.</param>
    /// <param name="changesBefore">The changes before it; null where there are none.</param>
    /// <param name="changesDuring">The changes while it ran; null where there are none.</param>
    internal IncidentDetail(IncidentFile file, FieldChanges fields, IncidentChanges? changesBefore, IncidentChanges? changesDuring) =>
        (_file, _fields, _changesBefore, _changesDuring) = (file, fields, changesBefore, changesDuring);

    public TrailList<TrailTimelineEntry> Timeline => Steps.Timeline;

    public TrailList<TrailTimelineEntry> Reads => Steps.Reads;

    public TrailList<TrailTimelineEntry> StatusChanges => Steps.StatusChanges;

    public TrailList<TrailTimelineEntry> FailedAttempts => Steps.FailedAttempts;

    public TrailList<string> People => Steps.People;

    public TrailList<string> Services => Steps.Services;

    public TrailList<TrailNote> Notes => LazyInitializer.EnsureInitialized(ref _notes, () => [.. Audit.Notes()]);

    public TrailList<TrailSummaryRevision> Summaries =>
        LazyInitializer.EnsureInitialized(ref _summaries, () => [.. SummaryRevisions.Of(_file, _fields)]);

    public TrailList<TrailCallerSummary> Callers =>
        LazyInitializer.EnsureInitialized(ref _callers, () => [.. CallersOf(_file)]);

    public TrailList<TrailChange> ChangesBefore => _changesBefore?.All ?? [];

    public TrailList<TrailChange> ChangesDuring => _changesDuring?.All ?? [];

    public TrailList<TrailChange> TiedDuring => _changesDuring?.Tied ?? [];

    private IncidentSteps Steps =>
        LazyInitializer.EnsureInitialized(ref _steps, () => new IncidentSteps(_file, _fields, Audit, _owner!));

    private NoteAudit Audit => LazyInitializer.EnsureInitialized(ref _audit, () => new NoteAudit(_file));

    public void BelongTo(TrailIncident owner) => _owner = owner;

    private static IReadOnlyList<TrailCallerSummary> CallersOf(IncidentFile file)
    {
        var tally = new CallerTally();
        foreach (var record in file.Calls.Where(c => c.Candidates == 1).SelectMany(c => c.Call.Records).Where(r => r.OriginalEventId is null))
            tally.Add(record);
        return tally.Summarize();
    }
}
