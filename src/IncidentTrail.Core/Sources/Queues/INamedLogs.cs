namespace IncidentTrail.Sources.Queues;

/// <summary>Opens logs by their names, whatever buckets they lie in.</summary>
internal interface INamedLogs : IDisposable
{
    /// <summary>How many are fetched at once.</summary>
    int AtOnce { get; }

    /// <summary>Opens a log. Throws <see cref="TrailSourceException"/> where it cannot be had.</summary>
    ValueTask<Stream> OpenAsync(TrailLog log, CancellationToken token);
}
