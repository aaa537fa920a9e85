using System.Text;
using IncidentTrail.Forms;
using IncidentTrail.Texts;

namespace IncidentTrail.Logs;

/// <summary>
/// The faults of a log's pieces that are no records, or not whole ones: where each stands, how it begins, and what helps.
/// The first few are named one by one, the others counted; before any record the first alone: a foreign file is one mistake.
/// </summary>
internal sealed class BrokenPieces(TrailLog log)
{
    private long _count;
    private long _named;
    private string? _remedy;

    private string Damaged =>
        log is { Path: null, BucketName: null } ? EngineRemedies.PieceOfText
        : log.IsDelivered ? EngineRemedies.PieceOfDelivered
        : EngineRemedies.PieceOfFile;

    // A note or a table that was named by mistake was neither cut nor changed.
    private string? Foreign => Damaged == EngineRemedies.PieceOfFile ? LogForms.Unknown.Remedy : Damaged;

    /// <summary>The fault of a piece; null where enough have been named.</summary>
    /// <param name="index">The record that would be next.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="remedy">What helps; null where it was cut or changed, or is of a file that was never a log.</param>
    internal TrailFault? Fault(int index, ReadOnlySpan<byte> piece, string what, string? remedy)
    {
        _count++;
        if (_named >= (index == 0 ? 1 : EngineLimits.PiecesNamed))
            return null;
        _named++;
        _remedy = remedy ?? (index == 0 && !BeginsAsJson(piece) ? Foreign : Damaged);
        var where = index == 0 ? "a piece before any record" : $"the piece after record {index}";
        return New(
            index, $"{where} {what}; it {Beginning(piece[..Math.Min(piece.Length, EngineLimits.PieceShown)])}",
            _remedy, "hold a piece before any record that is not a whole JSON object");
    }

    /// <summary>The fault that counts those not named; null where all were.</summary>
    /// <param name="index">How many records were found.</param>
    internal TrailFault? Rest(int index)
    {
        if (_count == _named)
            return null;
        var (more, where) = (_count - _named, index == 0 ? null : FormattableString.Invariant($" up to record {index}"));
        return New(
            index, FormattableString.Invariant($"{more} more {Counted.Noun(more, "piece")}{where} {(more == 1 ? "is no record and was" : "are no records and were")} passed over."),
            index == 0 ? _remedy : Damaged, "hold more than one such piece");
    }

    private static string Beginning(ReadOnlySpan<byte> piece)
    {
        var text = Encoding.UTF8.GetString(piece);
        // Of a letter that is cut at the end nothing can be said.
        return text.AsSpan().TrimEnd('\uFFFD').ContainsAny('\uFFFD', '\0') || text.Any(c => c < ' ' && c is not ('\n' or '\r' or '\t'))
            ? "is not text"
            : $"begins with: {TextForDisplay.Plain(text)}";
    }

    private static bool BeginsAsJson(ReadOnlySpan<byte> piece) => piece.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    // A folder of other files is one mistake too; of what CloudTrail delivered each is a loss.
    private TrailFault New(int index, string text, string? remedy, string ofMany) =>
        new(TrailFaultKind.RecordInvalid, $"{log.Location}#{index}", $"{log.Location}: {text}", remedy) { OfMany = index == 0 && !log.IsDelivered ? ofMany : null };
}
