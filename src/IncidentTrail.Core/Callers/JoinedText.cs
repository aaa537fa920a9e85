using System.Runtime.CompilerServices;

namespace IncidentTrail.Callers;

/// <summary>
/// A text whose end other texts have too: a session's name ends its principal id, its ARN and the caller's name. Many sessions
/// are held at once, and what they have alike is held once; the whole is made when somebody looks, and then kept.
/// </summary>
internal struct JoinedText
{
    private readonly string? _head;
    private readonly string? _tail;
    private string? _whole;

    internal JoinedText(string? head, string? tail = null) => (_head, _tail) = (head, tail);

    /// <summary>The text; null where there is none.</summary>
    internal string? Value => _tail is null ? _head : _whole ??= string.Concat(_head, _tail);

    /// <summary>A text that may end with another.</summary>
    [MethodImpl(Jit.Hot)]
    internal static JoinedText Of(string? text, string? tail) =>
        text is not null && !string.IsNullOrEmpty(tail) && text.EndsWith(tail, StringComparison.Ordinal)
            ? new JoinedText(RepeatedText.Of(text.AsSpan(0, text.Length - tail.Length)), tail)
            : new JoinedText(text);
}
