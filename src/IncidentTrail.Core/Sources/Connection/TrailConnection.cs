using System.Net;

namespace IncidentTrail;

/// <summary>
/// How a service is reached: whose credentials, where to call first, which roles to take. Texts and functions only:
/// it is made on one side of the load context and read on the other.
/// </summary>
public sealed class TrailConnection
{
    /// <summary>An access key id given literally.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret of <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of <see cref="AccessKey"/>.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Credentials given as an object; called again when they may have been renewed, on any thread.</summary>
    public Func<TrailCredential>? Credential { get; init; }

    /// <summary>The name of a profile.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The shared credentials file, or its folder, where it is not the usual one.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The credentials of the PowerShell session, used where no profile is named; as <see cref="Credential"/>.</summary>
    public Func<TrailCredential>? SessionCredential { get; init; }

    /// <summary>The Region to call, where one is asked for. It filters nothing.</summary>
    public string? Region { get; init; }

    /// <summary>The Region of the PowerShell session.</summary>
    public string? SessionRegion { get; init; }

    /// <summary>The endpoint of the service that is the source.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>The proxy of the PowerShell session; null where it has none, and the environment's counts.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The role that calls CloudTrail's API.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The role that reads the bucket.</summary>
    public string? BucketRoleArn { get; init; }

    /// <summary>The external id that both roles ask for.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The session name of both roles.</summary>
    public string RoleSessionName { get; init; } = "IncidentTrail";

    /// <summary>The source identity of both roles.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>
    /// Asks for the code of an MFA device, by its serial number; null where nobody can be asked. Called on the thread
    /// that opens the source, never later.
    /// </summary>
    public Func<string, string?>? MfaCode { get; init; }

    /// <summary>
    /// Says what is waited for while a source is opened, and what is tried again, for who asked to be told everything; null
    /// where nobody did. Called on the thread that opens the source, never later.
    /// </summary>
    public Action<string>? Verbose { get; init; }

    /// <summary>The same connection with another profile.</summary>
    public TrailConnection WithProfile(string profileName) => new()
    {
        AccessKey = AccessKey, SecretKey = SecretKey, SessionToken = SessionToken, Credential = Credential,
        ProfileName = profileName, ProfileLocation = ProfileLocation, SessionCredential = SessionCredential,
        Region = Region, SessionRegion = SessionRegion, EndpointUrl = EndpointUrl, Proxy = Proxy, RoleArn = RoleArn,
        BucketRoleArn = BucketRoleArn, ExternalId = ExternalId, RoleSessionName = RoleSessionName,
        SourceIdentity = SourceIdentity, MfaCode = MfaCode, Verbose = Verbose,
    };
}
