namespace IncidentTrail.Callers;

/// <summary>
/// A text whose end other texts have too: a session's name ends its principal id, its ARN and the caller's name. Many sessions
/// are held at once, and what they have alike is held once; the whole is made when somebody looks, and then kept.
/// </summary>
internal struct JoinedText : IEquatable<JoinedText>
{
    private readonly string? _head;
    private readonly string? _tail;
    private string? _whole;

    internal JoinedText(string? head, string? tail = null) => (_head, _tail) = (head, tail);

    /// <summary>What others have too; the whole where nothing is cut off.</summary>
    internal readonly string? Head => _head;

    /// <summary>The end; null where nothing is cut off.</summary>
    internal readonly string? Tail => _tail;

    /// <summary>True where there is no text.</summary>
    internal readonly bool IsMissing => _head is null && _tail is null;

    /// <summary>How many characters the text has.</summary>
    internal readonly int Length => (_head?.Length ?? 0) + (_tail?.Length ?? 0);

    /// <summary>The text; null where there is none.</summary>
    internal string? Value => _tail is null ? _head : _whole ??= string.Concat(_head, _tail);

    /// <summary>A text that may end with another.</summary>
    internal static JoinedText Of(string? text, string? tail) =>
        text is not null && !string.IsNullOrEmpty(tail) && text.EndsWith(tail, StringComparison.Ordinal)
            ? new JoinedText(RepeatedText.Of(text.AsSpan(0, text.Length - tail.Length)), tail)
            : new JoinedText(text);

    /// <summary>This text, or another where there is none.</summary>
    internal readonly JoinedText Or(JoinedText other) => IsMissing ? other : this;

    /// <summary>Writes the text, which nobody keeps.</summary>
    internal readonly void CopyTo(Span<char> into)
    {
        _head.AsSpan().CopyTo(into);
        _tail.AsSpan().CopyTo(into[(_head?.Length ?? 0)..]);
    }

    /// <summary>True for the same text, wherever it is cut.</summary>
    public bool Equals(JoinedText other) => Value == other.Value;

    public override bool Equals(object? other) => other is JoinedText text && Equals(text);

    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
