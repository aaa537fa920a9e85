using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Profiles;

/// <summary>
/// Reads a file of profiles. The SDK's own reader gives up a whole file for one line, and a whole profile for one setting
/// that it does not know; here a line that cannot be read is a fault of its section alone.
/// </summary>
internal static class ProfileFile
{
    /// <summary>The sections in their order, those of one name as one; none where there is no file.</summary>
    public static IReadOnlyList<ProfileSection> Read(string path)
    {
        var sections = new List<ProfileSection>();
        ProfileSection? section = null;
        var (outer, outerIndent) = ("", 0);
        var number = 0;
        foreach (var raw in Lines(path))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
                continue;
            if (line[0] == '[')
            {
                var end = line.IndexOf(']', StringComparison.Ordinal);
                var header = (end < 0 ? line[1..] : line[1..end]).Trim();
                section = sections.Find(s => s.Header == header);
                if (section is null)
                    sections.Add(section = new ProfileSection(path, header));
                if (end < 0)
                    section.Refuse(number, "has no ']'");
                outer = "";
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                section?.Refuse(number, "is no setting");
                continue;
            }

            var (name, value) = (line[..equals].TrimEnd(), line[(equals + 1)..].TrimStart());
            var indent = raw.Length - raw.TrimStart().Length;
            // What is set deeper than a setting without a value belongs to that one.
            if (outer.Length > 0 && indent > outerIndent)
            {
                section?.Add($"{outer}.{name}", value, number);
                continue;
            }

            section?.Add(name, value, number);
            (outer, outerIndent) = value.Length == 0 ? (name, indent) : ("", 0);
        }

        return sections;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CredentialFault.File(path, e);
        }
    }
}
