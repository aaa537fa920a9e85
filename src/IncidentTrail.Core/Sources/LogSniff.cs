namespace IncidentTrail.Sources;

/// <summary>Whether a file met in a folder may be a log: by its name, else by its first bytes.</summary>
internal static class LogSniff
{
    private static readonly string[] Endings = [".json", ".json.gz", ".gz", ".jsonl", ".ndjson"];

    internal static bool MayBeLog(string path)
    {
        if (Path.GetFileName(path).StartsWith('.') || path.EndsWith(".incidenttrail", StringComparison.Ordinal))
            return false;
        return Array.Exists(Endings, e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)) || BeginsAsLog(path);
    }

    private static bool BeginsAsLog(string path)
    {
        Span<byte> first = stackalloc byte[64];
        try
        {
            using var file = FileSource.Open(path);
            first = first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is named as a log is read: the reader says why it cannot be.
            return true;
        }
        if (first.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return true;
        var text = first.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\n', (byte)'\r', (byte)'\t']);
        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[';
    }
}
