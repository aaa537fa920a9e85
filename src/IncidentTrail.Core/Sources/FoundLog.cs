using IncidentTrail.Sources;

namespace IncidentTrail;

/// <summary>A log that a source found, to be opened by who reads it.</summary>
public sealed class FoundLog : TrailSourceItem
{
    private readonly Func<TrailLog, CancellationToken, ValueTask<Stream>> _open;

    /// <summary>Makes one of a log and what opens it.</summary>
    /// <param name="log">What its place tells of it.</param>
    /// <param name="open">See <see cref="OpenAsync"/>.</param>
    public FoundLog(TrailLog log, Func<CancellationToken, ValueTask<Stream>> open)
        : this(log, (_, token) => open(token))
    {
    }

    /// <param name="log">What its place tells of it.</param>
    /// <param name="open">Opens any log of a source: of thousands of small ones each would else have one of its own.</param>
    internal FoundLog(TrailLog log, Func<TrailLog, CancellationToken, ValueTask<Stream>> open)
    {
        Log = log;
        _open = open;
    }

    /// <summary>What its place tells of it.</summary>
    public TrailLog Log { get; }

    /// <summary>What it was made known by, which waits for what is given of it; null where nothing does.</summary>
    internal LogDelivery? Delivery { get; init; }

    /// <summary>True where all that the source gives after it is no earlier: its records are in the order of time.</summary>
    internal bool IsInOrder { get; init; }

    /// <summary>True for a file: whoever has its path can open it again.</summary>
    internal bool IsFile { get; init; }

    /// <summary>True where it could not be read before, by the same run: that is counted and said, and not again.</summary>
    internal bool IsTriedAgain { get; set; }

    /// <summary>Its content, where it is held in memory for as long as this is; null where it is not.</summary>
    internal HeldContent? Held { get; init; }

    /// <summary>
    /// Opens the log's bytes, as stored; the reader disposes the stream. It may be called ahead of the reading.
    /// Throws <see cref="TrailSourceException"/> where this one log cannot be had.
    /// </summary>
    public ValueTask<Stream> OpenAsync(CancellationToken token) => _open(Log, token);
}
