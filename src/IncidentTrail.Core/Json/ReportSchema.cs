namespace IncidentTrail.Json;

/// <summary>How a report as JSON begins, by which one that is read back is known.</summary>
internal static class ReportSchema
{
    internal const string Key = "Schema";
    internal const string Name = "IncidentTrail.Report";

    /// <summary>True for a content that begins as a report does, however it is indented.</summary>
    internal static bool Begins(ReadOnlySpan<byte> json) =>
        Goes(ref json, "{"u8) && Goes(ref json, "\"Schema\""u8) && Goes(ref json, ":"u8) && Goes(ref json, "\"IncidentTrail.Report\""u8);

    private static bool Goes(ref ReadOnlySpan<byte> json, ReadOnlySpan<byte> token)
    {
        json = json.TrimStart(" \n\r\t"u8);
        if (!json.StartsWith(token))
            return false;
        json = json[token.Length..];
        return true;
    }
}
