using Amazon.Runtime;

namespace IncidentTrail.Aws;

/// <summary>A connection with its credentials found, and shown to work as far as that needs no service of the source.</summary>
internal sealed class ResolvedConnection
{
    private readonly TrailConnection _asked;

    private ResolvedConnection(TrailConnection asked, AWSCredentials caller, string? region)
    {
        _asked = asked;
        Caller = caller;
        Region = region;
    }

    /// <summary>The caller's own credentials.</summary>
    public AWSCredentials Caller { get; }

    /// <summary>The Region to call first; null where nothing names one.</summary>
    public string? Region { get; }

    /// <summary>What calls CloudTrail's API: the role of -RoleArn, else the caller.</summary>
    public AWSCredentials ForApi => ForRole(_asked.RoleArn);

    /// <summary>
    /// What reads the bucket: the role of -BucketRoleArn, else the caller. The role is taken now: refused later, it would look
    /// as if the bucket refused.
    /// </summary>
    public AWSCredentials ForBucket(CancellationToken token)
    {
        var credentials = ForRole(_asked.BucketRoleArn);
        if (credentials != Caller)
            Wait(credentials, token);
        return credentials;
    }

    /// <summary>What has taken a role, or the caller where none is named.</summary>
    public AWSCredentials ForRole(string? roleArn) => string.IsNullOrEmpty(roleArn)
        ? Caller
        : new RoleCredentials(
            Caller,
            new RoleToAssume(roleArn, _asked.RoleSessionName, _asked.ExternalId, _asked.SourceIdentity),
            Region);

    /// <summary>
    /// Finds the caller's credentials. Asks for an MFA code on this thread, and then waits for them, so that what is wrong
    /// with them is said once and before anything is read.
    /// </summary>
    public static ResolvedConnection Of(TrailConnection connection, CancellationToken token)
    {
        var store = new ProfileStore(connection.ProfileLocation);
        var region = RegionChain.Find(connection, store);
        try
        {
            var caller = new CredentialChain(connection, store, region).Find(token);
            Wait(caller, token);
            if (region is null && caller is InstanceProfileAWSCredentials)
                region = RegionChain.OfInstance();
            return new ResolvedConnection(connection, caller, region);
        }
        catch (Exception e) when (e is not (TrailSourceException or OperationCanceledException))
        {
            throw CredentialFault.NotGiven(e);
        }
    }

    /// <summary>The endpoint of a service; what was given with -EndpointUrl counts for the service of the source.</summary>
    public Uri? Endpoint(string service, bool isSource) => ServiceEndpoint.Of(service, isSource ? _asked.EndpointUrl : null);

    private static void Wait(AWSCredentials credentials, CancellationToken token) =>
        Task.Run(credentials.GetCredentialsAsync, token).WaitAsync(token).GetAwaiter().GetResult();
}
