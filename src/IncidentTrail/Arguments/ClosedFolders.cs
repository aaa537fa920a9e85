using System.Management.Automation;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>
/// The folders on the way of a path that may not be listed or entered. PowerShell passes them over without a word, and what is in
/// them would pass for what is not there.
/// </summary>
internal sealed class ClosedFolders
{
    private static readonly char[] s_separators = OperatingSystem.IsWindows() ? ['/', '\\'] : ['/'];

    private readonly List<TrailFault> _faults = [];

    /// <summary>Throws for what is not there or may not be looked at. A test says which folder that is: to root none is closed.</summary>
    internal Action<string> Look { get; init; } = path => File.GetAttributes(path);

    /// <summary>The folders on the way of a full path, which may have wildcards.</summary>
    internal IReadOnlyList<TrailFault> On(string pattern)
    {
        // What has no root, as \\server\share on Linux, is no path of this machine.
        if (Path.GetPathRoot(pattern) is { Length: > 0 } root)
            Walk(root, pattern[root.Length..].Split(s_separators, StringSplitOptions.RemoveEmptyEntries));
        return _faults;
    }

    private void Walk(string folder, ReadOnlySpan<string> parts)
    {
        if (parts.IsEmpty)
            return;
        try
        {
            if (!WildcardPattern.ContainsWildcardCharacters(parts[0]))
            {
                var path = Path.Combine(folder, WildcardPattern.Unescape(parts[0]));
                Look(path);
                Walk(path, parts[1..]);
                return;
            }
            // One tells of all, and there may be a million.
            foreach (var first in Directory.EnumerateFileSystemEntries(folder).Take(1))
                Look(first);
            if (parts.Length == 1)
                return;
            foreach (var below in Matching(folder, parts[0]))
                Walk(below, parts[1..]);
        }
        catch (UnauthorizedAccessException e)
        {
            _faults.Add(LogFaults.OfReading(folder, e));
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // It is not there, is no folder, or cannot be the name of anything: the path leads nowhere there.
        }
    }

    // What is hidden no wildcard of PowerShell's matches.
    private static List<string> Matching(string folder, string part)
    {
        var pattern = WildcardPattern.Get(part, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        return [.. new DirectoryInfo(folder).EnumerateDirectories()
            .Where(below => pattern.IsMatch(below.Name) && !below.Attributes.HasFlag(FileAttributes.Hidden))
            .Select(below => below.FullName)];
    }
}
