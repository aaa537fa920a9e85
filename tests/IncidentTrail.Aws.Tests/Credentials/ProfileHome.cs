using System.Security.Cryptography;
using System.Text;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>A home folder with the files that AWS's tools share, and an environment of its own.</summary>
internal sealed class ProfileHome : IDisposable
{
    private readonly Dictionary<string, string> _variables = [];

    public ProfileHome()
    {
        Directory.CreateDirectory(Path.Combine(Folder, ".aws", "sso", "cache"));
        this["HOME"] = Folder;
        this["AWS_EC2_METADATA_DISABLED"] = "true";
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("IncidentTrail-profiles-").FullName;

    public string CredentialsFile => Path.Combine(Folder, ".aws", "credentials");

    public string ConfigFile => Path.Combine(Folder, ".aws", "config");

    public AwsVariables Variables => new(name => _variables.GetValueOrDefault(name));

    /// <summary>A schedule that does not wait.</summary>
    public static RetrySchedule AtOnce { get; } = new() { FirstBound = TimeSpan.Zero, LastBound = TimeSpan.Zero };

    public string this[string variable]
    {
        set => _variables[variable] = value;
    }

    /// <summary>Writes the config file.</summary>
    public ProfileHome Config(string text)
    {
        File.WriteAllText(ConfigFile, text);
        return this;
    }

    /// <summary>Writes the credentials file.</summary>
    public ProfileHome Credentials(string text)
    {
        File.WriteAllText(CredentialsFile, text);
        return this;
    }

    /// <summary>Leaves a sign-in to SSO, as the CLI does.</summary>
    public void SignIn(string session, TimeSpan left) => File.WriteAllText(
        Path.Combine(Folder, ".aws", "sso", "cache", Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(session))).ToLowerInvariant() + ".json"),
        $$"""{"startUrl":"https://acme.awsapps.com/start","region":"us-east-1","accessToken":"signed-in","expiresAt":"{{DateTime.UtcNow + left:yyyy-MM-ddTHH:mm:ssZ}}"}""");

    public ResolvedConnection Resolve(TrailConnection connection) => ResolvedConnection.Of(connection, CancellationToken.None, Variables);

    /// <summary>The access key that a profile gives, or what is found where none is named.</summary>
    public string KeyOf(string? profile = null) =>
        Resolve(new TrailConnection { ProfileName = profile }).Caller.GetCredentials().AccessKey;

    /// <summary>What is wrong with a profile, or with what is found where none is named.</summary>
    public TrailFault FaultOf(string? profile = null) =>
        Assert.Throws<TrailSourceException>(() => KeyOf(profile)).Fault;

    /// <summary>Where a profile calls services, with a schedule that does not wait.</summary>
    public ServiceSettings Settings(string? profile = null)
    {
        var settings = new ServiceSettings(Variables, AtOnce);
        return profile is null ? settings : settings.Of(new ProfileStore(null, Variables).Find(profile)!);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
