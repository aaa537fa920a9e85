using IncidentTrail.Aws.Athena;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sql;
using IncidentTrail.Tallies;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>Asks a server as the module would, by a clock whose waits are over at once, and keeps what came.</summary>
internal sealed class AthenaQuestion(AthenaServer server)
{
    /// <summary>The clock that is waited by, between attempts and between questions how a query stands.</summary>
    public LeapingClock Clock { get; } = new();

    /// <summary>A clock to wait by in its place.</summary>
    public TimeProvider? OtherClock { get; init; }

    public TrailCoverage Coverage { get; } = new();

    public List<TrailNotice> Notices { get; } = [];

    /// <summary>Who called, of the events or of what was counted in their place.</summary>
    public CallerTally Callers { get; } = new();

    /// <summary>Where Athena is; the server's own address.</summary>
    public string Url { get; init; } = server.Http.Url.ToString();

    public static TrailAthena Asked(long? maxScannedBytes = null) => new() { Table = "audit.trail", MaxScannedBytes = maxScannedBytes };

    /// <summary>Reads a table; what was read until it broke off is given to <paramref name="take"/> alone.</summary>
    public List<TrailEvent> Read(
        TrailQuery? query = null, TrailAthena? athena = null, Action<TrailEvent>? take = null, CancellationToken token = default)
    {
        var events = new List<TrailEvent>();
        using var source = Open(athena);
        var session = new TrailSession(query ?? new TrailQuery(), Coverage);
        try
        {
            foreach (var batch in session.ReadAsync(source, token).ToBlockingEnumerable(token))
            {
                Notices.AddRange(batch.Notices);
                batch.VisitCalls(Callers.Add, Callers.Add);
                if (batch.Counted is { } counted)
                    Callers.Add(counted);
                foreach (var trailEvent in batch.Events)
                {
                    events.Add(trailEvent);
                    take?.Invoke(trailEvent);
                }
            }
        }
        finally
        {
            session.Finish();
        }
        return events;
    }

    /// <summary>The one fault that a reading ends with.</summary>
    public TrailFault Fault(TrailQuery? query = null, TrailAthena? athena = null, Action<TrailEvent>? take = null)
    {
        var fault = Assert.Throws<TrailSourceException>(() => Read(query, athena, take)).Fault;
        Assert.DoesNotContain(Notices, notice => notice.Kind == TrailNoticeKind.Fault);
        Assert.False(Coverage.IsComplete);
        Assert.NotNull(fault.Remedy);
        return fault;
    }

    /// <summary>Opens a table as a source.</summary>
    public AthenaSource Open(TrailAthena? athena = null)
    {
        athena ??= Asked();
        Assert.True(TableName.TryParse(athena.Table, out var name));
        var connection = new TrailConnection
        {
            AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "the-secret", SessionRegion = "eu-west-1", EndpointUrl = Url,
        };
        return new AthenaSource(athena, name, ResolvedConnection.Of(connection, CancellationToken.None, clock: OtherClock ?? Clock));
    }
}
