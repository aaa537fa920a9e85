using IncidentTrail.Json;

namespace IncidentTrail.Forms;

/// <summary>
/// Finds where a piece ends that Python printed. Its texts stand in single quotes, and JSON's rules would take a double quote
/// or a bracket in one for the beginning or the end of something.
/// </summary>
internal static class PythonPiece
{
    /// <summary>True where one begins: a dictionary, or JSON in a text or in bytes.</summary>
    internal static bool Begins(ReadOnlySpan<byte> data)
    {
        // Of nearly every log the second byte tells.
        if (data is [(byte)'{', (byte)'"', ..])
            return false;
        if (data is [(byte)'{', ..])
        {
            var at = 1;
            JsonWalker.SkipSpace(data, ref at);
            return at < data.Length && data[at] == '\'';
        }
        return data is [(byte)'b', (byte)'\'', (byte)'{' or (byte)'[', ..] or [(byte)'\'', (byte)'{' or (byte)'[', ..];
    }

    /// <summary>How many bytes it takes; -1 where it does not end in these.</summary>
    internal static int Length(ReadOnlySpan<byte> data)
    {
        var open = 0;
        for (var at = data[0] == 'b' ? 1 : 0; at < data.Length; at++)
        {
            switch (data[at])
            {
                case (byte)'\'' or (byte)'"':
                    at = EndOfText(data, at);
                    break;
                case (byte)'{' or (byte)'[' or (byte)'(':
                    open++;
                    continue;
                case (byte)'}' or (byte)']' or (byte)')':
                    open--;
                    break;
                default:
                    continue;
            }
            if (at < 0 || open <= 0)
                return at < 0 ? -1 : at + 1;
        }
        return -1;
    }

    // At its last quote.
    private static int EndOfText(ReadOnlySpan<byte> data, int at)
    {
        var quote = data[at++];
        while (data[Math.Min(at, data.Length)..].IndexOfAny(quote, (byte)'\\') is var found and >= 0)
        {
            at += found;
            if (data[at] == quote)
                return at;
            at += 2;
        }
        return -1;
    }
}
