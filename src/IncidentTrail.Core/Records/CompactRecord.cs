using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>
/// Finds the end and the fields of a record that is written as CloudTrail writes nearly all: without white space between tokens,
/// and neither large nor deep. It judges as strictly as <see cref="JsonWalker"/>, or says that it cannot. Each place is held
/// against the content's end before anything is read there; behind the last quote there are more, beyond any end.
/// </summary>
internal static class CompactRecord
{
    // Deeper ones are written by nobody but to harm.
    private const int Deepest = 60;

    /// <summary>Notes the fields, by their places in the record; gives its end, or -1 where it is of another form, or broken.</summary>
    /// <param name="content">Content, as far as its quotes were looked for.</param>
    /// <param name="start">Where the record begins.</param>
    /// <param name="list">Where quotes stand in the content.</param>
    /// <param name="quote">The number of the record's first quote, then of the first behind it.</param>
    /// <param name="fields">What the fields are noted in.</param>
    [MethodImpl(Jit.Hot)]
    internal static int Read(ReadOnlySpan<byte> content, int start, QuoteList list, ref int quote, RecordFields fields)
    {
        if ((uint)start >= (uint)content.Length || content[start] != '{')
            return -1;
        ref var data = ref MemoryMarshal.GetReference(content);
        ref var quotes = ref list.First;
        var (next, end, at) = (quote, content.Length, start);
        do
        {
            var name = at + 1;
            int nameEnd = Unsafe.Add(ref quotes, next + 1);
            var value = nameEnd + 2;
            if (value >= end || Unsafe.Add(ref data, name) != '"' || Unsafe.Add(ref data, nameEnd + 1) != ':')
                return -1;
            next += 2;
            switch (Unsafe.Add(ref data, value))
            {
                case (byte)'"':
                    at = Unsafe.Add(ref quotes, next + 1) + 1;
                    next += 2;
                    break;
                case (byte)'{' or (byte)'[':
                    at = SkipNested(content, value, ref quotes, ref next);
                    break;
                default:
                    at = SkipWord(content, value);
                    break;
            }
            if ((uint)at >= (uint)end)
                return -1;
            fields.Note(content, name, nameEnd, value - start, at - start);
        }
        while (Unsafe.Add(ref data, at) == ',');
        quote = next;
        return Unsafe.Add(ref data, at) == '}' ? at + 1 : -1;
    }

    // From an opening bracket to behind its closing one; -1 where that cannot be said.
    [MethodImpl(Jit.Hot)]
    private static int SkipNested(ReadOnlySpan<byte> content, int start, ref ushort quotes, ref int quote)
    {
        ref var data = ref MemoryMarshal.GetReference(content);
        var (next, end, at) = (quote, content.Length, start);
        // A bit for each open object or list, the innermost last: 1 for an object.
        var kinds = 0UL;
        var depth = 0;
        while (true)
        {
            var isBehind = false;
            if ((kinds & 1) != 0)
            {
                if (at >= end || Unsafe.Add(ref data, at) != '"')
                    return -1;
                // Members that are strings mostly follow each other.
                do
                {
                    int nameEnd = Unsafe.Add(ref quotes, next + 1);
                    at = nameEnd + 2;
                    if (at >= end || Unsafe.Add(ref data, nameEnd + 1) != ':')
                        return -1;
                    next += 2;
                    isBehind = Unsafe.Add(ref data, at) == '"';
                    if (!isBehind)
                        break;
                    at = Unsafe.Add(ref quotes, next + 1) + 1;
                    next += 2;
                    if (at + 1 >= end)
                        return -1;
                }
                while (Unsafe.Add(ref data, at) == ',' && Unsafe.Add(ref data, at + 1) == '"');
            }
            if (!isBehind)
            {
                if (at + 1 >= end)
                    return -1;
                var first = Unsafe.Add(ref data, at);
                if (first == '"')
                {
                    at = Unsafe.Add(ref quotes, next + 1) + 1;
                    next += 2;
                }
                else if (first is (byte)'{' or (byte)'[')
                {
                    at++;
                    if (Unsafe.Add(ref data, at) != first + 2)
                    {
                        if (depth == Deepest)
                            return -1;
                        kinds = (kinds << 1) | (first == '{' ? 1UL : 0);
                        depth++;
                        continue;
                    }
                    at++;
                }
                else
                    at = SkipWord(content, at);
            }
            // What is open ends here, or goes on.
            while (true)
            {
                if (depth == 0)
                {
                    quote = next;
                    return at;
                }
                if ((uint)at >= (uint)end)
                    return -1;
                var b = Unsafe.Add(ref data, at++);
                if (b == ',')
                    break;
                if (b != ((kinds & 1) != 0 ? '}' : ']'))
                    return -1;
                kinds >>= 1;
                depth--;
            }
        }
    }

    // To behind a number, true, false or null; -1 where there is none.
    [MethodImpl(Jit.Hot)]
    private static int SkipWord(ReadOnlySpan<byte> content, int at)
    {
        var word = content[at..];
        return word.StartsWith("null"u8) || word.StartsWith("true"u8) ? at + "null"u8.Length
            : word.StartsWith("false"u8) ? at + "false"u8.Length
            : JsonWalker.TrySkipValue(content, ref at) ? at : -1;
    }
}
