using IncidentTrail.Aws.Athena;
using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.Connector;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.History;
using IncidentTrail.Aws.Queues;
using IncidentTrail.Aws.S3;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws;

/// <summary>Opens the sources that are behind AWS's services. Made by the module, from another load context, by this name.</summary>
public sealed class AwsConnector : ITrailConnector, IIntegrityConnector
{
    /// <inheritdoc/>
    public ITrailSource OpenBucket(TrailConnection connection, TrailBucket bucket, CancellationToken token)
    {
        var resolved = ResolvedConnection.Of(connection, token);
        return new S3TrailSource(bucket, Client(resolved, bucket));
    }

    /// <inheritdoc/>
    public ITrailSource OpenTrail(TrailConnection connection, TrailReference trail, CancellationToken token)
    {
        var resolved = ResolvedConnection.Of(connection, token);
        var found = TrailLookup.Find(resolved, trail.Name);
        var bucket = new TrailBucket
        {
            BucketName = found.BucketName, KeyPrefix = found.KeyPrefix, OrganizationId = trail.OrganizationId,
            RequesterPays = trail.RequesterPays, IncludeDigests = trail.IncludeDigests, ListFrom = trail.ListFrom,
        };
        return new NamedTrailSource(found, new S3TrailSource(bucket, Client(resolved, bucket), found.Name));
    }

    IntegritySource IIntegrityConnector.OpenBucket(
        TrailConnection connection, TrailBucket bucket, IntegrityScope scope, IntegrityReach reach, CancellationToken token) =>
        IntegrityOpener.Open(ResolvedConnection.Of(connection, token), bucket, scope, reach);

    IntegritySource IIntegrityConnector.OpenTrail(
        TrailConnection connection, TrailReference trail, IntegrityScope scope, IntegrityReach reach, CancellationToken token)
    {
        var resolved = ResolvedConnection.Of(connection, token);
        return IntegrityOpener.Open(resolved, TrailLookup.Find(resolved, trail.Name), trail, scope, reach);
    }

    // A copy needs nothing else of AWS, so -EndpointUrl is CloudTrail's.
    IDigestKeys? IIntegrityConnector.OpenKeys(TrailConnection connection, IntegrityScope scope, CancellationToken token) =>
        ResolvedConnection.OfAny(connection, token) is { } resolved ? ListedKeys.Of(resolved, scope.StartUtc, isSource: true) : null;

    /// <inheritdoc/>
    public ITrailSource OpenEventHistory(TrailConnection connection, TrailHistory history, CancellationToken token) =>
        HistoryOpener.Open(connection, history, token);

    /// <inheritdoc/>
    public ITrailSource OpenQueue(TrailConnection connection, TrailQueue queue, CancellationToken token) =>
        QueueOpener.Open(connection, queue, token);

    /// <inheritdoc/>
    public ITrailSource OpenAthena(TrailConnection connection, TrailAthena athena, CancellationToken token)
    {
        if (!TableName.TryParse(athena.Table, out var name))
            throw AthenaFaults.NoTable(athena.Table);
        return new AthenaSource(athena, name, ResolvedConnection.Of(connection, token));
    }

    /// <inheritdoc/>
    public string AthenaTableStatement(TrailConnection connection, TrailAthena athena, TrailTablePlace place, CancellationToken token)
    {
        var maker = new TableMaker(athena);
        if (TableFolders.AreGiven(place))
            return maker.Statement(TableFolders.Given(place));
        var resolved = ResolvedConnection.Of(connection, token);
        // -EndpointUrl is Athena's; the bucket's own comes from the environment or the profile.
        var client = new S3Client(
            place.BucketName, resolved.Region ?? "us-east-1", resolved.ForBucket(), resolved.Endpoint("S3", isSource: false), requesterPays: false,
            route: resolved.Settings.Route);
        return resolved.Opening.For(() => maker.StatementAsync(client, place, token));
    }

    /// <inheritdoc/>
    public void CreateAthenaTable(TrailConnection connection, TrailAthena athena, string statement, bool replace, CancellationToken token) =>
        new TableMaker(athena).Create(ResolvedConnection.Of(connection, token), statement, replace);

    private static S3Client Client(ResolvedConnection resolved, TrailBucket bucket) =>
        BucketOpener.Open(resolved, resolved.ForBucket(), bucket.BucketName, bucket.RequesterPays);
}
