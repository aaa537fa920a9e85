using System.Buffers;

namespace IncidentTrail.Logs;

/// <summary>What may stand between records, and what is left where a broken one swallowed the beginning of a list.</summary>
internal static class Separators
{
    private static readonly SearchValues<byte> s_between = SearchValues.Create(" \n\r\t,"u8);
    private static readonly SearchValues<byte> s_orClosing = SearchValues.Create(" \n\r\t,]}"u8);

    /// <summary>True where nothing else stands there.</summary>
    internal static bool AreAll(ReadOnlySpan<byte> data, bool orClosing = false) =>
        data.IndexOfAnyExcept(orClosing ? s_orClosing : s_between) < 0;
}
