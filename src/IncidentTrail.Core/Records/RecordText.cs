using System.Runtime.CompilerServices;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>Reads a field's JSON as text or as a boolean, whatever type it was delivered as.</summary>
internal static class RecordText
{
    /// <summary>The string, or a number's or another value's own text; null where missing or null.</summary>
    [MethodImpl(Jit.Hot)]
    internal static string? Get(ReadOnlySpan<byte> json, TextPool? pool = null)
    {
        if (json.IsEmpty || json.SequenceEqual("null"u8))
            return null;
        if (pool is not null)
            return pool.Get(json);
        return JsonText.Decode(json[0] == '"' ? json[1..^1] : json);
    }

    /// <summary>True or false, delivered as a boolean or, as some services do, as a string; null for anything else.</summary>
    [MethodImpl(Jit.Hot)]
    internal static bool? GetBoolean(ReadOnlySpan<byte> json)
    {
        var text = json.Length >= 2 && json[0] == '"' ? json[1..^1] : json;
        return System.Text.Ascii.EqualsIgnoreCase(text, "true"u8) ? true
            : System.Text.Ascii.EqualsIgnoreCase(text, "false"u8) ? false : null;
    }

    [MethodImpl(Jit.Hot)]
    internal static bool IsPresent(ReadOnlySpan<byte> json) =>
        !json.IsEmpty && !json.SequenceEqual("null"u8) && !json.SequenceEqual("\"\""u8);
}
