namespace IncidentTrail.Logs;

/// <summary>
/// Whether a log ends with an answer of LookupEvents, or of another list of events, that says that more follows: what somebody
/// saved of Event history may be its first page.
/// </summary>
internal sealed class AnswerPages
{
    private bool _isAnswer;
    private bool _hasToken;

    /// <summary>Null where the log holds no such answer; true where the last one says that more follows.</summary>
    internal bool? IsOpen { get; private set; }

    /// <summary>Takes an object from its beginning to the opening bracket of its list.</summary>
    internal void Begin(ReadOnlySpan<byte> before)
    {
        var name = before[..^1].TrimEnd(" \n\r\t:"u8);
        _isAnswer = name.EndsWith("\"Events\""u8) || name.EndsWith("\"events\""u8);
        _hasToken = HasToken(before);
    }

    /// <summary>Takes what stands behind the list, to the end of the object.</summary>
    internal void End(ReadOnlySpan<byte> behind)
    {
        if (_isAnswer)
            IsOpen = _hasToken || HasToken(behind);
    }

    private static bool HasToken(ReadOnlySpan<byte> members) => HasText(members, "\"NextToken\""u8) || HasText(members, "\"nextToken\""u8);

    private static bool HasText(ReadOnlySpan<byte> members, ReadOnlySpan<byte> name) =>
        members.IndexOf(name) is var at and >= 0
        && members[(at + name.Length)..].TrimStart(" \n\r\t:"u8) is [(byte)'"', not (byte)'"', ..];
}
