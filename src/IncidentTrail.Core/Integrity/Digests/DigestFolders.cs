namespace IncidentTrail.Integrity.Digests;

/// <summary>Finds the digests that belong to logs of a copy, where only the logs are named.</summary>
internal static class DigestFolders
{
    private const string Digests = "CloudTrail-Digest";

    /// <summary>The folders of digests beside the folders that paths lie in; none where no such layout is there.</summary>
    public static IReadOnlyList<string> Beside(IReadOnlyList<string> paths)
    {
        var found = new List<string>();
        var looked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var above = Path.GetDirectoryName(path); above is not null && looked.Add(above); above = Path.GetDirectoryName(above))
            {
                var digests = Path.Combine(above, Digests);
                if (!Directory.Exists(digests))
                    continue;
                found.Add(digests);
                break;
            }
        }
        return [.. found.Where(folder => !paths.Contains(folder))];
    }
}
