namespace IncidentTrail.Sources;

/// <summary>Whether a file whose name does not tell is a log, by its first bytes.</summary>
internal static class LogSniff
{
    /// <summary>How many bytes are looked at.</summary>
    internal const int Length = 64;

    internal static bool BeginsAsLog(string path)
    {
        Span<byte> first = stackalloc byte[Length];
        try
        {
            using var file = FileSource.Open(path);
            return BeginsAsLog(first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is named as a log is read: the reader says why it cannot be.
            return true;
        }
    }

    internal static bool BeginsAsLog(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return true;
        var text = first.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\n', (byte)'\r', (byte)'\t']);
        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[';
    }
}
