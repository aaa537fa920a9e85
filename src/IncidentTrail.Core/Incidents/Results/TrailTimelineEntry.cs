using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Results;

namespace IncidentTrail;

/// <summary>One step of an incident: an API call, in plain words, with the event that it rests on.</summary>
public sealed class TrailTimelineEntry : TrailInput
{
    private TrailList<TrailEvent>? _records;
    private TrailCaller? _caller;

    internal TrailTimelineEntry(IncidentCall call) => Call = call;

    /// <summary>When the call completed, in local time, to the second; null where the record has no readable time.</summary>
    public DateTime? Time => TimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? TimeUtc => Call.TimeUtc;

    /// <summary>What kind of step it was.</summary>
    public TrailStepKind Kind { get; init; }

    /// <summary>The step in plain words.</summary>
    public string Text => Quote.Length == 0 ? $"{Actor} {Phrase}" : $"{Actor} {Phrase}: {Quote}";

    /// <summary>The caller's name.</summary>
    public string CallerName => Caller.Name;

    /// <summary>Who called, by the record.</summary>
    public TrailCaller Caller => _caller ??= Call.Caller;

    /// <summary>Whether the record itself ties the call to the incident.</summary>
    public TrailLink Link { get; init; }

    /// <summary>What ties the call to the incident.</summary>
    public required string LinkBasis { get; init; }

    /// <summary>How many incidents the call fits equally well; 1 where it is this one's alone.</summary>
    public int Candidates { get; init; } = 1;

    /// <summary>True where another step carries the same second: the order of the two is not known. Successful reads are not counted.</summary>
    public bool SameSecond { get; internal set; }

    /// <summary>True where the call failed, and so changed nothing.</summary>
    public bool Failed { get; init; }

    /// <summary>True for a read that was made; one that failed is a step as others are.</summary>
    internal bool IsRead => Kind == TrailStepKind.Read && !Failed;

    /// <summary>True where the call repeats one with the same client token, and so changed nothing.</summary>
    public bool IsRetry { get; init; }

    /// <summary>True where a chat channel's role called: the person who typed the command is not in the trail.</summary>
    public bool ByChatChannel { get; init; }

    /// <summary>The contact that a page, engagement or disengagement was for: the alias in its ARN; else null.</summary>
    public string? PagedContact { get; init; }

    /// <summary>What AcceptPage says of checking the code (<c>acceptCodeValidation</c>); IGNORE means it was not checked.</summary>
    public string? AcceptCodeValidation { get; init; }

    /// <summary>The fields of the incident record that the call set.</summary>
    public TrailList<TrailFieldChange> Fields { get; init; } = [];

    /// <summary>Where a change before the incident or while it ran touches it; null for the incident's own steps.</summary>
    public TrailChangeScope? Scope { get; init; }

    /// <summary>What a reader must know beside the text; null where there is nothing.</summary>
    public string? Remark { get; internal set; }

    /// <summary>The incident the step belongs to.</summary>
    public string IncidentRecordArn { get; internal set; } = string.Empty;

    /// <summary>The event that says so. Where accounts share the call, the caller's own copy.</summary>
    public TrailEvent Event => Call.Event;

    /// <summary>Every record of the call: copies in other accounts, and addenda.</summary>
    public TrailList<TrailEvent> Records => LazyInitializer.EnsureInitialized(ref _records, () => [.. Call.Records]);

    /// <summary>The call, whose event is made when somebody asks for it.</summary>
    internal IncidentCall Call { get; }

    /// <summary>Who, as <see cref="Text"/> names them.</summary>
    internal string Actor { get; init; } = string.Empty;

    /// <summary>What they did, without text that people wrote.</summary>
    internal string Phrase { get; init; } = string.Empty;

    /// <summary>Text that people wrote: a title, a reason, a note.</summary>
    internal string Quote { get; init; } = string.Empty;

    /// <summary>The incident, for the report.</summary>
    internal TrailIncident? Owner { get; init; }

    /// <summary>The same step in a timeline in which another has its second.</summary>
    internal TrailTimelineEntry InSharedSecond()
    {
        var step = (TrailTimelineEntry)MemberwiseClone();
        step.SameSecond = true;
        return step;
    }

    /// <summary>Local time with its offset, as the properties beside it, and the text.</summary>
    public override string ToString() => TextForDisplay.Plain($"{LocalTime.Of(TimeUtc)} {Text}");
}
