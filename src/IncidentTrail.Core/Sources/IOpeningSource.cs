using IncidentTrail.Contracts;

namespace IncidentTrail.Sources;

/// <summary>A source that opens logs as it finds them, where whoever asks reads each of them at once.</summary>
internal interface IOpeningSource : ITrailSource
{
    /// <summary>Lists as every source does.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="entry">The source's part of the coverage.</param>
    /// <param name="opened">Gets what closes the logs that were not read, to be disposed once nothing is read any more.</param>
    /// <param name="token">Stops the listing.</param>
    IAsyncEnumerable<TrailSourceItem> ListToReadAsync(
        TrailQuery query, TrailSourceCoverage entry, ICollection<IDisposable> opened, CancellationToken token);
}
