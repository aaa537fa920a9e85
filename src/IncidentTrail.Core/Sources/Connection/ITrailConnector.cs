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

    /// <summary>
    /// The logs of a trail, from its bucket. Finds the credentials and the trail; throws
    /// <see cref="TrailSourceException"/> where there are none, or the name is absent or ambiguous. The source is
    /// disposed by who opened it.
    /// </summary>
    ITrailSource OpenTrail(TrailConnection connection, TrailReference trail, CancellationToken token);

    /// <summary>
    /// Event history, of each profile and role that is named. Throws <see cref="TrailSourceException"/> where none of
    /// them has credentials.
    /// </summary>
    ITrailSource OpenEventHistory(TrailConnection connection, TrailHistory history, CancellationToken token);

    /// <summary>
    /// The logs that a queue's messages name, as they come. Finds the credentials and the queue; throws
    /// <see cref="TrailSourceException"/> where there are none. The source is disposed by who opened it, and gives back then
    /// what was not given.
    /// </summary>
    ITrailSource OpenQueue(TrailConnection connection, TrailQueue queue, CancellationToken token);

    /// <summary>
    /// The rows of a table of Athena's. Finds the credentials and the table; throws <see cref="TrailSourceException"/>
    /// where there are none, or the table holds no trail's records. The source is disposed by who opened it.
    /// </summary>
    ITrailSource OpenAthena(TrailConnection connection, TrailAthena athena, CancellationToken token);

    /// <summary>
    /// The statement that makes a table. Accounts and Regions that are not given are listed in the bucket, and else nothing is asked.
    /// </summary>
    string AthenaTableStatement(TrailConnection connection, TrailAthena athena, TrailTablePlace place, CancellationToken token);

    /// <summary>
    /// Makes a table by its statement; with <paramref name="replace"/> one of that name is removed before. Throws
    /// <see cref="TrailSourceException"/> where one is there and is not to be replaced.
    /// </summary>
    void CreateAthenaTable(TrailConnection connection, TrailAthena athena, string statement, bool replace, CancellationToken token);
}
