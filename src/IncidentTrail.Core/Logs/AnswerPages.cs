namespace IncidentTrail.Logs;

/// <summary>
/// Whether a log holds answers of LookupEvents, or other lists of events, the last of which says that more follows: what somebody
/// saved of Event history may lack its last page. Pages that follow each other in one log are taken for those of one answer.
/// </summary>
internal sealed class AnswerPages
{
    private bool _isAnswer;
    private bool _hasToken;

    /// <summary>Null where the log holds no such answer; false where the last of them does not say that more follows.</summary>
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
            Add(_hasToken || HasToken(behind));
    }

    /// <summary>Takes a whole answer.</summary>
    internal void Add(bool isOpen) => IsOpen = isOpen;

    /// <summary>True for the list of an answer.</summary>
    internal static bool IsList(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        value[0] == '[' && (name.SequenceEqual("Events"u8) || name.SequenceEqual("events"u8));

    /// <summary>True for what says that more follows.</summary>
    internal static bool IsToken(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        IsText(value) && (name.SequenceEqual("NextToken"u8) || name.SequenceEqual("nextToken"u8));

    private static bool HasToken(ReadOnlySpan<byte> members) => HasText(members, "\"NextToken\""u8) || HasText(members, "\"nextToken\""u8);

    private static bool HasText(ReadOnlySpan<byte> members, ReadOnlySpan<byte> name) =>
        members.IndexOf(name) is var at and >= 0 && IsText(members[(at + name.Length)..].TrimStart(" \n\r\t:"u8));

    private static bool IsText(ReadOnlySpan<byte> value) => value is [(byte)'"', not (byte)'"', ..];
}
