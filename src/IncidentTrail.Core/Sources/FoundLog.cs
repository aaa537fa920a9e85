using IncidentTrail.Sources;

namespace IncidentTrail;

/// <summary>A log that a source found, to be opened by who reads it.</summary>
/// <param name="log">What its place tells of it.</param>
/// <param name="open">See <see cref="OpenAsync"/>.</param>
public sealed class FoundLog(TrailLog log, Func<CancellationToken, ValueTask<Stream>> open) : TrailSourceItem
{
    /// <summary>What its place tells of it.</summary>
    public TrailLog Log => log;

    /// <summary>What it was made known by, which waits for what is given of it; null where nothing does.</summary>
    internal LogDelivery? Delivery { get; init; }

    /// <summary>True where all that the source gives after it is no earlier: its records are in the order of time.</summary>
    internal bool IsInOrder { get; init; }

    /// <summary>
    /// Opens the log's bytes, as stored; the reader disposes the stream. It may be called ahead of the reading.
    /// Throws <see cref="TrailSourceException"/> where this one log cannot be had.
    /// </summary>
    public ValueTask<Stream> OpenAsync(CancellationToken token) => open(token);
}
