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

    private TextSource Open(TrailConnection connection)
    {
        Connections.Add(connection);
        return new TextSource([]);
    }
}
