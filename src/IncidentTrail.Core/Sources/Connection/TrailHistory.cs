using IncidentTrail.Sources.History;

namespace IncidentTrail;

/// <summary>Whose Event history is meant: one sweep for each profile, and each role taken from it.</summary>
public sealed class TrailHistory
{
    /// <summary>Profiles; empty for the connection's own credentials.</summary>
    public IReadOnlyList<string> ProfileNames { get; init; } = [];

    /// <summary>Roles to take; empty for the connection's own, if it has one.</summary>
    public IReadOnlyList<string> RoleArns { get; init; } = [];

    /// <summary>What it completes, where another source is read before it; null where it is read for itself.</summary>
    internal HistoryFill? Fill { get; init; }

    /// <summary>Up to when it was read before; null where that is not kept.</summary>
    internal HistoryMarks? Marks { get; init; }
}
