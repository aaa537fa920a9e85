namespace IncidentTrail;

/// <summary>Where log files come from: a folder, a bucket, Event history, text.</summary>
public interface ITrailSource
{
    /// <summary>What it is, for coverage and messages: a path, <c>s3://bucket/prefix</c>, <c>Event history us-east-1</c>.</summary>
    string Name { get; }

    /// <summary>
    /// What its account is kept under. Sources that are parts of one, such as the paths that come through a pipeline one after
    /// the other, share it; two sources of one name do not.
    /// </summary>
    object Identity => this;

    /// <summary>
    /// How many logs may be open or under way at once, ahead of the one being delivered. Where logs are fetched, how many at
    /// once is the query's to say.
    /// </summary>
    int ReadAheadFor(TrailQuery query);

    /// <summary>
    /// The logs in the order of delivery, each to be opened by the reader, with notices between them. The filters that
    /// a location can answer (account, Region, window of delivery) are applied here. What limits the answer is stated in the
    /// source's own entry of the coverage; the counts are whoever reads it's to keep. Throws
    /// <see cref="TrailSourceException"/> where the source as a whole cannot be read.
    /// </summary>
    IAsyncEnumerable<TrailSourceItem> ListAsync(TrailQuery query, TrailSourceCoverage entry, CancellationToken token);
}
