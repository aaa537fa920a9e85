namespace IncidentTrail;

/// <summary>
/// Opens the sources that are behind a service. It is implemented in another load context; only types of this
/// assembly and of the runtime cross between them.
/// </summary>
public interface ITrailConnector
{
    /// <summary>
    /// The logs of a bucket. Finds the credentials and may ask for an MFA code; throws
    /// <see cref="TrailSourceException"/> where there are none. The source is disposed by who opened it.
    /// </summary>
    ITrailSource OpenBucket(TrailConnection connection, TrailBucket bucket, CancellationToken token);
}
