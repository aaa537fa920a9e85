using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>Opens what a test of log integrity needs of AWS, as a cmdlet's parameters name it.</summary>
/// <param name="given">The cmdlet's parameters.</param>
/// <param name="run">The cmdlet's run.</param>
/// <param name="session">The session it runs in.</param>
/// <param name="connector">What opens it; the adapter where nothing is said, loaded when it is first needed.</param>
internal sealed class IntegritySources(
    TrailPlaceCommand given, CmdletRun run, IAwsSession session, Func<IIntegrityConnector>? connector = null)
{
    private TrailConnection? _connection;

    private IIntegrityConnector Connector => connector is null ? (IIntegrityConnector)AwsAdapter.Connector : connector();

    // One for the cmdlet's whole life: what it asks of the session or a person, it asks once.
    private TrailConnection Connection => _connection ??= ConnectionParameters.Connection(given, session, run.Cmdlet.WriteVerbose);

    /// <summary>Opens a bucket.</summary>
    /// <param name="name">The bucket.</param>
    /// <param name="scope">What is to be tested.</param>
    /// <param name="asksForKeys">False where the keys come from a file.</param>
    internal IntegritySource OpenBucket(string name, IntegrityScope scope, bool asksForKeys)
    {
        var bucket = new TrailBucket
        {
            BucketName = name, KeyPrefix = given.KeyPrefix, OrganizationId = given.OrganizationId,
            RequesterPays = given.RequestPayer is not null, IncludeDigests = true,
        };
        return Connector.OpenBucket(Connection, bucket, scope, Reach(asksForKeys), run.StopToken);
    }

    /// <summary>Opens the trail that the parameters name.</summary>
    internal IntegritySource OpenTrail(IntegrityScope scope, bool asksForKeys)
    {
        var trail = new TrailReference
        {
            Name = given.TrailName, OrganizationId = given.OrganizationId, RequesterPays = given.RequestPayer is not null,
            IncludeDigests = true,
        };
        return Connector.OpenTrail(Connection, trail, scope, Reach(asksForKeys), run.StopToken);
    }

    /// <summary>
    /// The keys that CloudTrail gives, for a copy. Null where there are no credentials to ask with, which is a warning, or
    /// where those that are named cannot be used, which is an error: hashes are still compared then.
    /// </summary>
    internal IDigestKeys? OpenKeys(IntegrityScope scope, Action<TrailFault> report)
    {
        try
        {
            var keys = Connector.OpenKeys(Connection, scope, run.StopToken);
            if (keys is null)
                run.Cmdlet.WriteWarning("Without AWS credentials or -PublicKeyPath no signature is checked and nothing is Valid: hashes alone are compared.");
            return keys;
        }
        catch (TrailSourceException e)
        {
            report(e.Fault);
            return null;
        }
    }

    private IntegrityReach Reach(bool asksForKeys) => new(PlaceParameters.ThrottleLimit(given, run.Cmdlet), asksForKeys);
}
