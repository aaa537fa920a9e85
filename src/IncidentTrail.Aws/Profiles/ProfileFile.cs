using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Profiles;

/// <summary>
/// Reads a file of profiles. The SDK's own reader gives up a whole file for one line, and a whole profile for one setting
/// that it does not know; here a line that cannot be read is a fault of its section alone.
/// </summary>
internal static class ProfileFile
{
    private static readonly char[] Delimiters = ['=', ':'];

    /// <summary>The sections in their order, those of one name as one; none where there is no file.</summary>
    public static IReadOnlyList<ProfileSection> Read(string path)
    {
        var sections = new List<ProfileSection>();
        ProfileSection? section = null;
        var (last, lastIndent, isOuter) = ("", 0, false);
        var number = 0;
        foreach (var raw in Lines(path))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
                continue;
            if (line[0] == '[')
            {
                var close = line.IndexOf(']', StringComparison.Ordinal);
                var header = (close < 0 ? line[1..] : line[1..close]).Trim();
                section = sections.Find(s => s.Header == header);
                if (section is null)
                    sections.Add(section = new ProfileSection(path, header));
                if (close < 0)
                    section.Refuse(number, "has no ']'");
                last = "";
                continue;
            }

            var end = line.IndexOfAny(Delimiters);
            var indent = raw.Length - raw.TrimStart().Length;
            var isDeeper = last.Length > 0 && indent > lastIndent;
            if (end <= 0)
            {
                // A value may go on deeper in the next line; none that is of use here does.
                if (!isDeeper || isOuter)
                    section?.Refuse(number, "is no setting");
                continue;
            }

            var (name, value) = (line[..end].TrimEnd(), line[(end + 1)..].TrimStart());
            // What is set deeper than a setting without a value belongs to that one.
            if (isDeeper && isOuter)
            {
                section?.Add($"{last}.{name}", value, number);
                continue;
            }

            section?.Add(name, value, number);
            (last, lastIndent, isOuter) = (name, indent, value.Length == 0);
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
            throw CredentialFaults.File(path, e);
        }
    }
}
