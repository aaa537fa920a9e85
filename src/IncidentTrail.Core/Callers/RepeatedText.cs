using System.Runtime.CompilerServices;

namespace IncidentTrail.Callers;

/// <summary>
/// One string for a text that is made again and again. A fixed number of slots a thread, where a new text displaces another:
/// hostile texts cost nothing but misses.
/// </summary>
internal static class RepeatedText
{
    private const int Slots = 1024;

    [ThreadStatic]
    private static string?[]? s_slots;

    [MethodImpl(Jit.Hot)]
    internal static string Of(ReadOnlySpan<char> text)
    {
        var slots = s_slots ??= new string?[Slots];
        ref var slot = ref slots[(uint)string.GetHashCode(text) % Slots];
        return slot is not null && text.SequenceEqual(slot) ? slot : slot = new string(text);
    }
}
