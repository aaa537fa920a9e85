namespace IncidentTrail.PowerShell.Arguments;

/// <summary>
/// Bytes that somebody read as text, such as a compressed log by Get-Content: what comes behind its first line is lines of
/// the same no more, and none of them is a path or JSON.
/// </summary>
/// <param name="paths">What knows the file system: a file may have an odd name.</param>
/// <param name="report">Says a fault as an error.</param>
internal sealed class BinaryText(ILocalPaths paths, Action<TrailFault> report)
{
    private bool _hasBegun;

    /// <summary>True where the text is binary, or comes behind such. It is said once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isJson">True where it begins as JSON does: such text may have a terminal's colours or a lost letter in it.</param>
    internal bool Takes(string text, bool isJson)
    {
        if (!_hasBegun && !isJson && IsBinary(text) && !paths.IsThere(text))
        {
            _hasBegun = true;
            report(new TrailFault(
                TrailFaultKind.Argument, "text",
                "What came as text is binary, as a compressed log is: read as text it is lost, and nothing of it was read.",
                CmdletRemedies.BinaryText));
        }
        return _hasBegun;
    }

    // Control characters, or the sign for bytes that are no text.
    private static bool IsBinary(string text)
    {
        foreach (var c in text)
        {
            if (c == '\uFFFD' || (c < ' ' && c is not ('\t' or '\r' or '\n' or '\f')))
                return true;
        }
        return false;
    }
}
