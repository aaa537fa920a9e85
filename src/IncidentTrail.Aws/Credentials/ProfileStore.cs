using Amazon.Runtime.CredentialManagement;

namespace IncidentTrail.Aws;

/// <summary>The profiles of this machine: the SDK's encrypted store on Windows, then the shared files.</summary>
internal sealed class ProfileStore
{
    private readonly CredentialProfileStoreChain _chain;

    public ProfileStore(string? location)
    {
        Location = string.IsNullOrWhiteSpace(location) ? null
            : Directory.Exists(location) ? Path.Combine(location, "credentials") : location;
        _chain = new CredentialProfileStoreChain(Location);
    }

    /// <summary>The shared credentials file that was given, or null for the usual ones.</summary>
    public string? Location { get; }

    public CredentialProfile? Find(string name) => _chain.TryGetProfile(name, out var profile) ? profile : null;

    /// <summary>The profile that is taken where none is named: <c>default</c>, or the legacy default of AWS.Tools.</summary>
    public CredentialProfile? Default() => Find("default") ?? Find("AWS PS Default");
}
