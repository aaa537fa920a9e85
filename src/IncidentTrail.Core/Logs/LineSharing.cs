using IncidentTrail.Forms;

namespace IncidentTrail.Logs;

/// <summary>Tells whether what stands between objects shares its lines with them, and is no part of a record.</summary>
internal static class LineSharing
{
    /// <summary>True where each of a piece's lines is an object's line too.</summary>
    /// <param name="data">Content.</param>
    /// <param name="pieces">Its pieces, up to the next object, which may not be whole yet.</param>
    /// <param name="at">The piece.</param>
    /// <param name="end">Where that object begins, or the content ends.</param>
    /// <param name="isLineStart">True where the content begins on a line of its own.</param>
    internal static bool Is(ReadOnlySpan<byte> data, List<Element> pieces, int at, int end, bool isLineStart)
    {
        var piece = pieces[at];
        var text = piece.Kind == ElementKind.Array ? data[(piece.Start + 1)..(piece.End - 1)] : data[piece.Start..piece.End];
        if (text.Trim(" \t\r\n"u8).IsEmpty || !TextBeside.IsPlain(text))
            return false;
        var (first, last) = (text.IndexOf((byte)'\n'), text.LastIndexOf((byte)'\n'));
        if (first < 0)
            return IsBehind(data, pieces, at, isLineStart) || IsBefore(data, pieces, at, end);
        return piece.Kind == ElementKind.Stray && text[first..last].Trim(" \t\r\n"u8).IsEmpty
            && (text[..first].Trim(" \t\r"u8).IsEmpty || IsBehind(data, pieces, at, isLineStart))
            && (text[last..].Trim(" \t\r\n"u8).IsEmpty || IsBefore(data, pieces, at, end));
    }

    private static bool IsBehind(ReadOnlySpan<byte> data, List<Element> pieces, int at, bool isLineStart)
    {
        // A line of a million pieces would be gone over for each of them.
        for (var first = Math.Max(0, at - HostileLimits.PiecesBeside); at > first;)
        {
            if (HasEnd(data[pieces[at - 1].End..pieces[at].Start]))
                return false;
            if (pieces[--at].Kind == ElementKind.Object)
                return true;
            if (HasEnd(data[pieces[at].Start..pieces[at].End]))
                return false;
        }
        return at == 0 && !isLineStart && !HasEnd(data[..pieces[0].Start]);
    }

    private static bool IsBefore(ReadOnlySpan<byte> data, List<Element> pieces, int at, int end)
    {
        for (var last = Math.Min(pieces.Count - 1, at + HostileLimits.PiecesBeside); at < last; at++)
        {
            if (HasEnd(data[pieces[at].End..pieces[at + 1].Start]))
                return false;
            if (pieces[at + 1].Kind == ElementKind.Object)
                return true;
            if (HasEnd(data[pieces[at + 1].Start..pieces[at + 1].End]))
                return false;
        }
        return at == pieces.Count - 1 && end < data.Length && data[end] == '{' && !HasEnd(data[pieces[at].End..end]);
    }

    private static bool HasEnd(ReadOnlySpan<byte> text) => text.IndexOf((byte)'\n') >= 0;
}
