using IncidentTrail.Incidents.Results;

namespace IncidentTrail;

/// <summary>
/// One incident record, rebuilt from the API calls that name it. Null means: not in what was read. Times are those at
/// which calls completed, to the second.
/// </summary>
public sealed class TrailIncident : TrailInput
{
    private const string ArnKind = ":incident-record/";

    internal TrailIncident(IIncidentDetail detail)
    {
        Detail = detail;
        detail.BelongTo(this);
    }

    /// <summary>The incident record's ARN; the id as given where no record that was read has the ARN.</summary>
    public required string IncidentRecordArn { get; init; }

    /// <summary>The response plan's name, from the ARN.</summary>
    public string? ResponsePlan { get; init; }

    /// <summary>The account in the ARN.</summary>
    public string? AccountId { get; init; }

    /// <summary>The accounts whose records tell of it.</summary>
    public TrailList<string> AccountIds { get; init; } = [];

    /// <summary>The Regions its calls were made to.</summary>
    public TrailList<string> Regions { get; init; } = [];

    /// <summary>What it was rebuilt from.</summary>
    public TrailIncidentBasis Basis { get; init; }

    /// <summary>The title as last set by a call; null where none set it (the plan's), several did in one second, or a later update does not say what it set.</summary>
    public string? Title { get; init; }

    /// <summary>The impact as last set by a call, 1 (critical) to 5 (none); null where none set it (the plan's), several did in one second, or a later update does not say what it set.</summary>
    public int? Impact { get; init; }

    /// <summary>OPEN or RESOLVED, as of <see cref="StatusAsOf"/>; null where no call read says, and where the record masks it.</summary>
    public string? Status { get; init; }

    /// <summary>The time of the newest event read for the account and Region that last told the status, else of the last call, in local time.</summary>
    public DateTime? StatusAsOf => StatusAsOfUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? StatusAsOfUtc { get; init; }

    /// <summary>How it began, in words; <c>before what was read</c> where its StartIncident is not in what was read.</summary>
    public required string Began { get; init; }

    /// <summary>What started it.</summary>
    public TrailIncidentOrigin Origin { get; init; }

    /// <summary>The caller of the first StartIncident; null where it is not in what was read, or several did so in one second.</summary>
    public string? StartedBy { get; init; }

    /// <summary>When the first StartIncident completed, in local time.</summary>
    public DateTime? StartTime => StartTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC; null where it is not in what was read.</summary>
    public DateTime? StartTimeUtc { get; init; }

    /// <summary>When the first StartIncident says that the fault was detected, in local time. [triggerDetails.timestamp]</summary>
    public DateTime? DetectionTime => DetectionTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC; null where the call does not say, or not readably.</summary>
    public DateTime? DetectionTimeUtc { get; init; }

    /// <summary>The ARN of what detected the fault. [triggerDetails.triggerArn]</summary>
    public string? TriggerArn { get; init; }

    /// <summary>Successful StartIncident calls that returned this record, retries not counted.</summary>
    public int StartCount { get; init; }

    /// <summary>When a contact was first engaged, in UTC; null where no StartEngagement for it is in what was read.</summary>
    public DateTime? FirstEngagedUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? FirstEngaged => FirstEngagedUtc?.ToLocalTime();

    /// <summary>When a page was first acknowledged, in UTC; the link is always inferred, see <see cref="AcknowledgedBasis"/>.</summary>
    public DateTime? FirstAcknowledgedUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? FirstAcknowledged => FirstAcknowledgedUtc?.ToLocalTime();

    /// <summary>The caller who acknowledged first; null where nobody did, or several did in one second.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>The contact whose page that was: the alias in the page's ARN. Not always the caller.</summary>
    public string? PagedContact { get; init; }

    /// <summary>What ties the acknowledgement to this incident, or why there is none.</summary>
    public required string AcknowledgedBasis { get; init; }

    /// <summary>When it was first resolved, in UTC.</summary>
    public DateTime? FirstResolvedUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? FirstResolved => FirstResolvedUtc?.ToLocalTime();

    /// <summary>When it was last resolved, in UTC; a status that was set again does not count. Null too where that depends on the order within a second.</summary>
    public DateTime? LastResolvedUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? LastResolved => LastResolvedUtc?.ToLocalTime();

    /// <summary>The caller who resolved it last; null where nobody did, or several did in one second.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>How often it was opened again after a resolution, at least: the order within a second is not known.</summary>
    public int ReopenCount { get; init; }

    /// <summary>When the record was deleted, in UTC.</summary>
    public DateTime? DeletedUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? Deleted => DeletedUtc?.ToLocalTime();

    /// <summary>From the start to the first engagement.</summary>
    public required TrailDuration TimeToEngage { get; init; }

    /// <summary><see cref="TimeToEngage"/> in seconds, a plain number; null where there is none.</summary>
    public long? TimeToEngageSeconds => TimeToEngage.Seconds;

    /// <summary>From the start to the first acknowledgement.</summary>
    public required TrailDuration TimeToAcknowledge { get; init; }

    /// <summary><see cref="TimeToAcknowledge"/> in seconds, a plain number; null where there is none.</summary>
    public long? TimeToAcknowledgeSeconds => TimeToAcknowledge.Seconds;

    /// <summary>From the start to the first resolution.</summary>
    public required TrailDuration TimeToFirstResolve { get; init; }

    /// <summary><see cref="TimeToFirstResolve"/> in seconds, a plain number; null where there is none.</summary>
    public long? TimeToFirstResolveSeconds => TimeToFirstResolve.Seconds;

    /// <summary>From the start to the last resolution, where it is resolved.</summary>
    public required TrailDuration TimeToResolve { get; init; }

    /// <summary><see cref="TimeToResolve"/> in seconds, a plain number; null where there is none.</summary>
    public long? TimeToResolveSeconds => TimeToResolve.Seconds;

    /// <summary>Every call that set the status, in order of time.</summary>
    public TrailList<TrailTimelineEntry> StatusChanges => Detail.StatusChanges;

    /// <summary>
    /// Whose calls changed it or tried to: users, people of Identity Center, and sessions of roles that nothing shows to be a program's.
    /// </summary>
    public TrailList<string> People => Detail.People;

    /// <summary>The AWS services that acted on it for themselves, and programs with a role's credentials: an event rule's role, a Lambda function's.</summary>
    public TrailList<string> Services => Detail.Services;

    /// <summary>Everybody whose calls belong to it, reads included, with the credentials used; calls that fit other incidents as well left out.</summary>
    public TrailList<TrailCallerSummary> Callers => Detail.Callers;

    /// <summary>Calls that belong to it; copies, addenda and duplicates of one call count once.</summary>
    public int EventCount { get; init; }

    /// <summary>Successful calls that changed something, retries not counted.</summary>
    public int ChangeCount { get; init; }

    /// <summary>Successful calls that only read.</summary>
    public int ReadCount { get; init; }

    /// <summary>Calls that failed.</summary>
    public int FailureCount { get; init; }

    /// <summary>Calls that repeated one with the same client token.</summary>
    public int RetryCount { get; init; }

    /// <summary>The calls that failed.</summary>
    public TrailList<TrailTimelineEntry> FailedAttempts => Detail.FailedAttempts;

    /// <summary>The notes, by when they were added.</summary>
    public TrailList<TrailNote> Notes => Detail.Notes;

    /// <summary>What the summary was, and what each writing overwrote.</summary>
    public TrailList<TrailSummaryRevision> Summaries => Detail.Summaries;

    /// <summary>Changes in the time before it: to the trail, then to its plan and contacts, then the rest.</summary>
    public TrailList<TrailChange> ChangesBefore => Detail.ChangesBefore;

    /// <summary>
    /// Changes after its start until it was last resolved or its record deleted, else until the last event read, in the same order. What was done
    /// to the incident itself is in <see cref="Timeline"/>.
    /// </summary>
    public TrailList<TrailChange> ChangesDuring => Detail.ChangesDuring;

    internal IEnumerable<TrailChange> Changes => ChangesBefore.Concat(ChangesDuring);

    /// <summary>How far back changes were looked for.</summary>
    public TimeSpan LookBack { get; init; }

    /// <summary>The time of the earliest event read, in UTC: nothing is known of what was before it.</summary>
    public DateTime? ReadFromUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? ReadFrom => ReadFromUtc?.ToLocalTime();

    /// <summary>Its steps in order of time, reads left out.</summary>
    public TrailList<TrailTimelineEntry> Timeline => Detail.Timeline;

    /// <summary>What a reader must know beside the values above, a sentence each.</summary>
    public TrailList<string> Remarks { get; init; } = [];

    /// <summary>The same, told apart from what people wrote.</summary>
    internal IReadOnlyList<IncidentRemark> RemarksInParts { get; init; } = [];

    /// <summary>What was read, and what could not be.</summary>
    public TrailCoverage? Coverage { get; init; }

    private IIncidentDetail Detail { get; }

    /// <summary>
    /// Its steps in order of time, with the changes while it ran that touched a trail or what the incident rests on, and with what else is asked for.
    /// </summary>
    /// <param name="reads">With the calls that only read it.</param>
    /// <param name="changes">With the changes before it, and with all others while it ran.</param>
    public TrailList<TrailTimelineEntry> GetTimeline(bool reads, bool changes)
    {
        var others = (changes ? Changes : Detail.TiedDuring).Select(c => c.AsStep(this)).ToList();
        return StepOrder.Of(reads ? Timeline.Concat(Reads) : Timeline, others);
    }

    private string Name => IncidentRecordArn.IndexOf(ArnKind, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        ? IncidentRecordArn[(at + ArnKind.Length)..] : IncidentRecordArn;

    internal TrailList<TrailTimelineEntry> Reads => Detail.Reads;

    internal bool IsStatusUncertain { get; init; }

    /// <summary>The status, or why there is none.</summary>
    internal string StatusWords => Status ?? (IsStatusUncertain ? "not certain" : TrailNote.NotInWhatWasRead);

    /// <summary>Why there is no <see cref="Impact"/>.</summary>
    internal string ImpactUnknown { get; init; } = string.Empty;

    /// <summary>True where a look-back was asked for: other services' changes were read, and belong to the timeline.</summary>
    public bool HasLookBack { get; init; }

    /// <summary>Plan and id, status and title: incidents of one plan are told apart.</summary>
    public override string ToString() =>
        TextForDisplay.Plain($"{Name} {Status ?? "status " + StatusWords} {Title}".TrimEnd());
}
