using System.Runtime.CompilerServices;
using IncidentTrail.Patterns;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>
/// Says of a record's bytes whether it can match, by texts one of which every match holds. Each byte is searched once,
/// however many records the bytes hold: a record is passed over until a hit lies in it.
/// </summary>
internal sealed class HitFinder(IReadOnlyList<ByteNeedle> needles)
{
    private readonly int[] _next = new int[needles.Count];

    /// <summary>Begins with new bytes.</summary>
    internal void Reset() => Array.Fill(_next, -1);

    /// <summary>
    /// How many pieces from one on are records as CloudTrail writes them, with nothing between them, that cannot match: nearly all
    /// of them are, and are looked at no closer.
    /// </summary>
    [MethodImpl(Jit.Hot)]
    internal int Passed(ReadOnlySpan<byte> data, ReadOnlySpan<Element> pieces, int from)
    {
        var at = from;
        while (at < pieces.Length && pieces[at].Kind == ElementKind.Object && data[pieces[at].Start..].StartsWith(RecordForm.Ordinary)
            && !Touches(data, pieces[at]))
            at++;
        // What stands behind the last may be a part of it.
        return at == pieces.Length || pieces[at].Kind != ElementKind.Stray ? at - from : Math.Max(at - from - 1, 0);
    }

    /// <summary>True where a text stands in a piece, of which each begins behind the one before; or may, for its escapes.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool Touches(ReadOnlySpan<byte> data, in Element piece)
    {
        var (start, end) = (piece.Start, piece.End);
        for (var i = 0; i < needles.Count; i++)
        {
            if (_next[i] < start)
                _next[i] = needles[i].IndexOf(data, start) is var hit and >= 0 ? hit : int.MaxValue;
            if (_next[i] < end)
                return true;
        }
        // A name can be hidden where a letter, digit, '-' or '.' of it is written as an escape: read such a record. So it can where
        // a text holds the record and its backslashes are escapes themselves: then \u005cu0053 is an S.
        return piece.MayEscape && HidesText(data[start..end]);
    }

    [MethodImpl(Jit.Hot)]
    private static bool HidesText(ReadOnlySpan<byte> piece)
    {
        // What Python prints, which may stand in the place of a caller, has escapes of its own.
        if (piece.IndexOf("\\x"u8) >= 0 || piece.IndexOf("\\U"u8) >= 0)
            return true;
        while (true)
        {
            var next = piece.IndexOf("\\u00"u8);
            if (next < 0)
                return false;
            piece = piece[next..];
            if (piece.Length < 6 || IsHiding(piece[4], piece[5]))
                return true;
            piece = piece[6..];
        }
    }

    private static bool IsHiding(byte high, byte low)
    {
        var code = (Hex(high) << 4) | Hex(low);
        return code >= 0 && (char)code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '\\';
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
