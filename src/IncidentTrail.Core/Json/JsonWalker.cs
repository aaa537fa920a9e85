using System.Runtime.CompilerServices;

namespace IncidentTrail.Json;

/// <summary>
/// Skips JSON values and says whether they are well formed. It knows the grammar and nothing else: it makes no strings
/// and no numbers, so a record whose fields nobody reads costs one pass over its bytes.
/// </summary>
internal static class JsonWalker
{
    /// <summary>Moves past white space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SkipSpace(ReadOnlySpan<byte> json, ref int at)
    {
        // CloudTrail writes none, so this much is worth being in line.
        if (at < json.Length && json[at] <= ' ')
            SkipSpaces(json, ref at);
    }

    [MethodImpl(Jit.Hot)]
    private static void SkipSpaces(ReadOnlySpan<byte> json, ref int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
    }

    /// <summary>Moves past one value; false where it is not well formed or not whole, and then as far as it is.</summary>
    [MethodImpl(Jit.Hot)]
    internal static bool TrySkipValue(ReadOnlySpan<byte> json, ref int at, int depth = 0)
    {
        if (at >= json.Length)
            return false;
        switch (json[at])
        {
            case (byte)'"':
                return TrySkipString(json, ref at);
            case (byte)'{':
                return depth >= HostileLimits.DeepestSkipped ? TrySkipBrackets(json, ref at) : TrySkipObject(json, ref at, depth);
            case (byte)'[':
                return depth >= HostileLimits.DeepestSkipped ? TrySkipBrackets(json, ref at) : TrySkipArray(json, ref at, depth);
            case (byte)'t':
                return TrySkipText(json, ref at, "true"u8);
            case (byte)'f':
                return TrySkipText(json, ref at, "false"u8);
            case (byte)'n':
                return TrySkipText(json, ref at, "null"u8);
            default:
                return TrySkipNumber(json, ref at);
        }
    }

    /// <summary>Moves past a string, from its opening quote past its closing one.</summary>
    [MethodImpl(Jit.Hot)]
    internal static bool TrySkipString(ReadOnlySpan<byte> json, ref int at)
    {
        for (var i = at + 1; ; i += 2)
        {
            i = JsonString.IndexOfEnd(json, i);
            if (i >= json.Length || json[i] < ' ')
                return Stop(ref at, i);
            if (json[i] == '"')
            {
                at = i + 1;
                return true;
            }
            if (!IsEscape(json[(i + 1)..]))
                return Stop(ref at, i);
        }
    }

    /// <summary>True where a whole escape begins, behind its backslash.</summary>
    [MethodImpl(Jit.Hot)]
    internal static bool IsEscape(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return false;
        if (json[0] != 'u')
            return json[0] is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t';
        return json.Length > 4 && char.IsAsciiHexDigit((char)json[1]) && char.IsAsciiHexDigit((char)json[2])
            && char.IsAsciiHexDigit((char)json[3]) && char.IsAsciiHexDigit((char)json[4]);
    }

    [MethodImpl(Jit.Hot)]
    private static bool TrySkipObject(ReadOnlySpan<byte> json, ref int at, int depth)
    {
        var i = at + 1;
        SkipSpace(json, ref i);
        if (i < json.Length && json[i] == '}')
        {
            at = i + 1;
            return true;
        }
        while (true)
        {
            if (i >= json.Length || json[i] != '"' || !TrySkipString(json, ref i))
                return Stop(ref at, i);
            if (!TrySkipColon(json, ref i) || i >= json.Length)
                return Stop(ref at, i);
            if (!(json[i] == '"' ? TrySkipString(json, ref i) : TrySkipValue(json, ref i, depth + 1)))
                return Stop(ref at, i);
            SkipSpace(json, ref i);
            if (i >= json.Length)
                return Stop(ref at, i);
            var b = json[i++];
            if (b == '}')
            {
                at = i;
                return true;
            }
            if (b != ',')
                return Stop(ref at, i);
            SkipSpace(json, ref i);
        }
    }

    private static bool Stop(ref int at, int reached)
    {
        at = reached;
        return false;
    }

    /// <summary>Moves past a colon and the white space around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TrySkipColon(ReadOnlySpan<byte> json, ref int at)
    {
        SkipSpace(json, ref at);
        if (at >= json.Length || json[at] != ':')
            return false;
        at++;
        SkipSpace(json, ref at);
        return true;
    }

    [MethodImpl(Jit.Hot)]
    private static bool TrySkipArray(ReadOnlySpan<byte> json, ref int at, int depth)
    {
        var i = at + 1;
        SkipSpace(json, ref i);
        if (i < json.Length && json[i] == ']')
        {
            at = i + 1;
            return true;
        }
        while (true)
        {
            if (!TrySkipValue(json, ref i, depth + 1))
                return Stop(ref at, i);
            SkipSpace(json, ref i);
            if (i >= json.Length)
                return Stop(ref at, i);
            var b = json[i++];
            if (b == ']')
            {
                at = i;
                return true;
            }
            if (b != ',')
                return Stop(ref at, i);
            SkipSpace(json, ref i);
        }
    }

    [MethodImpl(Jit.Hot)]
    private static bool TrySkipBrackets(ReadOnlySpan<byte> json, ref int at)
    {
        var open = 0;
        for (var i = at; i < json.Length;)
        {
            switch (json[i])
            {
                case (byte)'"':
                    if (!TrySkipString(json, ref i))
                        return Stop(ref at, i);
                    continue;
                case (byte)'{' or (byte)'[':
                    open++;
                    break;
                case (byte)'}' or (byte)']':
                    if (--open == 0)
                    {
                        at = i + 1;
                        return true;
                    }
                    break;
            }
            i++;
        }
        return Stop(ref at, json.Length);
    }

    [MethodImpl(Jit.Hot)]
    private static bool TrySkipText(ReadOnlySpan<byte> json, ref int at, ReadOnlySpan<byte> text)
    {
        if (!json[at..].StartsWith(text))
            return false;
        at += text.Length;
        return true;
    }

    [MethodImpl(Jit.Hot)]
    private static bool TrySkipNumber(ReadOnlySpan<byte> json, ref int at)
    {
        var i = at;
        if (json[i] == '-')
            i++;
        var first = i;
        if (!TrySkipDigits(json, ref i) || (json[first] == '0' && i > first + 1))
            return false;
        if (i < json.Length && json[i] == '.')
        {
            i++;
            if (!TrySkipDigits(json, ref i))
                return false;
        }
        if (i < json.Length && json[i] is (byte)'e' or (byte)'E')
        {
            i++;
            if (i < json.Length && json[i] is (byte)'+' or (byte)'-')
                i++;
            if (!TrySkipDigits(json, ref i))
                return false;
        }
        at = i;
        return true;
    }

    [MethodImpl(Jit.Hot)]
    private static bool TrySkipDigits(ReadOnlySpan<byte> json, ref int at)
    {
        var start = at;
        while (at < json.Length && json[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        return at > start;
    }
}
