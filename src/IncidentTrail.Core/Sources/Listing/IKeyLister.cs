namespace IncidentTrail.Sources.Listing;

/// <summary>What lists the keys of one bucket, a page at a time.</summary>
internal interface IKeyLister
{
    /// <summary>The bucket, for messages.</summary>
    string Bucket { get; }

    /// <summary>Lists one page; throws <see cref="TrailSourceException"/> where it cannot be had.</summary>
    Task<KeyPage> ListAsync(KeyPageRequest request, CancellationToken token);
}
