using System.Numerics;
using System.Runtime.CompilerServices;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>
/// Finds the fields of a record that is written as CloudTrail writes nearly all: without white space between tokens, without
/// a backslash, and neither large nor deep. There every quote begins or ends a string, and all are found at once. It judges
/// as strictly as <see cref="JsonWalker"/>, or says that it cannot.
/// </summary>
internal static class CompactRecord
{
    // Larger ones are few, and deeper ones written by nobody but to harm.
    private const int Largest = 16 * 1024;
    private const int Deepest = 60;

    /// <summary>Words of a map of quotes that is large enough.</summary>
    internal const int MapSize = Largest / QuoteMap.Size;

    /// <summary>Notes the fields; false where the record is of another form, or broken.</summary>
    [MethodImpl(Jit.Hot)]
    internal static bool TryRead(ReadOnlySpan<byte> json, RecordFields fields, ulong[] map)
    {
        if (json.Length is < 2 or > Largest || json[0] != '{' || !QuoteMap.TryFill(json, map))
            return false;
        var quotes = new Quotes(map, (json.Length + QuoteMap.Size - 1) / QuoteMap.Size);
        // A bit for each open object or list, the innermost last: 1 for an object.
        var kinds = 1UL;
        var depth = 0;
        int at = 1, name = 0, nameEnd = 0, value = 0;
        while (true)
        {
            if ((kinds & 1) != 0)
            {
                if (at >= json.Length || json[at] != '"')
                    return false;
                var key = quotes.Next() + 1;
                var end = quotes.Next();
                if (depth == 0 && fields.LengthOfExpected(json, at) is var length and > 0)
                {
                    at += length;
                    (name, value) = (-1, at);
                }
                else
                {
                    if (end + 2 >= json.Length || json[end + 1] != ':')
                        return false;
                    at = end + 2;
                    if (depth == 0)
                        (name, nameEnd, value) = (key, end, at);
                }
            }
            if (at + 1 >= json.Length)
                return false;
            var first = json[at];
            if (first == '"')
            {
                quotes.Next();
                at = quotes.Next() + 1;
            }
            else if (first is (byte)'{' or (byte)'[')
            {
                if (json[at + 1] != first + 2)
                {
                    if (depth == Deepest)
                        return false;
                    kinds = (kinds << 1) | (first == '{' ? 1UL : 0);
                    depth++;
                    at++;
                    continue;
                }
                at += 2;
            }
            else
            {
                // By another variable, so that this one stays in a register.
                var behind = at;
                if (!JsonWalker.TrySkipValue(json, ref behind))
                    return false;
                at = behind;
            }
            // What is open ends here, or goes on.
            while (true)
            {
                if (at >= json.Length)
                    return false;
                if (depth == 0 && name < 0)
                    fields.NoteExpected(value, at);
                else if (depth == 0)
                    fields.Note(json[name..nameEnd], value, at);
                if (json[at] == ',')
                    break;
                if (json[at] != ((kinds & 1) != 0 ? '}' : ']'))
                    return false;
                at++;
                if (depth == 0)
                    return at == json.Length;
                kinds >>= 1;
                depth--;
            }
            at++;
        }
    }

    // The quotes one after the other; behind the last, the end of what the map stands for.
    private ref struct Quotes(ReadOnlySpan<ulong> map, int words)
    {
        private readonly ReadOnlySpan<ulong> _map = map[..words];
        private int _word;
        private ulong _rest = map[0];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal int Next()
        {
            while (_rest == 0)
            {
                if (_word + 1 >= _map.Length)
                    return _map.Length * QuoteMap.Size;
                _rest = _map[++_word];
            }
            var at = _word * QuoteMap.Size + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return at;
        }
    }
}
