using System.Globalization;
using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>What a report says of an incident's notes and summaries, each with its revisions.</summary>
internal static class NoteContent
{
    internal static IEnumerable<ReportBlock> Of(TrailIncident incident, ReportNames names)
    {
        if (incident.Notes.Count > 0)
        {
            yield return new Heading(3, "Notes and their revisions");
            yield return new Table("Notes", ["Note", "Time", "What", "By", "Text", "Remark"],
                [.. incident.Notes.SelectMany((n, i) => Rows(n, i + 1, names))], ["Text"]);
        }
        if (incident.Summaries.Count > 0)
        {
            yield return new Heading(3, "Summaries");
            yield return new Paragraph("Each summary overwrote the one before. The service keeps only the last.");
            yield return new Table("Summaries", ["Time", "By", "Text", "Overwrote"],
            [
                .. incident.Summaries.Select(s => new ReportRow(
                [
                    ReportText.Time(s.TimeUtc), names.Caller(s.CallerName), names.Free(s.Text),
                    s.OverwroteTextOf is { } writer ? $"{(s.IsRepeat ? "the same text, " : null)}of {TextForDisplay.Plain(names.Caller(writer))}: {names.Free(s.Overwrote)}" : names.Text(s.Overwrote),
                ])),
            ], ["Text", "Overwrote"]);
        }
    }

    private static IEnumerable<ReportRow> Rows(TrailNote note, int number, ReportNames names)
    {
        var label = number.ToString(CultureInfo.InvariantCulture);
        if (!note.IsAuthorKnown)
            yield return new ReportRow([label, string.Empty, "added", TrailNote.NotInWhatWasRead, string.Empty, string.Empty]);
        var touches = note.Revisions.Select(r => (Revision: r, HasText: true))
            .Concat(note.OtherEdits.Select(r => (Revision: r, HasText: false)))
            .OrderBy(t => t.Revision.TimeUtc ?? DateTime.MaxValue);
        foreach (var (revision, hasText) in touches)
        {
            var isCreation = ReferenceEquals(revision.Event, note.Created);
            yield return new ReportRow(
            [
                label, ReportText.Time(revision.TimeUtc),
                isCreation ? "added" : hasText ? "edited" : "edited, text left as it was",
                names.Caller(revision.CallerName),
                hasText ? revision.IsTextRecorded ? names.Free(revision.Text) : TrailNote.TextNotRecorded : string.Empty,
                string.Join("; ", Remarks(note, revision, isCreation)),
            ]);
        }
        if (note.Deleted is { } deleted)
            yield return new ReportRow([label, ReportText.Time(note.DeletedTimeUtc), "deleted", names.Caller(deleted.CallerName), string.Empty, string.Empty]);
    }

    private static IEnumerable<string> Remarks(TrailNote note, TrailNoteRevision revision, bool isCreation)
    {
        if (isCreation && note.Dating is { } dating)
            yield return $"{dating}: it says {ReportText.Time(note.ClaimedTimeUtc)}";
        if (!isCreation && revision.ByOther == true)
            yield return "by another than the author";
        if (revision.AfterResolution)
            yield return "after the incident was resolved";
    }
}
