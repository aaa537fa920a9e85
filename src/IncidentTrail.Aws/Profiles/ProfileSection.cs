using System.Text;

namespace IncidentTrail.Aws.Profiles;

/// <summary>A section of the files that AWS's tools share: its settings, and what in it cannot be read.</summary>
internal sealed class ProfileSection(string file, string header)
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands between its brackets, such as <c>profile reader</c>.</summary>
    public string Header => header;

    /// <summary>What cannot be read in it, as in <c>line 7 is no setting</c>; null where all can.</summary>
    public string? Unreadable { get; private set; }

    /// <summary>A setting, <c>s3.endpoint_url</c> for one below another; null where it is absent or empty.</summary>
    public string? this[string setting] => _settings.GetValueOrDefault(setting) is { Length: > 0 } text ? text : null;

    /// <summary>Takes in a setting. Both the CLI and the SDK refuse a second one of its name.</summary>
    public void Add(string setting, string value, int line)
    {
        if (!_settings.TryAdd(setting, value) && _settings[setting] != value)
            Refuse(line, $"says '{setting}' again");
    }

    /// <summary>Notes a line that cannot be read; the first one counts.</summary>
    public void Refuse(int line, string why) => Unreadable ??= FormattableString.Invariant($"line {line} {why}");

    /// <summary>The name of a section of a kind (<c>profile</c>, <c>sso-session</c>, <c>services</c>); null where it is none.</summary>
    public string? NameAs(string kind) =>
        header.StartsWith(kind, StringComparison.Ordinal) && header.Length > kind.Length && char.IsWhiteSpace(header[kind.Length])
            ? Unquoted(header[kind.Length..].Trim()) : null;

    public override string ToString() => $"[{header}] of {file}";

    // A name with a blank is written as a shell would take it: 'Acme Keys', and 'Bob'"'"'s'.
    private static string Unquoted(string text)
    {
        var name = new StringBuilder(text.Length);
        var open = '\0';
        foreach (var c in text)
        {
            if (open == '\0' && c is '\'' or '"')
                open = c;
            else if (open != '\0' && c == open)
                open = '\0';
            else
                name.Append(c);
        }

        return open == '\0' ? name.ToString() : text;
    }
}
