using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>
/// Tells which pieces of a list are one broken record. A brace too many, or one too few, makes a record fall apart: text
/// right behind an object, or a member without one, is then the rest of that object.
/// </summary>
internal static class PieceJoining
{
    /// <summary>The last of the pieces that belong together with one of them: that one itself where it stands alone.</summary>
    internal static int Last(ReadOnlySpan<byte> data, List<Element> pieces, int at, RecordFields fields)
    {
        var last = at;
        while (last + 1 < pieces.Count && AreOne(data, pieces[last], pieces[last + 1], fields))
            last++;
        return last;
    }

    private static bool AreOne(ReadOnlySpan<byte> data, Element piece, Element next, RecordFields fields) => piece.Kind switch
    {
        // A key whose value follows.
        ElementKind.Stray => next.Kind != ElementKind.Stray && data[piece.End - 1] == ':' && next.Start == piece.End,
        _ => next.Kind == ElementKind.Stray && IsRest(data, piece, next) && !IsWhole(data[piece.Start..piece.End], fields),
    };

    private static bool IsRest(ReadOnlySpan<byte> data, Element piece, Element next)
    {
        if (next.Start == piece.End)
            return true;
        var at = next.Start;
        return data[at] == '"' && JsonWalker.TrySkipString(data, ref at) && JsonWalker.TrySkipColon(data, ref at);
    }

    // What has an id, a name and a time is a record, and what holds one its envelope, whatever follows it.
    private static bool IsWhole(ReadOnlySpan<byte> json, RecordFields fields) =>
        RecordForm.Of(json).Kind is RecordFormKind.Inner or RecordFormKind.Text
        || (fields.TryRead(json) && fields.Has(RecordField.EventId) && fields.Has(RecordField.EventName)
            && fields.Has(RecordField.EventTime));
}
