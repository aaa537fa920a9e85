namespace IncidentTrail.Callers;

/// <summary>
/// One string for a text that is made again and again. A fixed number of slots a thread, where a new text displaces another:
/// hostile texts cost nothing but misses.
/// </summary>
internal static class RepeatedText
{
    private const int Slots = 1024;
    private const int FewCharacters = 256;

    [ThreadStatic]
    private static string?[]? s_slots;

    internal static string Of(ReadOnlySpan<char> text)
    {
        var slots = s_slots ??= new string?[Slots];
        ref var slot = ref slots[(uint)string.GetHashCode(text) % Slots];
        return slot is not null && text.SequenceEqual(slot) ? slot : slot = new string(text);
    }

    /// <summary>The same for two texts, joined.</summary>
    internal static string Of(string head, string tail)
    {
        var length = head.Length + tail.Length;
        var both = length <= FewCharacters ? stackalloc char[FewCharacters] : new char[length];
        head.CopyTo(both);
        tail.CopyTo(both[head.Length..]);
        return Of(both[..length]);
    }
}
