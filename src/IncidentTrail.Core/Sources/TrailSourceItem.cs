namespace IncidentTrail;

/// <summary>What a source lists: a log with the way to open it, or a notice in its place.</summary>
public sealed class TrailSourceItem
{
    private TrailSourceItem(TrailLog? log, Func<CancellationToken, ValueTask<Stream>>? open, TrailNotice? notice)
    {
        Log = log;
        Open = open;
        Notice = notice;
    }

    /// <summary>The log, or null for a notice.</summary>
    public TrailLog? Log { get; }

    /// <summary>
    /// Opens the log's bytes, as stored; the reader disposes the stream. It may be called ahead of the reading.
    /// Throws <see cref="TrailSourceException"/> where this one log cannot be had. Null for a notice.
    /// </summary>
    public Func<CancellationToken, ValueTask<Stream>>? Open { get; }

    /// <summary>The notice, or null for a log.</summary>
    public TrailNotice? Notice { get; }

    /// <summary>A log and how to open it.</summary>
    public static TrailSourceItem ForLog(TrailLog log, Func<CancellationToken, ValueTask<Stream>> open) =>
        new(log, open, null);

    /// <summary>A log that is recognised and left alone: a digest, another service's log. It is counted as skipped.</summary>
    public static TrailSourceItem ForSkippedLog(TrailLog log) => new(log, null, null);

    /// <summary>A notice.</summary>
    public static TrailSourceItem ForNotice(TrailNotice notice) => new(null, null, notice);
}
