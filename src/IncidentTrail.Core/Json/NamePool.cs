using System.Text;

namespace IncidentTrail.Json;

/// <summary>
/// One string for a name that comes again and again. A fixed number of slots a thread, where a new name displaces
/// another: hostile names cost nothing but misses.
/// </summary>
internal static class NamePool
{
    private const int Slots = 1024;
    private const int LongestName = 64;

    [ThreadStatic]
    private static string?[]? s_slots;

    /// <summary>The text of a JSON string literal, from the bytes between its quotes.</summary>
    public static string Get(ReadOnlySpan<byte> inner)
    {
        if (inner.Length > LongestName)
            return JsonText.Decode(inner);
        var slots = s_slots ??= new string?[Slots];
        ref var slot = ref slots[ByteHash.Of(inner) % Slots];
        if (slot is not null && Ascii.Equals(inner, slot))
            return slot;
        var name = JsonText.Decode(inner);
        if (inner.IndexOf((byte)'\\') < 0 && Ascii.IsValid(inner))
            slot = name;
        return name;
    }
}
