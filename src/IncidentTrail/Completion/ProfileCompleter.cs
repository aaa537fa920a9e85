using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes profiles of AWS's shared files, where <c>-ProfileLocation</c>, the environment or the home folder has them.</summary>
public sealed class ProfileCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound)
    {
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws");
        var given = Texts(bound, "ProfileLocation").FirstOrDefault();
        var credentials = given is null ? Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(home, "credentials")
            : Directory.Exists(given) ? Path.Combine(given, "credentials") : given;
        var config = Environment.GetEnvironmentVariable("AWS_CONFIG_FILE") ?? Path.Combine(Path.GetDirectoryName(credentials) ?? home, "config");
        return Sections(credentials).Concat(Sections(config).Where(s => s == "default" || s.StartsWith("profile ", StringComparison.Ordinal)))
            .Select(section => section.StartsWith("profile ", StringComparison.Ordinal) ? section["profile ".Length..].Trim(' ', '\'', '"') : section)
            .Where(name => name.Length > 0 && TextForDisplay.Plain(name) == name)
            .Distinct(StringComparer.Ordinal)
            .Select(name => (name, name));
    }

    // A file that is not there, or that cannot be read, has none: completing says nothing.
    private static List<string> Sections(string path)
    {
        try
        {
            return [.. File.ReadLines(path).Select(line => line.Trim())
                .Where(line => line.StartsWith('[') && line.Contains(']', StringComparison.Ordinal))
                .Select(line => line[1..line.IndexOf(']', StringComparison.Ordinal)].Trim())];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
