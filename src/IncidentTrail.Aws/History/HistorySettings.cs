using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.History;

/// <summary>What a test replaces: the retries and their clock, and the pace.</summary>
internal sealed record HistorySettings
{
    /// <summary>The retries, and the clock that windows and waits go by.</summary>
    public RetrySchedule Schedule { get; init; } = new();

    /// <summary>The pace of an account and Region at an endpoint.</summary>
    public Func<string, string, Uri, RequestPace> Pace { get; init; } = RequestPace.ForLookup;

    /// <summary>How many bytes may wait for delivery before the sweeps pause.</summary>
    public long ReadAhead { get; init; } = AdapterLimits.HistoryHeld;
}
