using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>No log can be had of it.</summary>
internal sealed class NoLogs : INamedLogs
{
    public int AtOnce => 1;

    public ValueTask<Stream> OpenAsync(TrailLog log, CancellationToken token) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
