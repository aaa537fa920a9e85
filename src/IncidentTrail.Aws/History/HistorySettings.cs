using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.History;

/// <summary>What a test replaces: the clock, the retries and the pace.</summary>
internal sealed record HistorySettings
{
    /// <summary>The clock that windows and waits go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The retries.</summary>
    public RetrySchedule Schedule { get; init; } = new();

    /// <summary>The pace of an account and Region at an endpoint.</summary>
    public Func<string, string, Uri, RequestPace> Pace { get; init; } = RequestPace.ForLookup;

    /// <summary>How many bytes may wait for delivery before the sweeps pause: 64 MiB, some 25,000 events.</summary>
    public long ReadAhead { get; init; } = 64 << 20;
}
