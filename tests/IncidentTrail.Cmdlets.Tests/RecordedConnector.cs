namespace IncidentTrail.Cmdlets.Tests;

/// <summary>Keeps what it is asked to open, and opens text.</summary>
internal sealed class RecordedConnector : ITrailConnector
{
    public List<TrailConnection> Connections { get; } = [];

    public TrailBucket? Bucket { get; private set; }

    public TrailReference? Trail { get; private set; }

    public TrailHistory? History { get; private set; }

    public TrailQueue? Queue { get; private set; }

    public ITrailSource OpenBucket(TrailConnection connection, TrailBucket bucket, CancellationToken token)
    {
        Bucket = bucket;
        return Open(connection);
    }

    public ITrailSource OpenTrail(TrailConnection connection, TrailReference trail, CancellationToken token)
    {
        Trail = trail;
        return Open(connection);
    }

    public ITrailSource OpenEventHistory(TrailConnection connection, TrailHistory history, CancellationToken token)
    {
        History = history;
        return Open(connection);
    }

    public ITrailSource OpenQueue(TrailConnection connection, TrailQueue queue, CancellationToken token)
    {
        Queue = queue;
        return Open(connection);
    }

    public TrailAthena? Athena { get; private set; }

    public ITrailSource OpenAthena(TrailConnection connection, TrailAthena athena, CancellationToken token)
    {
        Athena = athena;
        return Open(connection);
    }

    public string AthenaTableStatement(TrailConnection connection, TrailAthena athena, TrailTablePlace place, CancellationToken token) =>
        throw new NotSupportedException();

    public void CreateAthenaTable(TrailConnection connection, TrailAthena athena, string statement, bool replace, CancellationToken token) =>
        throw new NotSupportedException();

    private TextSource Open(TrailConnection connection)
    {
        Connections.Add(connection);
        return new TextSource([]);
    }
}
