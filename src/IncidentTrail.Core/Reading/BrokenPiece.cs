using System.Text;

namespace IncidentTrail.Reading;

/// <summary>The fault of a piece that is no record, or not a whole one: where it stands, how it begins, and what helps.</summary>
internal static class BrokenPiece
{
    private const int Shown = 40;

    internal static TrailFault Fault(TrailLog log, int index, ReadOnlySpan<byte> piece, string what)
    {
        var start = Encoding.UTF8.GetString(piece[..Math.Min(piece.Length, Shown)]);
        return new TrailFault(
            TrailFaultKind.RecordInvalid, $"{log.Location}#{index}",
            $"{log.Location}: the piece after record {index} {what} and was passed over; it begins with: {TextForDisplay.Plain(start)}",
            log is { Path: null, BucketName: null }
                ? "Give the records as CloudTrail wrote them: the text was cut or changed on its way here."
                : "Compare the file with its copy in the bucket; aws cloudtrail validate-logs tells whether that one was altered.");
    }
}
