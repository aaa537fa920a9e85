namespace IncidentTrail.Aws.Profiles;

/// <summary>The profiles of this machine: the SDK's encrypted store on Windows, then the credentials and config files.</summary>
internal sealed class ProfileStore
{
    private readonly Lazy<IReadOnlyList<ProfileSection>> _credentials;
    private readonly Lazy<IReadOnlyList<ProfileSection>> _config;

    public ProfileStore(string? location, AwsVariables environment)
    {
        Location = string.IsNullOrWhiteSpace(location) ? null
            : Directory.Exists(location) ? Path.Combine(location, "credentials") : location;
        var home = Path.Combine(environment.Home, ".aws");
        var credentials = Location ?? Given(environment, "AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(home, "credentials");
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(credentials)) ?? home, "config");
        var config = Given(environment, "AWS_CONFIG_FILE")
            ?? (Location is not null || File.Exists(beside) ? beside : Path.Combine(home, "config"));
        _credentials = new(() => ProfileFile.Read(credentials));
        _config = new(() => ProfileFile.Read(config));
        Files = $"{credentials} and {config}";
    }

    /// <summary>The shared credentials file that was given, or null for the usual ones.</summary>
    public string? Location { get; }

    /// <summary>The files that are looked into.</summary>
    public string Files { get; }

    /// <summary>A profile; null where nothing is said of it.</summary>
    public Profile? Find(string name)
    {
        if (Location is null && OperatingSystem.IsWindows() && EncryptedProfile.Find(name) is { } held)
            return new Profile(name, [held], this);
        // In the config file a section's name begins with its kind, but for the default's; the other way is read behind it.
        List<ProfileSection> found =
        [
            .. _credentials.Value.Where(s => s.Header == name), .. _config.Value.Where(s => s.NameAs("profile") == name),
            .. _config.Value.Where(s => s.Header == name), .. _credentials.Value.Where(s => s.NameAs("profile") == name),
        ];
        return found.Count == 0 ? null : new Profile(name, found, this);
    }

    /// <summary>A section of another kind, such as <c>sso-session</c>; null where there is none of that name.</summary>
    public ProfileSection? Section(string kind, string name) =>
        _config.Value.Concat(_credentials.Value).FirstOrDefault(s => s.NameAs(kind) == name);

    /// <summary>The profile that is taken where none is named: <c>default</c>, or the legacy default of AWS.Tools.</summary>
    public Profile? Default() => Find("default") ?? Find("AWS PS Default");

    private static string? Given(AwsVariables environment, string variable) =>
        environment[variable] is { } path ? environment.PathOf(path) : null;
}
