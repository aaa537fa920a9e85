using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Results;

namespace IncidentTrail;

/// <summary>A change that was made before an incident or while it ran. Nothing says that it caused anything.</summary>
public sealed class TrailChange
{
    private TrailList<TrailEvent>? _records;

    internal TrailChange(IncidentCall call) => Call = call;

    /// <summary>When the call completed, in local time.</summary>
    public DateTime? Time => TimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? TimeUtc => Call.TimeUtc;

    /// <summary>What it touched.</summary>
    public TrailChangeScope Scope { get; init; }

    /// <summary>The change in plain words.</summary>
    public string Text => $"{Actor} {Phrase}";

    /// <summary>Who made it.</summary>
    public string CallerName => Event.CallerName;

    /// <summary>Why it is listed under its <see cref="Scope"/>.</summary>
    public required string Basis { get; init; }

    /// <summary>Whether the record itself ties the change to the incident's plan, contacts or trigger.</summary>
    public TrailLink Link { get; init; }

    /// <summary>How long before the incident's start (or its first event read), in whole seconds; null for a change after it.</summary>
    public long? SecondsBefore { get; init; }

    /// <summary>How long after the incident's start (or its first event read), in whole seconds; null for a change before it.</summary>
    public long? SecondsAfter { get; init; }

    /// <summary>The event that says so.</summary>
    public TrailEvent Event => Call.Event;

    /// <summary>Every record of the call: copies in other accounts, and addenda.</summary>
    public TrailList<TrailEvent> Records => LazyInitializer.EnsureInitialized(ref _records, () => [.. Call.Records]);

    /// <summary>The call, whose event is made when somebody asks for it.</summary>
    internal IncidentCall Call { get; }

    internal string Actor { get; init; } = string.Empty;

    internal string Phrase { get; init; } = string.Empty;

    private bool IsBefore => SecondsBefore is not null;

    /// <summary>The change as a step of the incident's timeline.</summary>
    internal TrailTimelineEntry AsStep(TrailIncident incident) => new(Call)
    {
        Kind = IsBefore ? TrailStepKind.ChangeBefore : TrailStepKind.ChangeDuring,
        Actor = Actor,
        Phrase = Phrase,
        Link = Link,
        LinkBasis = Basis,
        Scope = Scope,
        ByChatChannel = Incidents.Calls.Actor.IsChatChannel(Event.Caller, Call.View),
        Remark = IsBefore ? "a change before the incident, not said to be its cause" : "a change while the incident ran; the call does not name it",
        IncidentRecordArn = incident.IncidentRecordArn,
        Owner = incident,
    };

    /// <summary>Local time with its offset, as the properties beside it, and the text.</summary>
    public override string ToString() => TextForDisplay.Plain($"{LocalTime.Of(TimeUtc)} {Text}");
}
