namespace IncidentTrail;

/// <summary>Which incidents are wanted, and how they are rebuilt.</summary>
public sealed class TrailIncidentQuery
{
    /// <summary>How far back changes are looked for where nothing else is said.</summary>
    public static readonly TimeSpan DefaultLookBack = TimeSpan.FromDays(7);

    /// <summary>Incident records: ARNs or ids, wildcards allowed; empty for all.</summary>
    public IReadOnlyList<string> IncidentRecordArn { get; init; } = [];

    /// <summary>Response plans: names or ARNs, wildcards allowed; empty for all.</summary>
    public IReadOnlyList<string> ResponsePlan { get; init; } = [];

    /// <summary>Statuses, such as <c>OPEN</c>, wildcards allowed; empty for all, those of an unknown one too.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];

    /// <summary>Titles, wildcards allowed; empty for all.</summary>
    public IReadOnlyList<string> Title { get; init; } = [];

    /// <summary>Chooses the incidents of which at least one event passes; null for all.</summary>
    public TrailQuery? Filter { get; init; }

    /// <summary>From when on the window left out what can be on record; null where it left out nothing.</summary>
    internal DateTime? LeftOutFromUtc => Filter?.EndTimeUtc is { } end && end < DateTime.UtcNow ? end : null;

    /// <summary>How far before an incident changes are looked for; null for seven days of what is read anyway.</summary>
    public TimeSpan? LookBack { get; init; }

    /// <summary>Whether acknowledgements that fit several incidents feed durations.</summary>
    public bool IncludeInferred { get; init; }
}
