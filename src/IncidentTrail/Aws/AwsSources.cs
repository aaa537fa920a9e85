using IncidentTrail.Checkpoints;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>Opens the sources that are behind AWS's services, as a cmdlet's parameters name them.</summary>
/// <param name="given">The cmdlet's parameters.</param>
/// <param name="run">The cmdlet's run.</param>
/// <param name="session">The session it runs in.</param>
/// <param name="connector">What opens them; the adapter where nothing is said, loaded when it is first needed.</param>
internal sealed class AwsSources(
    TrailBucketCommand given, CmdletRun run, IAwsSession session, Func<ITrailConnector>? connector = null)
{
    private TrailConnection? _connection;
    private bool _fetches;

    /// <summary>What was given of the source before; null where that is not kept.</summary>
    internal Checkpoint? Checkpoint { get; set; }

    /// <summary>The throttle limit, where one was given.</summary>
    internal int? ThrottleLimit => PlaceParameters.ThrottleLimit(given, run.Cmdlet);

    private ITrailConnector Connector => connector is null ? AwsAdapter.Connector : connector();

    // One for the cmdlet's whole life: what it asks of the session or a person, it asks once.
    private TrailConnection Connection => _connection ??= ConnectionParameters.Connection(given, session, run.Cmdlet.WriteVerbose);

    /// <summary>Opens the bucket that the parameters name.</summary>
    internal ITrailSource OpenBucket(bool includeDigests = false) => OpenBucket(given.BucketName, null, includeDigests);

    /// <summary>Opens a bucket for what the parameters say: those keys, or all that are listed.</summary>
    internal ITrailSource OpenBucket(string name, IReadOnlyList<string>? keys, bool includeDigests = false)
    {
        _fetches = true;
        var bucket = new TrailBucket
        {
            BucketName = name, KeyPrefix = given.KeyPrefix, Keys = keys, OrganizationId = given.OrganizationId,
            RequesterPays = given.RequestPayer is not null, IncludeDigests = includeDigests,
            ListFrom = Checkpoint is { } known ? known.ListFrom : null,
        };
        return Connector.OpenBucket(Connection, bucket, run.StopToken);
    }

    /// <summary>Opens the trail that the parameters name.</summary>
    internal ITrailSource OpenTrail(bool includeDigests = false)
    {
        _fetches = true;
        var trail = new TrailReference
        {
            Name = given.TrailName, OrganizationId = given.OrganizationId, RequesterPays = given.RequestPayer is not null,
            IncludeDigests = includeDigests, ListFrom = Checkpoint is { } known ? known.ListFrom : null,
        };
        return Connector.OpenTrail(Connection, trail, run.StopToken);
    }

    /// <summary>Opens Event history; after another source, to complete it.</summary>
    internal ITrailSource OpenHistory(string? completed = null)
    {
        var history = new TrailHistory
        {
            ProfileNames = given.ProfileName, RoleArns = given.RoleArn,
            Fill = completed is null ? null : new HistoryFill(completed, given.DeliverySlack),
            Marks = Checkpoint?.History,
        };
        return Connector.OpenEventHistory(Connection, history, run.StopToken);
    }

    /// <summary>Opens a queue.</summary>
    internal ITrailSource OpenQueue(TrailQueue queue)
    {
        _fetches = true;
        return Connector.OpenQueue(Connection, queue, run.StopToken);
    }

    /// <summary>Opens the table of Athena's that the parameters name.</summary>
    internal ITrailSource OpenAthena(TrailSourceCommand asked)
    {
        var athena = new TrailAthena
        {
            Table = asked.AthenaTable, WorkGroup = asked.WorkGroup, OutputLocation = asked.OutputLocation,
            MaxScannedBytes = run.Cmdlet.Bound(nameof(asked.MaxScannedBytes), asked.MaxScannedBytes),
            ReuseMinutes = run.Cmdlet.Bound(nameof(asked.ReuseMinutes), asked.ReuseMinutes),
        };
        return Connector.OpenAthena(Connection, athena, run.StopToken);
    }

    /// <summary>Ends the cmdlet where the parameters of a bucket or trail make no sense together.</summary>
    internal void Check(bool withHistory = false)
    {
        if (given.Key.Length > 0 && given.KeyPrefix is not null)
            Refuse(nameof(given.Key), "-Key names logs in full: -KeyPrefix is of no use with it.");
        PlaceParameters.Check(given, run.Cmdlet, withHistory);
    }

    /// <summary>Says at the end where a throttle limit was given and nothing was fetched that it could limit.</summary>
    internal void RemarkOnLimit()
    {
        if (!_fetches)
            PlaceParameters.RemarkOnLimit(given, run.Cmdlet);
    }

    private void Refuse(string parameter, string message) =>
        run.Cmdlet.ThrowTerminatingError(TrailErrors.Argument(parameter, message));
}
