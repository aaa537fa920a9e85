using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>A connection with its credentials found, and shown to work as far as that needs no service of the source.</summary>
internal sealed class ResolvedConnection
{
    private readonly TrailConnection _asked;

    private ResolvedConnection(TrailConnection asked, FoundCredentials found, string? region, OpeningWait wait)
    {
        _asked = asked;
        Caller = found.Credentials;
        Settings = found.Settings;
        Region = region;
        Opening = wait;
    }

    /// <summary>The caller's own credentials.</summary>
    public AWSCredentials Caller { get; }

    /// <summary>Where services are called with them.</summary>
    public ServiceSettings Settings { get; }

    /// <summary>The Region to call first; null where nothing names one.</summary>
    public string? Region { get; }

    /// <summary>What is waited for while the source is opened, and how what is asked for it is asked again.</summary>
    public OpeningWait Opening { get; }

    /// <summary>What calls CloudTrail's API: the role of -RoleArn, else the caller.</summary>
    public AWSCredentials ForApi => ForRole(_asked.RoleArn);

    /// <summary>
    /// What reads the bucket: the role of -BucketRoleArn, else the caller. The role is taken now: refused later, it would look
    /// as if the bucket refused.
    /// </summary>
    public AWSCredentials ForBucket()
    {
        var credentials = ForRole(_asked.BucketRoleArn);
        if (credentials != Caller)
            Opening.For(credentials.GetCredentialsAsync);
        return credentials;
    }

    /// <summary>What has taken a role, or the caller where none is named.</summary>
    public AWSCredentials ForRole(string? roleArn) => string.IsNullOrEmpty(roleArn)
        ? Caller
        : new RoleCredentials(
            Caller,
            new RoleToAssume(roleArn, _asked.RoleSessionName, _asked.ExternalId, _asked.SourceIdentity),
            Region,
            Settings);

    /// <summary>
    /// Finds the caller's credentials. Asks for an MFA code on this thread, and then waits for them, so that what is wrong
    /// with them is said once and before anything is read.
    /// </summary>
    public static ResolvedConnection Of(
        TrailConnection connection, CancellationToken token, AwsVariables? environment = null, TimeProvider? clock = null) =>
        Find(connection, environment, clock, out var why, token) ?? throw CredentialFaults.NoneFound(why);

    /// <summary>The same; null where nothing names credentials.</summary>
    public static ResolvedConnection? OfAny(TrailConnection connection, CancellationToken token) => Find(connection, null, null, out _, token);

    private static ResolvedConnection? Find(
        TrailConnection connection, AwsVariables? environment, TimeProvider? clock, out Exception? why, CancellationToken token)
    {
        environment ??= AwsVariables.OfProcess;
        var store = new ProfileStore(connection.ProfileLocation, environment);
        var wait = new OpeningWait(connection.Verbose, token, clock);
        try
        {
            var region = RegionChain.Find(connection, store, environment);
            var settings = new ServiceSettings(environment, wait.Schedule, connection.Proxy);
            if (new CredentialChain(connection, store, region, settings, wait).Find(out why) is not { } found)
                return null;
            var areAtHand = SharedCredentials.AreAtHand(found.Credentials);
            // What is wrong with the way is said now, before anything goes it.
            Uri.TryCreate(areAtHand ? connection.EndpointUrl : null, UriKind.Absolute, out var only);
            _ = found.Settings.RouteTo(only);
            SentKeys.Checked(areAtHand ? found.Credentials.GetCredentials()
                : wait.For(found.Credentials.GetCredentialsAsync) ?? throw CredentialFaults.NoneFound(null));
            if (region is null && found.Credentials is InstanceProfileAWSCredentials)
                region = RegionChain.OfInstance(wait, environment);
            return new ResolvedConnection(connection, found, region, wait);
        }
        catch (Exception e) when (e is not (TrailSourceException or OperationCanceledException))
        {
            throw CredentialFaults.NotGiven(e);
        }
    }

    /// <summary>What was given with -EndpointUrl.</summary>
    public string? SourceEndpoint => _asked.EndpointUrl;

    /// <summary>The endpoint of a service; what was given with -EndpointUrl counts for the service of the source.</summary>
    public Uri? Endpoint(string service, bool isSource) => Settings.Endpoint(service, isSource ? _asked.EndpointUrl : null);
}
