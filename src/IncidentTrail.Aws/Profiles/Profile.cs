using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Profiles;

/// <summary>A profile: what the files say of one name, the credentials file before the config file.</summary>
internal sealed class Profile(string name, IReadOnlyList<ProfileSection> sections, ProfileStore store)
{
    private static readonly string[] KeyPair = ["aws_access_key_id", "aws_secret_access_key"];

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The section that its keys are in: a pair is never made up of two; null where it has none.</summary>
    public ProfileSection? WithKeys => sections.FirstOrDefault(s => KeyPair.Any(setting => s[setting] is not null));

    /// <summary>The profile that its role is taken with, which may be itself; null where it names none.</summary>
    public Profile? Source => this["source_profile"] is { } source ? store.Find(source) : null;

    /// <summary>A setting; null where it is absent or empty.</summary>
    public string? this[string setting] => Holder(setting)?[setting];

    /// <summary>The section of another kind that a setting names; null where the profile has no such setting.</summary>
    public ProfileSection? Named(string setting, string kind) => this[setting] is not { } named ? null
        : store.Section(kind, named) ?? throw Fault(setting, $"names '{named}', and there is no section [{kind} {named}]");

    /// <summary>Throws where a line of it cannot be read: what it was meant to say could be another identity.</summary>
    public void Verify()
    {
        if (sections.FirstOrDefault(s => s.Unreadable is not null) is { } section)
            throw CredentialFaults.Profile(name, $"{section.Unreadable} in {section}.", RemedyTable.ProfileLine);
    }

    /// <summary>A setting that cannot be used, with its section and file.</summary>
    public TrailSourceException Fault(string setting, string why, string? remedy = null, Exception? cause = null) =>
        CredentialFaults.Profile(
            name, $"{setting} in {Holder(setting) ?? sections[0]} {why}.", remedy ?? RemedyTable.ProfileSetting, cause);

    private ProfileSection? Holder(string setting) => sections.FirstOrDefault(s => s[setting] is not null);
}
