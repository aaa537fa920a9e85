namespace IncidentTrail.Sql;

/// <summary>Calls that were made alike, counted where they lie: by one caller, with credentials of one kind.</summary>
/// <param name="Caller">Who made them; of the access key the beginning alone.</param>
/// <param name="FirstUtc">When the first was made; null where none has a time.</param>
/// <param name="LastUtc">When the last was made.</param>
internal sealed record CallGroup(TrailCaller Caller, DateTime? FirstUtc, DateTime? LastUtc)
{
    /// <summary>The calls that have no copy in another account, by what was called, with how often.</summary>
    internal required IReadOnlyList<(CountedCall Call, long Times)> Calls { get; init; }

    /// <summary>What was called, copies included.</summary>
    internal IReadOnlyList<string?> Addresses { get; init; } = [];

    internal IReadOnlyList<string?> UserAgents { get; init; } = [];

    internal IReadOnlyList<string?> AccessKeyIds { get; init; } = [];

    internal IReadOnlyList<string?> Regions { get; init; } = [];

    internal IReadOnlyList<string?> AccountIds { get; init; } = [];
}
