using System.Runtime.CompilerServices;
using IncidentTrail.Patterns;

namespace IncidentTrail.Logs;

/// <summary>
/// Says of a record's bytes whether it can match, by texts one of which every match holds. Each byte is searched once,
/// however many records the bytes hold: a record is passed over until a hit lies in it.
/// </summary>
internal sealed class HitFinder(IReadOnlyList<ByteNeedle> needles)
{
    private readonly int[] _next = new int[needles.Count + 1];

    /// <summary>Begins with new bytes.</summary>
    internal void Reset() => Array.Fill(_next, -1);

    /// <summary>True where a text stands between the two places; the places only ever grow.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool Touches(ReadOnlySpan<byte> data, int start, int end)
    {
        for (var i = 0; i < needles.Count; i++)
        {
            if (_next[i] < start)
                _next[i] = needles[i].IndexOf(data, start) is var hit and >= 0 ? hit : int.MaxValue;
            if (_next[i] < end)
                return true;
        }
        // A name can be hidden where a letter, digit, '-' or '.' of it is written as an escape: read such a record.
        if (_next[^1] < start)
            _next[^1] = IndexOfHidingEscape(data, start);
        return _next[^1] < end;
    }

    [MethodImpl(Jit.Hot)]
    private static int IndexOfHidingEscape(ReadOnlySpan<byte> data, int from)
    {
        while (true)
        {
            var next = data[from..].IndexOf("\\u00"u8);
            if (next < 0)
                return int.MaxValue;
            from += next;
            if (from + 6 > data.Length || IsHiding(data[from + 4], data[from + 5]))
                return from;
            from += 6;
        }
    }

    private static bool IsHiding(byte high, byte low)
    {
        var code = (Hex(high) << 4) | Hex(low);
        return code >= 0 && (char)code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.';
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
